import { type Actor, may } from '../../../core/permissions/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { ApprovalStand, RoundInFund } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { type Outstanding, outstandingOf } from '../moderating/moderation.store.ts'
import { outdatedChoices } from './freeze-shortlist.ts'
import { keptFrom } from './keep-apart.ts'
import { approvalStand } from './read-approvals.ts'
import { type Proposing, readProposal } from './read-proposal.ts'
import { type Choice, choicesOf, type FrozenShortlist, shortlistOf } from './shortlist.store.ts'

/** The shortlist as one person sees it, frozen or not. */
export type ReadShortlist =
  | { readonly state: 'still-scoring' }
  | { readonly state: 'rules-not-sealed' }
  | {
      readonly state: 'proposed'
      readonly proposing: Proposing
      readonly choices: readonly Choice[]
      readonly outdated: readonly string[]
      /** Opinions that were asked for and are not in. */
      readonly outstanding: readonly Outstanding[]
      readonly kept: ReadonlySet<string>
      readonly decides: boolean
      readonly freezes: boolean
    }
  | {
      readonly state: 'frozen'
      readonly shortlist: FrozenShortlist
      readonly document: ShortlistDocument
      readonly stand: ApprovalStand
    }

/** Reads the frozen shortlist, or what is proposed and decided so far. */
export async function readShortlist(services: Services, round: RoundInFund, actor: Actor): Promise<ReadShortlist> {
  const { db } = services
  const shortlist = await shortlistOf(db, round.id)
  if (shortlist !== undefined) {
    const document = JSON.parse(shortlist.document) as ShortlistDocument
    return { state: 'frozen', shortlist, document, stand: await approvalStand(db, round.fundId, shortlist) }
  }
  const { closedAt } = await assessmentOf(db, round.id)
  if (closedAt === null) return { state: 'still-scoring' }
  const proposing = await readProposal(db, services, round)
  if (proposing === undefined) return { state: 'rules-not-sealed' }
  const choices = await choicesOf(db, round.id)
  return {
    state: 'proposed',
    proposing,
    choices,
    outdated: outdatedChoices(proposing, choices),
    outstanding: await outstandingOf(db, round.id),
    kept: await keptFrom(db, round, proposing.rules, actor),
    decides: may(actor, 'assessment:moderate', round.fundId),
    freezes: may(actor, 'assessment:run', round.fundId),
  }
}
