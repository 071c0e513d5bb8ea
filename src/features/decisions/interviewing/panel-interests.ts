import type { SignedIn } from '../../../core/permissions/index.ts'
import type { OwnInterests } from '../../assessment/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { markPanelInterestsConfirmed } from './panel.store.ts'
import { findPanelRound } from './read-panel-work.ts'
import { settlePanel } from './settle-panel.ts'

export const panelInterestEvents = {
  added: 'panel.interest-added',
  removed: 'panel.interest-removed',
  confirmed: 'panel.interests-confirmed',
} as const

/** What a member of a panel says of whom they have to do with. */
export const panelInterests = (actor: SignedIn, round: RoundInFund, at: Date): OwnInterests => ({
  round,
  at,
  find: async (db) => (await findPanelRound(db, actor, { fundSlug: round.fund.slug, roundSlug: round.slug })).member,
  record: async (tx, what) =>
    await recordDoing(tx, { round, actor, at }, panelInterestEvents[what], { personId: actor.personId }),
  settle: async (tx) => await settlePanel(tx, { round, at, by: actor.personId }),
  confirm: async (tx, personId) => await markPanelInterestsConfirmed(tx, { roundId: round.id, personId, at }),
})
