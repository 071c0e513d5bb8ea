import { type AssessmentRules, rulesIn } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { sealByHash } from '../../funds/index.ts'

/** Sealed rules, with the round that they are of. */
export type SealedRules = { readonly roundId: string; readonly rules: AssessmentRules }

/** A seal never changes, so it is read once: a save asks for it every few seconds. */
const known = new Map<string, SealedRules>()
const mostKnown = 100

/** The rules with this hash; undefined when nothing was sealed so. */
export async function sealedRulesByHash(db: Database | Tx, sha256: string): Promise<SealedRules | undefined> {
  const kept = known.get(sha256)
  if (kept !== undefined || !/^[0-9a-f]{64}$/.test(sha256)) return kept
  const seal = await sealByHash(db, sha256)
  if (seal === undefined) return undefined
  const read = { roundId: seal.document.round.id, rules: rulesIn(seal.document) }
  if (known.size >= mostKnown) known.clear()
  known.set(sha256, read)
  return read
}
