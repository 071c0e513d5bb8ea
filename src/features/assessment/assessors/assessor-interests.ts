import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { recordEvent } from '../../audit/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { settleAssignments } from '../assigning/settle-assignments.ts'
import type { OwnInterests } from '../interests/own-interests.ts'
import { assessorOf, markInterestsConfirmed } from './assessors.store.ts'

export const assessorInterestEvents = {
  added: 'assessor.interest-added',
  removed: 'assessor.interest-removed',
  confirmed: 'assessor.interests-confirmed',
} as const

/** What somebody who has accepted to assess says of whom they have to do with. @throws {NotFound} for a visitor */
export function assessorInterests({
  actor,
  round,
  at,
}: {
  readonly actor: Actor
  readonly round: RoundInFund
  readonly at: Date
}): OwnInterests {
  if (actor.kind !== 'person') throw notFound('assessor')
  const { personId } = actor
  return {
    round,
    at,
    find: async (db) => {
      if ((await assessorOf(db, round.id, personId))?.state !== 'accepted') throw notFound('assessor')
      return { personId }
    },
    record: async (tx, what) => {
      const object = { objectType: 'assessor', objectId: personId, facts: { roundId: round.id } }
      const action = assessorInterestEvents[what]
      await recordEvent(tx, { action, actorId: personId, fundId: round.fundId, at, ...object })
    },
    settle: async (tx) => {
      await settleAssignments(tx, { round, at, by: personId })
    },
    confirm: async (tx) => await markInterestsConfirmed(tx, { roundId: round.id, personId }, at),
  }
}
