import { shortlistSize } from '../../core/assessment/index.ts'
import { type AssessmentRules, rulesIn, type SealedDocument } from '../../core/rules/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type Seal, sealInForce, sealOf } from '../funds/index.ts'
import { assessmentOf } from './assessment.store.ts'

/** The rules that a round is assessed by. */
export type SealedRules = AssessmentRules & {
  readonly sha256: string
  readonly version: number
  readonly assessorsPerApplication: number
  /** What was sealed, of which chance begins: `seedOf`. */
  readonly document: SealedDocument
}

/** The sealed version that counts; undefined while nothing is sealed. Never the draft. */
export async function sealedRulesOf(db: Database | Tx, roundId: string): Promise<SealedRules | undefined> {
  const seal = await sealOf(db, roundId)
  if (seal === undefined) return undefined
  const { document, sha256, version } = seal
  const { assessorsPerApplication } = document.mechanics
  return { ...rulesIn(document), sha256, version, assessorsPerApplication, document }
}

/**
 * For how many a round's shortlist is, by the seal that was in force when scoring opened: places that are sealed anew once
 * scores can be seen move nobody's line. Before scoring has opened, by the seal that counts.
 */
export async function sealedShortlistSize(db: Database | Tx, roundId: string, seal: Seal): Promise<number> {
  const { openedAt } = await assessmentOf(db, roundId)
  const { document } = (openedAt && (await sealInForce(db, roundId, openedAt))) || seal
  return shortlistSize(document.locked.interview, document.money.places)
}
