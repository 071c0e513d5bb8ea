import { notFound } from '../../../core/errors.ts'
import { type Answers, eligibility } from '../../../core/forms/index.ts'
import { type Actor, may, organisationsOf } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type Organisation, organisationsById } from '../../accounts/index.ts'
import { type FormVersion, formVersionById } from '../../forms/index.ts'
import { phaseOf, type RoundInFund, roundByPath } from '../../funds/index.ts'
import { applicationProblemText, leadSlotsWords, type StartProblem } from '../applications.messages.ts'
import {
  applicationPath,
  applyPath,
  blankFormPath,
  eligibilityPath,
  publicRoundPath,
  yourOrganisationsPath,
} from '../applications.paths.ts'
import { type ApplicationSummary, applicationsToContinue } from '../applications.store.ts'
import { sayDeadline } from '../say-deadline.ts'
import { openPage } from '../screening/read-screener.ts'
import { readScreening } from '../screening/screening-cookie.ts'
import { checkLead } from './check-lead.ts'
import { applyPage } from './pages/apply.ts'
import { startApplication, whyNotOpen } from './start-application.ts'

/** Starting an application. */
export const startRoutes = (services: Services): Route[] => [
  get('/funds/:fund/:round/apply', 'signed-in', async (ask) => await showApply(services, ask, [])),
  post('/funds/:fund/:round/apply', 'signed-in', 'application.started', async (ask) => {
    const round = await roundOf(services, ask)
    const leadId = ask.form.line('lead')
    const before = await screenedBefore(services, round, ask)
    if (before.kind === 'missing') return seeOther(eligibilityPath(round.fund.slug, round.slug))
    const result = await startApplication(services, ask.actor, {
      round,
      leadId,
      // Offered for one lead, it is no choice for another that was picked since.
      another: leadId !== '' && ask.form.line('another') === leadId,
      screening: before.kind === 'done' ? before : undefined,
      receivedAt: ask.receivedAt,
    })
    if (result.ok) {
      const cookies = [{ name: 'screening', value: '' } as const]
      return seeOther(applicationPath(result.value.reference), before.kind === 'done' ? { cookies } : {})
    }
    return await showApply(services, ask, result.problems)
  }),
]

/** A round before the public, or seen beforehand by those who run it. @throws {NotFound} otherwise */
async function roundOf({ db }: Services, ask: Ask): Promise<RoundInFund> {
  const round = await roundByPath(db, param(ask, 'fund'), param(ask, 'round'))
  if (round === undefined) throw notFound('round')
  if (phaseOf(round, ask.receivedAt) === 'preparing' && !may(ask.actor, 'fund:read', round.fundId))
    throw notFound('round')
  return round
}

type Before =
  | { readonly kind: 'none' | 'missing' }
  | { readonly kind: 'done'; readonly screener: FormVersion; readonly answers: Answers }

/** What the screener of a round, if it has one, was told in this browser. */
async function screenedBefore({ db }: Services, { screenerVersionId }: RoundInFund, ask: Ask): Promise<Before> {
  const screener = screenerVersionId === null ? undefined : await formVersionById(db, screenerVersionId)
  if (screener === undefined) return { kind: 'none' }
  const answers = readScreening(ask.cookie('screening'), screener.id, screener.definition)
  return openPage(screener, answers) === undefined ? { kind: 'done', screener, answers } : { kind: 'missing' }
}

async function showApply(services: Services, ask: Ask, problems: readonly StartProblem[]): Promise<Answer> {
  const { db } = services
  const round = await roundOf(services, ask)
  const { fund, slug } = round
  const own = [...(await organisationsById(db, organisationsOf(ask.actor))).values()]
  const started = await applicationsToContinue(db, round.id, organisationsOf(ask.actor), isoDay(ask.receivedAt))
  const version = round.formVersionId === null ? undefined : await formVersionById(db, round.formVersionId)
  const closed = whyNotOpen(round, ask.receivedAt)
  const before = await screenedBefore(services, round, ask)
  const there = problems.find((problem) => problem.code === 'draft-there-already')
  return show(
    applyPage({
      fund: fund.name,
      round: round.name,
      roundHref: publicRoundPath(fund.slug, slug),
      illustrative: round.illustrative,
      hours: round.hoursToApply,
      slots: leadSlotsWords(round.leadSlots),
      screening: screeningOf(round, before),
      pages: version?.definition.pages.map(({ title }) => title) ?? [],
      blankForm: blankFormPath(fund.slug, slug),
      deadline: round.deadlineAt === null ? undefined : sayDeadline(round.deadlineAt, ask.receivedAt),
      notOpen: closed && applicationProblemText(closed),
      started: started.map(startedRow),
      ...leadsOf(own, round, ask),
      chosen: ask.form.line('lead') || onlyOne(ask.actor),
      offered: there && {
        lead: ask.form.line('lead'),
        reference: there.reference,
        href: applicationPath(there.reference),
      },
      problems: problems.map((problem) => ({ text: applicationProblemText(problem), href: '#lead' })),
      accountHref: yourOrganisationsPath,
      action: applyPath(fund.slug, slug),
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

/** What the page says of the screener. */
function screeningOf({ fund, slug, ineligible }: RoundInFund, before: Before) {
  if (before.kind === 'none') return undefined
  const href = eligibilityPath(fund.slug, slug)
  if (before.kind !== 'done') return { href, done: false, failed: [], refuses: false }
  const { failed } = eligibility(before.screener.definition, before.answers)
  return {
    href,
    done: true,
    failed: failed.map(({ text, clause }) => `${text} (${clause})`),
    refuses: ineligible === 'refuse',
  }
}

const onlyOne = (actor: Actor): string => {
  const [first, ...others] = organisationsOf(actor)
  return first !== undefined && others.length === 0 ? first : ''
}

const states = { draft: 'being written', submitted: 'submitted', withdrawn: 'withdrawn' } as const

const startedRow = ({ reference, leadName, state }: ApplicationSummary) => ({
  reference,
  lead: leadName,
  state: states[state],
  isSent: state === 'submitted',
  href: applicationPath(reference),
})

/** Which of a person's organisations may lead, and why the others may not. */
function leadsOf(own: readonly Organisation[], round: RoundInFund, ask: Ask) {
  const checked = own.map((organisation) => ({
    organisation,
    result: checkLead(organisation, round, isoDay(ask.receivedAt)),
  }))
  return {
    leads: checked.flatMap(({ organisation: { id, name }, result }) => (result.ok ? [{ id, name }] : [])),
    notEligible: checked.flatMap(({ result }) => (result.ok ? [] : result.problems.map(applicationProblemText))),
  }
}
