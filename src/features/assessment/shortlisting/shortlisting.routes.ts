import { canonicalJson } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import { departureRulesFor, type ShortlistDocument } from '../../../core/shortlist/index.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList, withQuery } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import { gonePage } from '../pages/gone.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { type DecisionProblem, decideApplication, shownChoice } from './decide-application.ts'
import { factsOf, freezeFacts, shortlistModel, shortlistParts } from './describe-shortlist.messages.ts'
import { type FreezeProblem, freezeShortlist, shownShortlist } from './freeze-shortlist.ts'
import { keptFrom } from './keep-apart.ts'
import { decisionPage } from './pages/decision.ts'
import { freezePage } from './pages/freeze.ts'
import { shortlistPage } from './pages/shortlist.ts'
import { comparePage, drawPage } from './pages/ties.ts'
import { type Proposing, readProposal } from './read-proposal.ts'
import { readShortlist } from './read-shortlist.ts'
import { compareTwo, sayDraw, type TieProblem } from './settle-ties.ts'
import { choicesOf, drawOf, shortlistOf } from './shortlist.store.ts'
import {
  decisionProblemText,
  departureHint,
  departureWords,
  drawText,
  freezeProblemText,
  frozenMeanwhile,
  ruleText,
  tieProblemText,
} from './shortlisting.messages.ts'
import { comparePath, decisionPath, drawPath, freezePath, shortlistPath } from './shortlisting.paths.ts'

const managed = '/manage/funds/:fund/:round/assessment/shortlist'

/** Deciding on the shortlist and freezing it. */
export const shortlistingRoutes = (services: Services): Route[] => [
  get(managed, 'assessment:read', async (ask) => await showShortlist(services, ask)),
  get('/manage/funds/:fund/:round/assessment/shortlist.json', 'assessment:read', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'assessment:read', roundPathOf(ask))
    const shortlist = await shortlistOf(services.db, round.id)
    if (shortlist === undefined) return seeOther(pathTo(ask, shortlistPath))
    const name = `${round.illustrative ? 'illustrative-' : ''}${round.slug}-shortlist.json`
    return download({ name, type: 'application/json', body: shortlist.document })
  }),
  get(`${managed}/applications/:reference`, 'assessment:moderate', async (ask) => showDecision(services, ask, [])),
  post(`${managed}/applications/:reference`, 'assessment:moderate', 'shortlist.decided', async (ask) => {
    const typed = typedDecision(ask)
    const reference = param(ask, 'reference')
    const seen = ask.form.line('seen')
    const asked = { actor: ask.actor, path: roundPathOf(ask), reference, typed, seen, at: ask.receivedAt }
    const result = await decideApplication(services, asked)
    if (!result.ok) return await showDecision(services, ask, result.problems)
    return seeOther(withShown(pathTo(ask, shortlistPath), ask.query), {
      flash: `The decision on ${reference} is saved.`,
    })
  }),
  get(`${managed}/draw`, 'assessment:moderate', async (ask) => await showDraw(services, ask, [])),
  post(`${managed}/draw`, 'assessment:moderate', 'shortlist.draw-value-said', async (ask) => {
    const [value, reason, seen] = [ask.form.line('value'), ask.form.text('reason'), ask.form.line('seen')]
    const asked = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt, value, reason, seen }
    const result = await sayDraw(services, asked)
    if (!result.ok) return await showDraw(services, ask, result.problems)
    return seeOther(pathTo(ask, shortlistPath), { flash: 'The draw is made.' })
  }),
  get(`${managed}/compare`, 'assessment:moderate', async (ask) => await showCompare(services, ask, [])),
  post(`${managed}/compare`, 'assessment:moderate', 'shortlist.compared', async (ask) => {
    const [better, pair, reason] = [ask.form.line('better'), ask.form.all('pair'), ask.form.text('reason')]
    const asked = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt, better, pair, reason }
    const result = await compareTwo(services, asked)
    if (!result.ok) return await showCompare(services, ask, result.problems)
    return seeOther(pathTo(ask, comparePath), { flash: 'The comparison is saved.' })
  }),
  get(`${managed}/freeze`, 'assessment:run', async (ask) => await showFreeze(services, ask, [])),
  post(`${managed}/freeze`, 'assessment:run', 'shortlist.frozen', async (ask) => {
    const asked = { actor: ask.actor, path: roundPathOf(ask), typed: typedFreeze(ask), at: ask.receivedAt }
    const result = await freezeShortlist(services, { ...asked, shown: ask.form.line('shown') })
    if (!result.ok) return await showFreeze(services, ask, result.problems)
    return seeOther(pathTo(ask, shortlistPath), { flash: 'The shortlist is frozen.' })
  }),
]

/** An address that leads back to the same part of the shortlist. */
const withShown = (path: string, query: URLSearchParams): string => withQuery(path, query, ['show', 'from'])

const pathTo = (ask: Ask, path: (fund: string, round: string) => string): string =>
  path(param(ask, 'fund'), param(ask, 'round'))

const typedDecision = ({ form }: Ask) => ({
  chosen: form.line('chosen'),
  rule: form.line('rule'),
  reason: form.text('reason'),
})

const typedFreeze = ({ form }: Ask) => ({
  tell: {
    day: form.line('tell-day'),
    month: form.line('tell-month'),
    year: form.line('tell-year'),
    clock: form.line('tell-clock'),
  },
  approval: form.line('approval'),
  reason: form.text('reason'),
  opinions: form.text('opinions'),
})

async function showShortlist(services: Services, ask: Ask): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'assessment:read', roundPathOf(ask))
  const read = await readShortlist(services, round, ask.actor)
  const path = shortlistPath(round.fund.slug, round.slug)
  const model = shortlistModel(round, read, {
    part: shortlistParts.find((each) => each === ask.query.get('show')),
    paged: (part, total) => pageOfList(ask.query, { total, path, part }),
    listed: (to) => withShown(to, ask.query),
  })
  return show(shortlistPage(model))
}

type Open = { readonly round: RoundInFund; readonly proposing: Proposing }

/** Shows a page about what is proposed; while nothing is, or once it is frozen, the page of the shortlist says why. */
async function whileProposed(services: Services, ask: Ask, page: (open: Open) => Promise<Answer>): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'assessment:moderate', roundPathOf(ask))
  const { closedAt, frozenAt } = await assessmentOf(services.db, round.id)
  const open = closedAt !== null && frozenAt === null
  const proposing = open ? await readProposal(services.db, services, round) : undefined
  if (proposing !== undefined) return await page({ round, proposing })
  return (await frozenInstead(services, ask, round)) ?? seeOther(pathTo(ask, shortlistPath))
}

const fieldWords = {
  chosen: 'Is it on the shortlist?',
  rule: 'Rule for departing from what is proposed',
  reason: 'Reason',
  value: 'Public value',
  better: 'Comes first',
  'tell-day': 'Applicants are told: day',
  'tell-month': 'Applicants are told: month',
  'tell-year': 'Applicants are told: year',
  'tell-clock': 'Applicants are told: time',
  approval: 'Does every funder approve it first?',
  opinions: 'Why the shortlist does not wait for opinions',
} as const

const inWords = (name: string, value: string): string =>
  name === 'rule' && value !== '' ? ruleText(value) : value === 'yes' ? 'Yes' : value === 'no' ? 'No' : value

/** What was sent while somebody else froze the shortlist is shown again, with what they froze. */
async function frozenInstead(services: Services, ask: Ask, round: RoundInFund): Promise<Answer | undefined> {
  const typed = Object.entries(fieldWords)
    .map(([name, label]) => ({ label, value: inWords(name, ask.form.text(name)) }))
    .filter(({ value }) => value.trim() !== '')
  const shortlist = typed.length === 0 ? undefined : await shortlistOf(services.db, round.id)
  if (shortlist === undefined) return undefined
  return show(
    gonePage({
      ...frozenMeanwhile(JSON.parse(shortlist.document) as ShortlistDocument),
      caption: round.name,
      illustrative: round.illustrative,
      back: { href: pathTo(ask, shortlistPath), text: 'Shortlist' },
      typed,
    }),
    { status: 409 },
  )
}

const frameOf = (round: RoundInFund, ask: Ask) => ({
  illustrative: round.illustrative,
  breadcrumbs: [...assessmentCrumbs(round), { text: 'Shortlist', href: shortlistPath(round.fund.slug, round.slug) }],
  csrf: ask.csrf,
})

const showDecision = (services: Services, ask: Ask, problems: readonly DecisionProblem[]): Promise<Answer> =>
  whileProposed(services, ask, async ({ round, proposing }) => {
    const reference = param(ask, 'reference')
    const item = proposing.proposal.items.find((each) => each.reference === reference)
    const application = item && proposing.applications.get(item.id)
    if (item === undefined || application === undefined) throw notFound('application')
    if ((await keptFrom(services.db, round, proposing.rules, ask.actor)).has(item.id)) throw notFound('application')
    const choice = (await choicesOf(services.db, round.id)).find(({ applicationId }) => applicationId === item.id)
    const told = problems.find((problem) => problem.code === 'decided-meanwhile')
    const before = {
      chosen: (choice?.chosen ?? item.proposed) ? 'yes' : 'no',
      // A swap at the line says that it is one, unless somebody says otherwise.
      rule: choice?.rule || (item.band === 'near-tie' ? 'near-tie' : ''),
      reason: choice?.reason ?? '',
    }
    const page = decisionPage({
      ...frameOf(round, ask),
      reference,
      lead: application.leadName,
      facts: factsOf(item, proposing),
      proposed: item.proposed,
      hint: departureHint(item.band, item.proposed),
      rules: departureRulesFor(item.band).map((value) => ({ value, text: departureWords[value] })),
      typed: problems.length > 0 ? typedDecision(ask) : before,
      seen: shownChoice(services, told?.choice ?? choice),
      errors: problems.map(decisionProblemText),
      action: withShown(decisionPath(round.fund.slug, round.slug, reference), ask.query),
    })
    return show(page, { status: told !== undefined ? 409 : problems.length > 0 ? 400 : 200 })
  })

const showDraw = (services: Services, ask: Ask, problems: readonly TieProblem[]): Promise<Answer> =>
  whileProposed(services, ask, async ({ round, proposing }) => {
    const eligible = proposing.proposal.items.filter(({ rank }) => rank !== null).map(({ reference }) => reference)
    const again = problems.length > 0
    const meanwhile = problems.find((problem) => problem.code === 'drawn-meanwhile')
    const draw = meanwhile?.draw ?? (await drawOf(services.db, round.id))
    const page = drawPage({
      ...frameOf(round, ask),
      errors: problems.map(tieProblemText),
      action: drawPath(round.fund.slug, round.slug),
      named: proposing.rules.drawValue,
      said: draw && { value: draw.value, text: drawText(draw) },
      value: again ? ask.form.line('value') : (draw?.value ?? ''),
      reason: again ? ask.form.text('reason') : '',
      list: canonicalJson([...eligible].sort()),
    })
    return show(page, { status: meanwhile !== undefined ? 409 : again ? 400 : 200 })
  })

const showCompare = (services: Services, ask: Ask, problems: readonly TieProblem[]): Promise<Answer> =>
  whileProposed(services, ask, async ({ round, proposing }) => {
    const kept = await keptFrom(services.db, round, proposing.rules, ask.actor)
    const pairs = proposing.proposal.toCompare.filter((pair) => !pair.some((id) => kept.has(id)))
    const again = problems.length > 0
    const asked = ask.form
      .all('pair')
      .flatMap((reference) => proposing.proposal.items.filter((item) => item.reference === reference))
    const shown = again
      ? asked
      : (pairs[0] ?? []).flatMap((id) => proposing.proposal.items.filter((item) => item.id === id))
    const page = comparePage({
      ...frameOf(round, ask),
      errors: problems.map(tieProblemText),
      action: comparePath(round.fund.slug, round.slug),
      pair: shown.map((item) => ({
        reference: item.reference,
        lead: proposing.applications.get(item.id)?.leadName ?? '',
        facts: factsOf(item, proposing).map(({ name, value }) => `${name}: ${value}`),
      })),
      left: pairs.length,
      better: again ? ask.form.line('better') : '',
      reason: again ? ask.form.text('reason') : '',
    })
    return show(page, { status: again ? 400 : 200 })
  })

async function showFreeze(services: Services, ask: Ask, problems: readonly FreezeProblem[]): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'assessment:run', roundPathOf(ask))
  const read = await readShortlist(services, round, ask.actor)
  if (read.state !== 'proposed')
    return (await frozenInstead(services, ask, round)) ?? seeOther(pathTo(ask, shortlistPath))
  const { proposing, choices, outstanding } = read
  const again = problems.length > 0
  const nothing = { tell: { day: '', month: '', year: '', clock: '' }, approval: '', reason: '', opinions: '' }
  const page = freezePage({
    ...frameOf(round, ask),
    ...freezeFacts(proposing, choices),
    funders: round.funders.map(({ organisationName }) => organisationName),
    typed: again ? typedFreeze(ask) : nothing,
    outstanding,
    shown: shownShortlist(services, proposing, choices, outstanding),
    errors: problems.map(freezeProblemText),
    action: freezePath(round.fund.slug, round.slug),
  })
  return show(page, { status: again ? 400 : 200 })
}
