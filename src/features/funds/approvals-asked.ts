import { type Actor, fundsWith } from '../../core/permissions/index.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import type { Round } from '../../core/rounds/round.ts'
import type { Services } from '../../platform/services.ts'
import { documentsOf, roundsToApprove } from './documents-to-approve.ts'
import { givenOfFunds } from './funders.store.ts'
import { approvalsPath } from './funds.paths.ts'
import { fundersByFund, fundsByIds, roundsOfFunds } from './funds.store.ts'
import { speaksFor } from './hold-document.ts'

/** What somebody is asked to approve for the funders of one fund that they speak for. */
export type ApprovalsAsked = {
  readonly fundName: string
  readonly href: string
  /** Such as “quote” and “rules of Round one”. */
  readonly documents: readonly string[]
}

/**
 * What waits for a funder's representative, by fund, in a fixed number of statements: as it stands now, what nobody has
 * approved or refused for their funder. Rules are asked for once a round has a form and a deadline, and until it is over.
 */
export async function approvalsAsked(
  services: Pick<Services, 'db' | 'sha256'>,
  actor: Actor,
  at: Date,
): Promise<readonly ApprovalsAsked[]> {
  const { db } = services
  const ids = fundsWith(actor, 'fund:approve').filter((id) => speaksFor(actor, id).length > 0)
  if (ids.length === 0) return []
  const [funds, funders, found, answered] = [
    await fundsByIds(db, ids),
    await fundersByFund(db, ids),
    await roundsOfFunds(db, ids),
    await givenOfFunds(db, ids),
  ]
  const rounds = await roundsToApprove(services, found, at)
  return funds.flatMap((fund) => {
    const ofFund = rounds.filter(({ fundId }) => fundId === fund.id)
    const live = new Set(ofFund.filter((round) => isLive(round, at)).map(({ slug }) => slug))
    const isOf = (each: { readonly fundId: string }) => each.fundId === fund.id
    const given = { approvals: answered.approvals.filter(isOf), refusals: answered.refusals.filter(isOf) }
    const all = documentsOf(services, fund, funders.get(fund.id) ?? [], ofFund, given, speaksFor(actor, fund.id))
    const waiting = all.filter(({ mine, approval, refusal, subject, roundSlug }) => {
      if (!mine || approval !== undefined || refusal !== undefined) return false
      if (subject === 'quote') return live.size > 0
      return subject !== 'rules' || live.has(roundSlug)
    })
    const documents = [...new Set(waiting.map(({ title }) => title))]
    return documents.length === 0 ? [] : [{ fundName: fund.name, href: approvalsPath(fund.slug), documents }]
  })
}

/** Whether there are rules to read, and the round is not over. */
function isLive(round: Round, at: Date): boolean {
  const phase = phaseOf(round, at)
  return phase !== 'closed' && phase !== 'cancelled' && round.deadlineAt !== null && round.formVersionId !== null
}
