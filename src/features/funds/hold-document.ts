import { notFound } from '../../core/errors.ts'
import { type Actor, may, type SignedIn } from '../../core/permissions/index.ts'
import type { Fund } from '../../core/rounds/fund.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { quoteHash, rulesHash } from './check-approvals.ts'
import { holdFund } from './find-round.ts'
import { frozenShortlists } from './frozen-shortlists.store.ts'
import { fundersOf, roundByPath } from './funds.store.ts'
import { recordedDecisions } from './recorded-decisions.store.ts'
import { rulesPartsOf } from './rules-pages.store.ts'

/** What is approved: the funder's own quote, or the rules, the frozen shortlist or the decided awards of one round. */
export type ApprovedDocument =
  | { readonly subject: 'quote' }
  | { readonly subject: 'rules' | 'shortlist' | 'awards'; readonly roundSlug: string }

/** A document as one funder is asked to approve it. */
export type AskedOfFunder = {
  readonly actor: Actor
  readonly fundSlug: string
  readonly organisationId: string
  readonly document: ApprovedDocument
}

/** The funders of a fund for which this person speaks. */
export function speaksFor(actor: Actor, fundId: string): readonly string[] {
  if (actor.kind !== 'person' || !may(actor, 'fund:approve', fundId)) return []
  return actor.heldRoles
    .filter((held) => held.role === 'funder' && held.fundId === fundId)
    .flatMap(({ organisationId }) => organisationId ?? [])
}

/**
 * What a funder is asked to approve, by the hash of what it says now, held until the transaction ends.
 *
 * @throws {NotFound} if the fund or round is not there, or the person does not speak for that funder
 */
export async function holdDocument(
  services: Services,
  tx: Tx,
  asked: AskedOfFunder,
): Promise<{ readonly actor: SignedIn; readonly fund: Fund; readonly sha256: string }> {
  const { actor, fundSlug, organisationId } = asked
  const fund = await holdFund(tx, actor, 'fund:approve', fundSlug)
  if (actor.kind !== 'person' || !speaksFor(actor, fund.id).includes(organisationId)) throw notFound('funder')
  return { actor, fund, sha256: await hashNow(services, tx, asked, fund.id) }
}

async function hashNow(
  services: Services,
  tx: Tx,
  { fundSlug, organisationId, document }: Omit<AskedOfFunder, 'actor'>,
  fundId: string,
): Promise<string> {
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
