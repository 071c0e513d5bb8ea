import { isLive, purseOf, purseProblems, reserveStand, type TermsTyped } from '../../../core/awards/index.ts'
import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { typedDay } from '../../../core/time/typed-day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'
import { decisionsCrumbs } from '../list-crumbs.ts'
import type { AfterAward } from './after-award.ts'
import { agreementDocument } from './agreement-document.ts'
import { type AwardProblem, awardField, awardProblemText, pounds, reserveText, stateTag } from './awarding.messages.ts'
import { awardsPath, managedAgreementPath, managedAwardPath, offerReservePath, withdrawPath } from './awarding.paths.ts'
import { agreementsOf, awardByReference, awardsOf, awardsOfFund, type KeptAgreement, leadOf } from './awards.store.ts'
import { changeTerms, withdrawAward } from './change-award.ts'
import { agreementNow, changeLines, linesOf, signerLines, versionLines } from './describe-award.ts'
import { offerReserve } from './offer-awards.ts'
import { awardsPage } from './pages/awards.ts'
import { type ChangeForm, managedAwardPage, noAwardPage } from './pages/managed-award.ts'
import { signersOf } from './signers.store.ts'

const address = '/manage/funds/:fund/:round/decisions/awards'

/** The awards of a round, for those who run it and those who look at how it was decided. */
export const awardsRoutes = (services: Services, { orderedPence }: Pick<AfterAward, 'orderedPence'>): Route[] => [
  get(address, 'decision:read', async (ask) => await showAwards(services, ask, [])),
  post(`${address}/reserve`, 'award:run', 'award.offered', async (ask) => {
    const { form, receivedAt: at } = ask
    const request = { path: pathOf(ask), reference: form.line('reference'), pounds: form.line('pounds'), at }
    const result = await offerReserve(services, ask.actor, request)
    if (!result.ok) return await showAwards(services, ask, result.problems)
    return seeOther(awardsPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'The award is offered.' })
  }),
  get(`${address}/:reference`, 'decision:read', async (ask) => await showAward(services, ask, [])),
  post(`${address}/:reference`, 'award:run', 'award.changed', async (ask) => {
    const request = { ...requestOf(ask), typed: termsTyped(ask), shownSha256: ask.form.line('shown') }
    const result = await changeTerms(services, ask.actor, request, orderedPence)
    if (!result.ok) return await showAward(services, ask, result.problems)
    return seeOther(hereOf(ask), { flash: `Version ${result.value.number} is offered to the council.` })
  }),
  post(`${address}/:reference/withdraw`, 'award:run', 'award.withdrawn', async (ask) => {
    const request = { ...requestOf(ask), reason: ask.form.text('ending') }
    const result = await withdrawAward(services, ask.actor, request, orderedPence)
    if (!result.ok) return await showAward(services, ask, result.problems)
    return seeOther(hereOf(ask), { flash: 'The award is withdrawn. We have told the council.' })
  }),
  get(`${address}/:reference/agreements/:number`, 'decision:read', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'decision:read', pathOf(ask))
    const award = await awardByReference(services.db, param(ask, 'reference'))
    if (award === undefined || award.roundId !== round.id) throw notFound('award')
    return await agreementPdf(services, ask, await agreementsOf(services.db, award.id))
  }),
]

/** One version as a file. @throws {NotFound} if there is no such version */
export async function agreementPdf(
  services: Services,
  ask: Ask,
  agreements: readonly KeptAgreement[],
): Promise<Answer> {
  const agreement = agreements.find(({ number }) => String(number) === param(ask, 'number'))
  if (agreement === undefined) throw notFound('agreement')
  const body = await services.pdf.document(agreementDocument(agreement))
  const name = `${agreement.document.reference}-agreement-${agreement.number}.pdf`
  return download({ name, type: 'application/pdf', body })
}

const pathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
const requestOf = (ask: Ask) => ({ path: pathOf(ask), reference: param(ask, 'reference'), at: ask.receivedAt })
const hereOf = (ask: Ask) => managedAwardPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))

async function showAwards(services: Services, ask: Ask, problems: readonly AwardProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const { fund, slug } = round
  const decision = await decisionOf(db, round.id)
  const awards = await awardsOf(db, round.id)
  const ofFund = await awardsOfFund(db, round.fundId)
  const purse = purseOf(fund, ofFund)
  const offered = new Set(awards.map(({ applicationId }) => applicationId))
  const told = decision !== undefined && decision.toldAt !== null
  const stand = told ? reserveStand(decision.document, offered, isoDay(ask.receivedAt)) : ({ code: 'nobody' } as const)
  const full = purseProblems(purse, 1)
  const may1 = may(ask.actor, 'award:run', round.fundId) && stand.code === 'next' && full.length === 0
  return show(
    awardsPage({
      illustrative: round.illustrative,
      breadcrumbs: [...decisionsCrumbs(round), { text: 'Awards' }],
      counts: [
        { value: ofFund.filter(isLive).length, label: fund.places === 1 ? 'of 1 place' : `of ${fund.places} places` },
        { value: pounds(fund.budgetPounds - purse.leftPounds), label: `of ${pounds(fund.budgetPounds)}` },
        { value: awards.filter(({ state }) => state === 'accepted').length, label: 'accepted' },
      ],
      awards: awards.map((award) => ({
        href: managedAwardPath(fund.slug, slug, award.reference),
        reference: award.reference,
        council: award.organisation,
        pounds: pounds(award.pounds),
        state: stateTag[award.state],
        note: award.reservePlace === null ? '' : 'From the reserve list',
      })),
      waits: told
        ? ''
        : decision === undefined
          ? 'Nothing is decided yet. Awards are offered when everybody is told.'
          : `Everybody is told, and awards are offered, from ${ukTimeWithZone(decision.tellAt)}.`,
      reserve: [
        reserveText(stand),
        ...(stand.code === 'next' ? full.map((problem) => `${awardProblemText(problem)}.`) : []),
      ].join(' '),
      offer:
        may1 && stand.code === 'next'
          ? {
              reference: stand.next.reference,
              council: stand.next.lead,
              pounds: ask.form.has('pounds')
                ? ask.form.line('pounds')
                : String(Math.min(purse.capPounds, purse.leftPounds)),
            }
          : undefined,
      problems: problems.map((problem) => ({
        text: awardProblemText(problem),
        field: may1 ? awardField(problem) : 'main-content',
      })),
      action: offerReservePath(fund.slug, slug),
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

async function showAward(services: Services, ask: Ask, problems: readonly AwardProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const { fund, slug } = round
  const reference = param(ask, 'reference')
  if ((await leadOf(db, reference))?.roundId !== round.id) throw notFound('award')
  const award = await awardByReference(db, reference)
  const crumbs = [...decisionsCrumbs(round), { text: 'Awards', href: awardsPath(fund.slug, slug) }, { text: reference }]
  const { illustrative } = round
  if (award === undefined) return show(noAwardPage({ reference, illustrative, breadcrumbs: crumbs }))
  const agreements = await agreementsOf(db, award.id)
  const [latest] = agreements
  if (latest === undefined) throw new Error(`award ${award.id} lost its agreement`)
  const runs = may(ask.actor, 'award:run', round.fundId) && isLive(award)
  const now = agreementNow(award, latest, agreements)
  return show(
    managedAwardPage({
      illustrative,
      reference,
      council: award.organisation,
      breadcrumbs: crumbs,
      state: stateTag[award.state],
      lines: [...linesOf(award), ...changeLines(award, latest)],
      agreement: now.document,
      signers: signerLines(await signersOf(db, award.id), now),
      versions: versionLines(agreements, award.version, (number) =>
        managedAgreementPath(fund.slug, slug, reference, number),
      ),
      change: runs ? changeOf(ask, round, { document: now.document, sha256: latest.sha256 }) : undefined,
      problems: problems.map((problem) => ({ text: awardProblemText(problem), field: awardField(problem) })),
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

/** Two empty conditions stand after those that there are. */
const emptyConditions = 2

/** @param sha256 of the newest agreement, so that nobody changes one that they have not seen */
function changeOf(
  ask: Ask,
  { fund, slug }: RoundInFund,
  { document, sha256 }: Pick<KeptAgreement, 'document' | 'sha256'>,
): ChangeForm {
  const further = document.conditions.filter(({ standing }) => !standing)
  const empty = Array.from({ length: emptyConditions }, () => ({ text: '', dueOn: typedDay(null) }))
  const kept = {
    title: document.title,
    pounds: String(document.pounds),
    startsOn: typedDay(document.startsOn),
    endsOn: typedDay(document.endsOn),
    conditions: [...further.map(({ text, dueOn }) => ({ text, dueOn: typedDay(dueOn) })), ...empty],
    reason: '',
  }
  return {
    ...(ask.form.has('shown') ? termsTyped(ask) : kept),
    action: managedAwardPath(fund.slug, slug, document.reference),
    withdrawAction: withdrawPath(fund.slug, slug, document.reference),
    shownSha256: sha256,
    ending: ask.form.text('ending'),
  }
}

function termsTyped({ form }: Ask): TermsTyped {
  const day = (prefix: string) => ({
    day: form.line(`${prefix}-day`),
    month: form.line(`${prefix}-month`),
    year: form.line(`${prefix}-year`),
  })
  const typed = form.names().filter((name) => /^condition-\d{1,2}$/.test(name)).length
  return {
    title: form.line('title').slice(0, 200),
    pounds: form.line('pounds'),
    startsOn: day('starts'),
    endsOn: day('ends'),
    conditions: Array.from({ length: typed }, (_, index) => ({
      text: form.text(`condition-${index}`).slice(0, 2000),
      dueOn: day(`condition-${index}-due`),
    })),
    reason: form.text('reason').slice(0, 2000),
  }
}
