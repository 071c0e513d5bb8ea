import {
  decisionSchema,
  type Outcome,
  publishedSchema,
  publishedSchemaPath,
  recordSchemaPath,
} from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, download, json, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, publicRulesPath, type RoundInFund } from '../../funds/index.ts'
import { poundsWords } from '../choosing/describe-portfolio.messages.ts'
import { type ChoiceProblem, chooseOutcome, decisionDepartureRules, seenChoice } from './choose-outcome.ts'
import { choiceProblemText, freezeProblemText, notYetWords } from './deciding.messages.ts'
import {
  choicePath,
  decisionPath,
  declarePath,
  notePath,
  recommendationPath,
  recordJsonPath,
  recordPath,
  submissionPath,
} from './deciding.paths.ts'
import { noteOf, type Stage, submissionOf } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'
import { outcomeInWords, ruleWords, ruleWordsOf } from './decision-words.messages.ts'
import { declaringRoutes } from './declaring.routes.ts'
import { type FreezeProblem, freezeRecommendation, shownStanding } from './freeze-recommendation.ts'
import { choicePage } from './pages/choice.ts'
import { type OutcomeRow, outcomesPage } from './pages/outcomes.ts'
import { conflictsOf, hasDeclared, leadOf, namedIn, readStanding, type Standing } from './read-outcomes.ts'
import { brokenSpreadLines, sealedRuleLines } from './sealed-rules.messages.ts'

const pathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })
const to = (ask: Ask, path: (fund: string, round: string) => string) => path(param(ask, 'fund'), param(ask, 'round'))
const managed = '/manage/funds/:fund/:round/decisions'

/** What the panel recommends and what is decided, application by application. */
export const decidingRoutes = (services: Services): Route[] => [
  get(recordSchemaPath, 'public', async () => json(decisionSchema)),
  get(publishedSchemaPath, 'public', async () => json(publishedSchema)),
  ...declaringRoutes(services),
  get(`${managed}/recommendation`, 'decision:read', async (ask) => showOutcomes(services, ask, 'panel', [])),
  post(`${managed}/recommendation/freeze`, 'decision:recommend', 'awards.recommended', async (ask) => {
    const asked = { actor: ask.actor, path: pathOf(ask), shown: ask.form.line('shown'), at: ask.receivedAt }
    const result = await freezeRecommendation(services, asked)
    if (!result.ok) return await showOutcomes(services, ask, 'panel', result.problems)
    return seeOther(to(ask, recommendationPath), { flash: 'The recommendation is frozen.' })
  }),
  get(`${managed}/recommendation/applications/:reference`, 'decision:recommend', async (ask) =>
    showChoice(services, ask, 'panel', []),
  ),
  post(
    `${managed}/recommendation/applications/:reference`,
    'decision:recommend',
    'awards.recommended-one',
    async (ask) => choose(services, ask, 'panel'),
  ),
  get(`${managed}/decision`, 'decision:read', async (ask) => showOutcomes(services, ask, 'decision', [])),
  get(`${managed}/decision/applications/:reference`, 'decision:decide', async (ask) =>
    showChoice(services, ask, 'decision', []),
  ),
  post(`${managed}/decision/applications/:reference`, 'decision:decide', 'awards.decided-one', async (ask) =>
    choose(services, ask, 'decision'),
  ),
  get(`${managed}/decision.json`, 'decision:read', async (ask) => {
    const round = await findRound(services.db, ask.actor, 'decision:read', pathOf(ask))
    const decision = await decisionOf(services.db, round.id)
    if (decision === undefined) return seeOther(to(ask, decisionPath))
    const name = `${round.illustrative ? 'illustrative-' : ''}${round.slug}-decision.json`
    return download({ name, type: 'application/json', body: decision.text })
  }),
]

const titles = { panel: 'Recommendation of the panel', decision: 'Decision' } as const
const intros = {
  panel:
    'This is what the sealed rules propose. The panel recommends it, or something else under a named rule and for a reason that stands in the record.',
  decision:
    'This is what the panel recommends. The decision maker follows it, or departs from it under a named rule, with a reason that is kept in the record.',
} as const
const introsAfter = {
  panel:
    'This is what the panel recommended. Where it departed from what the sealed rules propose, the reason stands beside it.',
  decision: 'This is what was decided. Where it departs from what the panel recommended, the reason stands beside it.',
} as const

/** What whoever decides reads before. */
const papersOf = ({ fund, slug }: RoundInFund, stage: Stage) =>
  stage === 'panel'
    ? []
    : [
        { text: 'The submission', href: submissionPath(fund.slug, slug) },
        { text: 'The accounting officer’s note', href: notePath(fund.slug, slug) },
      ]

async function showOutcomes(
  services: Services,
  ask: Ask,
  stage: Stage,
  problems: readonly FreezeProblem[],
): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', pathOf(ask))
  const standing = await readStanding(db, round, stage)
  const base = { round, title: titles[stage], papers: papersOf(round, stage), csrf: ask.csrf }
  const startsFrom = stage === 'panel' ? 'Proposed' : 'Recommended'
  const errors = problems.map(freezeProblemText)
  const status = problems.length > 0 ? 400 : 200
  if (typeof standing === 'string') {
    const waits = notYetWords[standing]
    const nothing = {
      startsFrom,
      counts: [],
      broken: [],
      rows: [],
      toDo: [],
      freeze: undefined,
      next: undefined,
      frozen: undefined,
    }
    return show(outcomesPage({ ...base, ...nothing, intro: intros[stage], waits, errors }), { status })
  }
  const decision = await decisionOf(db, round.id)
  const open = decision === undefined && (stage === 'decision' || standing.recommendation === undefined)
  const mayChoose = may(ask.actor, stage === 'panel' ? 'decision:recommend' : 'decision:decide', round.fundId)
  const declared = hasDeclared(standing, ask.actor)
  const conflicts = await conflictsOf(db, round, standing, ask.actor)
  const page = outcomesPage({
    ...base,
    intro: (open ? intros : introsAfter)[stage],
    waits: '',
    startsFrom,
    counts: countsOf(standing),
    broken: brokenSpreadLines(standing),
    rows: rowsOf(round, stage, standing, { may: open && mayChoose && declared, conflicts }),
    toDo: open && mayChoose ? await toDoOf(services, round, stage, declared) : [],
    freeze:
      stage === 'panel' && open && mayChoose && declared
        ? {
            action: `${recommendationPath(round.fund.slug, round.slug)}/freeze`,
            shown: shownStanding(services, standing),
          }
        : undefined,
    next:
      stage === 'decision' && open && mayChoose && declared
        ? { text: 'Record the decision', href: recordPath(round.fund.slug, round.slug) }
        : undefined,
    frozen: frozenOf(round, stage, standing, decision),
    errors,
  })
  return show(page, { status })
}

export const countsOf = ({ outcomes, run }: Standing) => {
  const awards = outcomes.filter(({ outcome }) => outcome === 'award')
  const pounds = awards.reduce((sum, each) => sum + (each.pounds ?? 0), 0)
  const departures = outcomes.filter(({ departure }) => departure !== null).length
  return [
    { value: `${awards.length} of ${run.input.places}`, label: run.input.places === 1 ? 'place' : 'places' },
    { value: poundsWords(pounds), label: `of ${poundsWords(run.input.budgetPounds)}` },
    { value: String(departures), label: departures === 1 ? 'departure' : 'departures' },
  ]
}

async function toDoOf(services: Services, round: RoundInFund, stage: Stage, declared: boolean) {
  const [fund, slug] = [round.fund.slug, round.slug]
  return [
    ...(declared ? [] : [{ text: 'Declare your conflicts', href: declarePath(fund, slug) }]),
    ...(stage === 'decision' && (await noteOf(services.db, round.id)) === undefined
      ? [{ text: 'The accounting officer’s note is missing', href: notePath(fund, slug) }]
      : []),
    ...(stage === 'decision' && (await submissionOf(services.db, round.id)) === undefined
      ? [{ text: 'The submission is missing', href: submissionPath(fund, slug) }]
      : []),
  ]
}

function rowsOf(
  round: RoundInFund,
  stage: Stage,
  standing: Standing,
  by: { readonly may: boolean; readonly conflicts: ReadonlySet<string> },
): readonly OutcomeRow[] {
  const totals = new Map(standing.deciding.scores.map((score) => [score.applicationId, score.totalPercent]))
  const before = new Map(standing.start.map((each) => [each.id, each]))
  const recommended = stage === 'panel' ? [] : (standing.recommendation?.outcomes ?? [])
  const because = new Map(recommended.map((each) => [each.id, departureOf(each)]))
  const order = { award: 0, reserve: 1, declined: 2 }
  return [...standing.outcomes]
    .sort(
      (one, other) =>
        order[one.outcome] - order[other.outcome] ||
        (one.reservePlace ?? 0) - (other.reservePlace ?? 0) ||
        (totals.get(other.id) ?? 0) - (totals.get(one.id) ?? 0),
    )
    .map((each) => {
      const was = before.get(each.id)
      const kept = by.conflicts.has(each.id)
      return {
        name: namedIn(standing, each.id, each.reference),
        href: by.may && !kept ? choicePath(round.fund.slug, round.slug, stage, each.reference) : undefined,
        score: (totals.get(each.id) ?? 0).toFixed(1),
        was: was === undefined ? '' : outcomeInWords(was),
        wasBecause: because.get(each.id) ?? '',
        now: outcomeInWords(each),
        award: each.outcome === 'award',
        departs: each.departure !== null,
        departure: departureOf(each),
        kept,
      }
    })
}

const departureOf = ({ departure }: Outcome): string =>
  departure === null ? '' : `${ruleWordsOf(departure.rule)}: ${departure.reason} (${departure.decidedBy})`

function frozenOf(
  round: RoundInFund,
  stage: Stage,
  { recommendation }: Standing,
  decision: Awaited<ReturnType<typeof decisionOf>>,
) {
  if (stage === 'panel')
    return recommendation === undefined
      ? undefined
      : {
          words: `Frozen ${ukTimeWithZone(recommendation.frozenAt)} by ${recommendation.frozenByName}.`,
          sha256: recommendation.sha256,
          jsonHref: undefined,
        }
  if (decision === undefined) return undefined
  const told =
    decision.toldAt === null ? `Nobody is told before ${ukTimeWithZone(decision.tellAt)}.` : 'Everybody is told.'
  return {
    words: `Decided by ${decision.decidedBy}, recorded ${ukTimeWithZone(decision.decidedAt)}. ${told}`,
    sha256: decision.sha256,
    jsonHref: recordJsonPath(round.fund.slug, round.slug),
  }
}

const typedChoice = ({ form }: Ask) => ({
  outcome: form.line('outcome'),
  pounds: form.line('pounds'),
  place: form.line('place'),
  rule: form.line('rule'),
  reason: form.text('reason'),
})

async function choose(services: Services, ask: Ask, stage: Stage): Promise<Answer> {
  const reference = param(ask, 'reference')
  const given = { stage, reference, typed: typedChoice(ask), seen: ask.form.line('seen') }
  const asked = { actor: ask.actor, path: pathOf(ask), ...given, at: ask.receivedAt }
  const result = await chooseOutcome(services, asked)
  if (!result.ok) return await showChoice(services, ask, stage, result.problems)
  const path = stage === 'panel' ? recommendationPath : decisionPath
  return seeOther(to(ask, path), { flash: `The outcome of ${reference} is saved.` })
}

/** @throws {NotFound} for one that is not before them, or that they have a conflict with */
async function showChoice(
  services: Services,
  ask: Ask,
  stage: Stage,
  problems: readonly ChoiceProblem[],
): Promise<Answer> {
  const { db } = services
  const round = await findRound(
    db,
    ask.actor,
    stage === 'panel' ? 'decision:recommend' : 'decision:decide',
    pathOf(ask),
  )
  const path = stage === 'panel' ? recommendationPath : decisionPath
  const standing = await readStanding(db, round, stage)
  if (typeof standing === 'string')
    return await showOutcomes(services, ask, stage, problems.length > 0 ? [{ code: standing }] : [])
  const reference = param(ask, 'reference')
  const item = standing.outcomes.find((each) => each.reference === reference)
  const was = standing.start.find((each) => each.reference === reference)
  if (item === undefined || was === undefined) throw notFound('application')
  if ((await conflictsOf(db, round, standing, ask.actor)).has(item.id)) throw notFound('application')
  const candidate = standing.run.input.candidates.find(({ id }) => id === item.id)
  const score = standing.deciding.scores.find(({ applicationId }) => applicationId === item.id)
  const again = problems.length > 0
  const page = choicePage({
    round,
    back: { text: titles[stage], href: path(round.fund.slug, round.slug) },
    reference,
    lead: leadOf(standing, item.id),
    startsFrom: stage === 'panel' ? 'proposed' : 'recommended',
    facts: [
      { name: 'Score of 100', value: (score?.totalPercent ?? 0).toFixed(1) },
      { name: stage === 'panel' ? 'Proposed' : 'Recommended', value: outcomeInWords(was) },
      { name: 'Now', value: outcomeInWords(item) },
      ...(candidate?.askedPounds == null ? [] : [{ name: 'Asked for', value: poundsWords(candidate.askedPounds) }]),
    ],
    sealed: { lines: sealedRuleLines(standing), href: publicRulesPath(round.fund.slug, round.slug) },
    rules: decisionDepartureRules.map((value) => ({ value, text: ruleWords[value] })),
    typed: again
      ? typedChoice(ask)
      : {
          outcome: item.outcome,
          pounds: String(item.pounds ?? candidate?.pounds ?? ''),
          place: item.reservePlace === null ? '' : String(item.reservePlace),
          rule: item.departure?.rule ?? '',
          reason: item.departure?.reason ?? '',
        },
    seen: seenChoice(standing, item.id),
    errors: problems.map(choiceProblemText),
    action: choicePath(round.fund.slug, round.slug, stage, reference),
    csrf: ask.csrf,
  })
  return show(page, { status: again ? 400 : 200 })
}
