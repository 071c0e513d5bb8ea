import { acceptability } from '../../../core/mcda/index.ts'
import {
  type KnownOfWeights,
  knownOfWeights,
  type ReviewWeighing,
  smaaCaseOf,
  type WeighedReview,
  weighingWarnings,
} from '../../../core/reviews/index.ts'
import { describeSensitivity } from './describe-sensitivity.ts'
import type { ChancesModel, WeighedModel } from './pages/weighed.ts'
import {
  groupName,
  knownWords,
  type NameOf,
  percentText,
  pointsText,
  quoted,
  switchText,
  warningText,
} from './weighed.messages.ts'
import { weighedPath } from './weighing.paths.ts'

/** Enough for shares that are right to a fifth of a percent, in a fraction of a second; a power of two for even numbers. */
export const samples = 16_384
const seed = 1

/** What is asked of the page. */
type Asked = {
  readonly reference: string
  readonly criterion: string | null
  readonly known: KnownOfWeights
  /** Whether ranges are looked at, at the depth of the review. */
  readonly uncertain: boolean
}

/** What a round of weighing comes to, as its page shows it. */
export function describeWeighed(weighing: ReviewWeighing, weighed: WeighedReview, asked: Asked): WeighedModel {
  const nameOf = namesOf(weighing)
  const { given, result, groups } = weighed
  return {
    finding: findingOf(weighed, nameOf),
    outsideGuidance: weighing.method === 'percentage',
    warnings: weighingWarnings(weighing.criteria, weighed).map((warning) => warningText(warning, nameOf)),
    switches: weighed.weightSwitches.map((piece) => switchText(piece, nameOf)),
    criteria: weighing.criteria.map(({ title }, at) => ({ title, weight: percentText(result.weights[at] ?? 0) })),
    bars: byTotal(weighed).map((row) => {
      const values = (given.values[row] ?? []).map((value, at) => value * (result.weights[at] ?? 0) * 100)
      return {
        title: nameOf(given.options[row] ?? ''),
        total: pointsText(result.totals[row] ?? 0),
        values,
        parts: values.map((value) => pointsText(value / 100)),
      }
    }),
    sensitivity: describeSensitivity(weighed, nameOf, asked),
    groups: groups.map(({ speaksFor, people, totals, leaders }) => ({
      name: groupName(speaksFor),
      people: people.join(', '),
      totals: totals.map(pointsText),
      first: leaders.map(nameOf).join(', '),
    })),
    options: given.options.map(nameOf),
    chances: asked.uncertain ? chancesOf(weighed, nameOf, asked) : undefined,
  }
}

/** Names options and criteria of a round. */
export const namesOf =
  ({ options, criteria }: Pick<ReviewWeighing, 'options' | 'criteria'>): NameOf =>
  (id) =>
    [...options, ...criteria].find((each) => each.id === id)?.title ?? ''

const byTotal = ({ result: { totals } }: WeighedReview): readonly number[] =>
  totals.map((_, row) => row).sort((one, other) => (totals[other] ?? 0) - (totals[one] ?? 0) || one - other)

function findingOf({ given, result }: WeighedReview, nameOf: NameOf): string {
  const [first = [], second = []] = result.ranking
  const totalOf = (options: readonly string[]): number => result.totals[given.options.indexOf(options[0] ?? '')] ?? 0
  const leads = `${quoted(first, nameOf)} ${first.length > 1 ? 'are' : 'is'} first with ${pointsText(totalOf(first))} points of 100`
  return second.length === 0
    ? `${leads}.`
    : `${leads}, ${pointsText(totalOf(first) - totalOf(second))} before ${quoted(second, nameOf)}.`
}

function chancesOf(weighed: WeighedReview, nameOf: NameOf, { reference, known, criterion }: Asked): ChancesModel {
  const found = acceptability(smaaCaseOf(weighed, known, { samples, seed }))
  const { options } = weighed.given
  const firsts = found.rankAcceptability.map(([first = 0]) => first)
  const top = firsts.indexOf(Math.max(...firsts))
  return {
    finding: `“${nameOf(options[top] ?? '')}” is first in ${percentText(firsts[top] ?? 0)} of draws, where ${knownWords[known].what}.`,
    drawn: `${samples.toLocaleString('en-GB')} draws, seed ${seed}`,
    choices: knownOfWeights.map((each) => ({
      text: knownWords[each].name,
      href:
        each === known
          ? undefined
          : `${weighedPath(reference)}?weights=${each}${criterion === null ? '' : `&criterion=${criterion}`}#chances`,
    })),
    rows: found.rankAcceptability.map((shares, row) => ({ title: nameOf(options[row] ?? ''), shares })),
    central: found.centralWeights.map((weights, row) => ({
      title: nameOf(options[row] ?? ''),
      weights: weights === null ? undefined : weights.map(percentText),
      confidence: percentOrNone(found.confidence[row] ?? null),
    })),
  }
}

const percentOrNone = (share: number | null): string => (share === null ? '' : percentText(share))
