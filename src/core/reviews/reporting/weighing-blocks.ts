import { acceptability, compareMethods } from '../../mcda/index.ts'
import type { ReviewRuns } from '../review-runs.ts'
import {
  consistencies,
  consistencyWords,
  facilitatorScored,
  methodsFinding,
  notIndependent,
  type ReviewWeighing,
  smaaCaseOf,
  type WeighedReview,
  weighReview,
} from '../weighing/index.ts'
import { amountsTable, type ReportBlock } from './report-block.ts'
import { contributionsPicture, linesPicture, weightsPicture } from './weighing-pictures.ts'

/** Samples in reports of versions that were frozen before ranks were kept: those reports stay as they were. */
const samples = 16_384

const points = (value: number): string => String(Math.round(value * 1000) / 10)
const percent = (share: number): string => `${Math.round(share * 100)}%`

/**
 * How the options were weighed, for the chapter on the shortlist: who gave which weights, what the scores come to, how far a
 * weight may move, and how often each option has each rank. The recommendation does not rest on it alone (Green Book 2026,
 * paragraph 5.14).
 *
 * @param runs what was worked out and kept; undefined in versions that were frozen before it was
 */
export function weighingBlocks(weighing: ReviewWeighing | undefined, runs?: ReviewRuns): readonly ReportBlock[] {
  if (weighing === undefined) return [{ kind: 'missing', text: 'Nothing was weighed yet.' }]
  const weighed = weighReview(weighing)
  return [
    { kind: 'heading', text: 'How it was weighed' },
    { kind: 'facts', rows: factsOf(weighing) },
    ...(weighed === undefined
      ? [{ kind: 'missing', text: 'Weights or scores are still to be given.' } as const]
      : [...resultBlocks(weighing, weighed), ...rankBlocks(weighing, weighed, runs)]),
    ...noteBlocks(weighing),
  ]
}

const factsOf = (weighing: ReviewWeighing) => [
  {
    name: 'Facilitator',
    value: facilitatorScored(weighing)
      ? [weighing.facilitator, `Weighed or scored too. ${notIndependent}.`]
      : [weighing.facilitator],
  },
  {
    name: 'Method',
    value: [
      methodNote(weighing),
      ...consistencies(weighing).map((each) => `Consistency ratio of ${each.name}: ${consistencyWords(each)}`),
    ],
  },
  {
    name: 'Weighed and scored by',
    value: weighing.people.map(({ name, speaksFor, credentials }) =>
      [name, speaksFor === '' ? '' : `for ${speaksFor.toLowerCase()}`, credentials].filter(Boolean).join(', '),
    ),
  },
]

const methodNames = {
  swing: 'Swing weights',
  percentage: 'Typed percentages',
  pairs: 'Criteria compared in pairs (the analytic hierarchy process)',
} as const

function methodNote({ method, round }: ReviewWeighing): string {
  const named = `${methodNames[method]}, round ${round}`
  return method === 'swing'
    ? named
    : `${named}: outside the guidance of the Green Book (2026, paragraphs 5.14 and 5.15)`
}

function resultBlocks(weighing: ReviewWeighing, weighed: WeighedReview): readonly ReportBlock[] {
  const { criteria, options, people } = weighing
  const { result, weights, values } = weighed
  const best = result.ranking[0] ?? []
  const leaders = options.filter(({ id }) => best.includes(id)).map(({ title }) => `“${title}”`)
  return [
    {
      kind: 'finding',
      text: `By these weights and scores ${leaders.join(' and ')} ${leaders.length > 1 ? 'are' : 'is'} first.`,
    },
    ...(people.length > 1 ? [weightsPicture(weighing)] : []),
    amountsTable(
      'Weights in percent, and between which weights of one criterion the first option stays first',
      ['Criterion', 'Mean', 'Lowest', 'Highest', 'First from', 'to'],
      criteria.map(({ id, title }, at) => {
        const weight = weights[at]
        const kept = result.switching.find(({ criterion }) => criterion === id)
        return [
          title,
          ...[weight?.mean, weight?.lowest, weight?.highest, kept?.from, kept?.to].map((share) => points(share ?? 0)),
        ]
      }),
    ),
    linesPicture(weighing, weighed, leaders.join(' and ')),
    contributionsPicture(weighing, weighed),
    amountsTable(
      'Mean scores from 0 to 100, and what they come to',
      ['Option', ...criteria.map(({ title }) => title), 'In all'],
      options.map(({ title }, option) => [
        title,
        ...(values[option] ?? []).map(({ mean }) => points(mean)),
        points(result.totals[option] ?? 0),
      ]),
    ),
    { kind: 'finding', text: otherMethods(weighing, weighed) },
  ]
}

/** One paragraph for those who know other methods: it is never a headline, and the recommendation does not rest on it. */
function otherMethods({ options }: ReviewWeighing, { given, result }: WeighedReview): string {
  const titleOf = (id: string): string => options.find((option) => option.id === id)?.title ?? ''
  return `What other methods would say of the same weights and scores, as a check: ${methodsFinding(compareMethods(given), result.ranking[0] ?? [], titleOf)}`
}

function rankBlocks(
  { options }: ReviewWeighing,
  weighed: WeighedReview,
  runs: ReviewRuns | undefined,
): readonly ReportBlock[] {
  if (runs !== undefined && runs.ranks?.current !== true) {
    const text = runs.ranks === undefined ? 'is not worked out yet.' : 'was worked out before what was weighed changed.'
    return [{ kind: 'missing', text: `How often each option has each rank ${text}` }]
  }
  const { rankAcceptability } =
    runs?.ranks?.result.free ?? acceptability(smaaCaseOf(weighed, 'free', { samples, seed: 1 }))
  const firsts = rankAcceptability.map(([first = 0]) => first)
  const top = firsts.indexOf(Math.max(...firsts))
  return [
    {
      kind: 'picture',
      title: 'How often each option has each rank',
      finding: `“${options[top]?.title ?? ''}” is first under ${percent(firsts[top] ?? 0)} of all weights.`,
      picture: {
        chart: 'heat',
        columns: options.map((_, rank) => String(rank + 1)),
        rows: options.map(({ title }, option) => ({ label: title, shares: rankAcceptability[option] ?? [] })),
      },
    },
    amountsTable(
      'How often each option has each rank, whatever the weights are and within the scores that were given',
      ['Option', ...options.map((_, rank) => `Rank ${rank + 1}`)],
      options.map(({ title }, option) => [title, ...(rankAcceptability[option] ?? []).map(percent)]),
    ),
  ]
}

const noteBlocks = ({ notes, criteria }: ReviewWeighing): readonly ReportBlock[] =>
  notes.map(({ kind, by, criterion, text }) => {
    const about = criteria.find(({ id }) => id === criterion)?.title
    const what = kind === 'dissent' ? 'dissenting' : 'in the discussion'
    return {
      kind: 'quote',
      from: [by, what, about === undefined ? '' : `on ${about}`].filter(Boolean).join(', '),
      text,
    }
  })
