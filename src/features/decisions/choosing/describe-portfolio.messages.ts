import { kindWords } from '../../../core/authorities/kind-words.ts'
import { type DecisionCase, type OptimalPortfolio, unitsInPoint } from '../../../core/decisions/index.ts'
import { type RuleNames, type SpreadRule, spreadWords } from '../../../core/rules/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import type { PortfolioModel, PortfolioRow } from './pages/portfolio.ts'
import type { PortfolioRun } from './portfolios.store.ts'
import type { PortfolioProblem } from './request-portfolio.ts'

export const poundsWords = (pounds: number): string => `£${pounds.toLocaleString('en-GB')}`

/** Units of value as points. @example pointsWords(12_500_000) // => '12.5 points' */
export const pointsWords = (units: number): string => {
  const points = (units / unitsInPoint).toFixed(1)
  return `${points} ${points === '1.0' ? 'point' : 'points'}`
}

export const waitsWords = {
  'rules-not-sealed': 'The rules of this round are not sealed. Nothing can be chosen before.',
  'not-frozen': 'Awards are chosen from the shortlist, once it is frozen.',
  'interviews-open': 'Awards are chosen once interviews have closed.',
} as const

export const stateWords: Readonly<Record<PortfolioRun['state'], string>> = {
  waiting: 'Waiting',
  running: 'Under way',
  done: 'Worked out',
  impossible: 'Impossible',
  cancelled: 'Cancelled',
  failed: 'Failed',
}

export function portfolioProblemText(problem: PortfolioProblem): FieldText {
  const field = 'field' in problem ? problem.field : 'portfolio'
  const text = {
    ...waitsWords,
    decided: 'The awards are decided. Nothing more can be tried.',
    'under-way': 'One is being worked out. Wait for it, or cancel it',
    'ended-already': 'It has ended already',
    'question-unknown': 'Select a question of the form, or that each award counts as the cap',
    'name-missing': 'Enter a name for what you try',
    'application-missing': 'Select the application that you move',
    'move-missing': 'Select where it goes',
    'reason-missing': 'Enter why you try it',
    'reason-too-long': 'The reason must be 2,000 characters or less',
  }[problem.code]
  return { text, field, href: `#${field}` }
}

/** What a portfolio is, beside what the same sealed rules propose where nothing is moved. */
export function standingWords(run: PortfolioRun, runs: readonly PortfolioRun[]): string {
  if (run.name === '') return 'This is what the sealed rules propose.'
  const best = 'With the applications that were put in or left out, this is the best that the sealed rules allow'
  const proposed = runs.find(
    (each) => each.name === '' && each.number < run.number && each.result?.status === 'optimal',
  )
  if (run.result?.status !== 'optimal' || proposed?.result?.status !== 'optimal') return `${best}.`
  const loss = proposed.result.value - run.result.value
  if (loss === 0) return `${best}: it is worth as much as what they propose.`
  return `${best}: it is worth ${pointsWords(Math.abs(loss))} ${loss > 0 ? 'less' : 'more'} than what they propose.`
}

type Named = (id: string) => string

/** One sentence for why no portfolio keeps to everything. */
export function impossibleWords(run: PortfolioRun, names: RuleNames): string {
  if (run.result?.status !== 'impossible') return ''
  const { places, budgetPounds, candidates, spread } = run.input
  const [cause] = run.result.because
  if (cause === undefined) return run.verdict
  const called = (id: string) => candidates.find((each) => each.id === id)?.reference ?? id
  const parts = [
    ...(cause.places ? [places === 1 ? 'at most 1 award' : `at most ${places} awards`] : []),
    ...(cause.limits.length > 0 ? [`a budget of ${poundsWords(budgetPounds)}`] : []),
    ...cause.rules.flatMap((place) => ruleOf(spread[place], names)),
    ...cause.mustInclude.map((id) => `${called(id)} put in`),
    ...cause.mustExclude.map((id) => `${called(id)} left out`),
  ]
  return parts.length === 1
    ? `No portfolio keeps to this: ${parts[0]}.`
    : `No portfolio keeps to all of these together: ${plainList(parts)}.`
}

const ruleOf = (rule: SpreadRule | undefined, names: RuleNames): readonly string[] =>
  rule === undefined ? [] : [spreadWords(rule, names)]

/** Whether it is more than nothing once it is shown with one decimal. */
const shows = (points: number): boolean => points.toFixed(1) !== '0.0'

/** What the draws draw: how far scores may be off, and what says so. '' where none were drawn. */
export function drawsWords({ draws, panelNoise }: DecisionCase, { inclusion }: OptimalPortfolio): string {
  if (inclusion === null || draws === 0) return ''
  const all = `In each of ${draws} draws every score is moved by chance, by as much as it may be off.`
  const written = 'How far a written score may be off is what its assessors’ scores say.'
  if (panelNoise === undefined) return `${all} ${written}`
  const { chance, leniency, scores, members, from } = panelNoise
  const off = `one member’s score of an interview may be off by ${chance.toFixed(1)} points of 100 by chance`
  if (from === 'default')
    return `${all} ${written} For interviews the panel gave too few scores to tell. It is assumed that ${off}.`
  const told = [
    ...(shows(chance) ? [off] : []),
    ...(shows(leniency) ? [`members are ${leniency.toFixed(1)} points apart in how lenient they are`] : []),
  ]
  const given = `For interviews, ${scores} scores by ${members} members`
  return told.length === 0
    ? `${all} ${written} ${given} differ by nothing that chance or a lenient member would explain, so they are not moved.`
    : `${all} ${written} ${given} say that ${told.join(', and that ')}.`
}

/** What a portfolio of nothing says of its cause. */
export function emptyWords({ candidates, budgetPounds }: DecisionCase): string {
  if (candidates.length === 0) return 'No application reached every sealed threshold, so nothing can be awarded.'
  const least = Math.min(...candidates.map(({ pounds }) => pounds))
  return least > budgetPounds
    ? `The budget of ${poundsWords(budgetPounds)} is less than the smallest award, ${poundsWords(least)}, so nothing can be awarded.`
    : 'Nothing is chosen.'
}

/** Everything that the page says of a portfolio that was found. */
export function describePortfolio(
  { input }: PortfolioRun,
  result: OptimalPortfolio,
  named: Named,
  names: RuleNames,
): Pick<PortfolioModel, 'counts' | 'rows' | 'rules' | 'alternatives' | 'swaps' | 'empty' | 'draws'> {
  const chosen = new Set(result.chosen)
  const inclusion = new Map(result.inclusion?.map(({ id, draws }) => [id, draws]))
  const list = (ids: readonly string[]) => (ids.length === 0 ? 'None' : plainList(ids.map(named)))
  const row = (candidate: DecisionCase['candidates'][number]): PortfolioRow => ({
    name: named(candidate.id),
    reference: candidate.reference,
    score: candidate.totalPercent.toFixed(1),
    pounds: poundsWords(candidate.pounds),
    about: [candidate.region, candidate.authorityType === '' ? '' : kindWords(candidate.authorityType)]
      .filter((text) => text !== '')
      .join(', '),
    chosen: chosen.has(candidate.id),
    forced: input.forcedIn.includes(candidate.id) ? 'Put in' : input.forcedOut.includes(candidate.id) ? 'Left out' : '',
    inclusion:
      result.inclusion === null || input.draws === 0
        ? ''
        : `${Math.round((100 * (inclusion.get(candidate.id) ?? 0)) / input.draws)}%`,
  })
  return {
    empty: result.chosen.length === 0 ? emptyWords(input) : '',
    draws: drawsWords(input, result),
    counts: [
      { value: `${result.chosen.length} of ${input.places}`, label: 'places' },
      { value: poundsWords(result.pounds), label: `of ${poundsWords(input.budgetPounds)}` },
      { value: (result.value / unitsInPoint).toFixed(1), label: 'points above the threshold' },
    ],
    rows: [...input.candidates].map(row).sort((one, other) => Number(other.chosen) - Number(one.chosen)),
    rules: result.rulePrices.map(({ rule, price }) => ({
      rule: capital(ruleOf(input.spread[rule], names)[0] ?? ''),
      price: price === 0 ? 'Nothing: the choice is as good without it' : `${pointsWords(price)} less than without it`,
    })),
    alternatives: result.alternatives.map(({ loss, comesIn, goesOut, near }) => ({
      loss: loss === 0 ? 'Worth the same' : `${pointsWords(loss)} less`,
      comesIn: list(comesIn),
      goesOut: list(goesOut),
      near,
    })),
    swaps: result.swaps.map((swap) => ({
      name: named(swap.id),
      chosen: swap.chosen,
      loss: swap.loss === null ? 'No portfolio keeps to the rules then' : swapWords(swap.loss),
      comesIn: list(swap.comesIn.filter((id) => id !== swap.id)),
      goesOut: list(swap.goesOut.filter((id) => id !== swap.id)),
      takes: swap.chosen || swap.loss === null ? '' : takesWords(swap.loss, swap.mostPounds),
    })),
  }
}

const swapWords = (loss: number): string => (loss === 0 ? 'Worth the same' : `${pointsWords(loss)} less`)

function takesWords(loss: number, mostPounds: number | null): string {
  if (loss === 0) return 'Nothing but the sealed order of ties'
  const score = `${pointsWords(loss)} more`
  return mostPounds === null ? score : `${score}, or to ask for at most ${poundsWords(mostPounds)}`
}
