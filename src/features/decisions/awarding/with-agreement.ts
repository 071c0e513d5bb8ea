import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../audit/index.ts'
import { type RoundInFund, roundById } from '../../funds/index.ts'
import type { KeptAgreement, KeptAward } from './awards.store.ts'
import type { OpenedAward } from './open-award.ts'

/** An award that somebody of the council answers, with its last agreement. */
export type Held = {
  readonly opened: OpenedAward
  readonly award: KeptAward
  readonly last: KeptAgreement
  readonly round: RoundInFund
}

/** @returns undefined where no award is offered */
export async function withAgreement(tx: Tx, opened: OpenedAward): Promise<Held | undefined> {
  const { award, agreements } = opened
  const [last] = agreements
  const round = await roundById(tx, opened.roundId)
  return award && last && round && { opened, award, last, round }
}

/** Leaves the trace of what somebody of the council did. */
export async function recordOfAward(
  tx: Tx,
  { opened, award, round }: Held,
  at: Date,
  action: string,
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { fundId } = round
  const actorId = opened.actor.personId
  await recordEvent(tx, { action, actorId, fundId, objectType: 'award', objectId: award.id, at, facts })
}
