import { notFound } from '../../core/errors.ts'
import { type Actor, may } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { quoteHash, rulesHash } from './check-approvals.ts'
import { holdFund } from './find-round.ts'
import { frozenShortlists } from './frozen-shortlists.store.ts'
import { insertApproval } from './funders.store.ts'
import { fundersOf, roundByPath } from './funds.store.ts'
import { recordedDecisions } from './recorded-decisions.store.ts'
import { rulesPartsOf } from './rules-pages.store.ts'

/** What is approved: the funder's own quote, or the rules, the frozen shortlist or the decided awards of one round. */
export type ApprovedDocument =
  | { readonly subject: 'quote' }
  | { readonly subject: 'rules' | 'shortlist' | 'awards'; readonly roundSlug: string }

export type ApproveProblem = { readonly code: 'changed-since-shown' }

/** The funders of a fund for which this person speaks. */
export function speaksFor(actor: Actor, fundId: string): readonly string[] {
  if (actor.kind !== 'person' || !may(actor, 'fund:approve', fundId)) return []
  return actor.heldRoles
    .filter((held) => held.role === 'funder' && held.fundId === fundId)
    .flatMap(({ organisationId }) => organisationId ?? [])
}

/**
 * Approves in the name of a funder what its representative was shown, by its hash. Approving the same again changes
 * nothing.
 *
 * @throws {NotFound} if the fund or round is not there, or the person does not speak for that funder
 */
export async function approveDocument(
  services: Services,
  request: {
    readonly actor: Actor
    readonly fundSlug: string
    readonly organisationId: string
    readonly document: ApprovedDocument
    readonly shownSha256: string
    readonly at: Date
  },
): Promise<Result<undefined, ApproveProblem>> {
  const { actor, fundSlug, organisationId, document, shownSha256, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'fund:approve', fundSlug)
    if (actor.kind !== 'person' || !speaksFor(actor, fund.id).includes(organisationId)) throw notFound('funder')
    const { subject } = document
    const subjectSha256 = await hashNow(services, tx, request, fund.id)
    if (subjectSha256 !== shownSha256) return refused<ApproveProblem>({ code: 'changed-since-shown' })
    const id = services.newId()
    const by = actor.personId
    const approval = { id, fundId: fund.id, organisationId, subject, subjectSha256, approvedAt: at, approvedBy: by }
    if (!(await insertApproval(tx, approval))) return done(undefined)
    await recordEvent(tx, {
      action: 'funder.approved',
      actorId: by,
      fundId: fund.id,
      objectType: 'funder',
      objectId: `${fund.id}/${organisationId}`,
      at,
      facts: { ...document, organisationId, subjectSha256 },
    })
    return done(undefined)
  })
}

async function hashNow(
  services: Services,
  tx: Tx,
  request: { fundSlug: string; organisationId: string; document: ApprovedDocument },
  fundId: string,
): Promise<string> {
  const { fundSlug, organisationId, document } = request
  if (document.subject !== 'quote') {
    const round = await roundByPath(tx, fundSlug, document.roundSlug)
    if (round === undefined) throw notFound('round')
    if (document.subject === 'shortlist') {
      const [shortlist] = await frozenShortlists(tx, [round.id])
      if (shortlist === undefined) throw notFound('shortlist')
      return shortlist.sha256
    }
    if (document.subject === 'awards') {
      const [decision] = await recordedDecisions(tx, [round.id])
      if (decision === undefined) throw notFound('decision')
      return decision.sha256
    }
    const partsOf = await rulesPartsOf(tx, services, [round.id])
    return rulesHash(services, round, partsOf(round.id))
  }
  const funder = (await fundersOf(tx, fundId)).find((each) => each.organisationId === organisationId)
  if (funder === undefined) throw notFound('funder')
  return quoteHash(services, funder)
}
