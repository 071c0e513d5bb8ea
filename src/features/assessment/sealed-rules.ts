import { type AssessmentRules, rulesIn } from '../../core/rules/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { sealOf } from '../funds/index.ts'

/** The rules that a round is assessed by. `seed`: what chance begins with, of the hash, so that nobody chooses it. */
export type SealedRules = AssessmentRules & {
  readonly sha256: string
  readonly version: number
  readonly assessorsPerApplication: number
  readonly seed: number
}

/** The sealed version that counts; undefined while nothing is sealed. Never the draft. */
export async function sealedRulesOf(db: Database | Tx, roundId: string): Promise<SealedRules | undefined> {
  const seal = await sealOf(db, roundId)
  if (seal === undefined) return undefined
  const { document, sha256, version } = seal
  const { assessorsPerApplication } = document.mechanics
  return { ...rulesIn(document), sha256, version, assessorsPerApplication, seed: seedOf(sha256) }
}

/** The first 48 bits of a hash: a whole number that every program can hold. */
export const seedOf = (sha256: string): number => Number.parseInt(sha256.slice(0, 12), 16)
