import {
  type KnownOfWeights,
  knownOfWeights,
  type RanksCase,
  type RanksResult,
  type ReviewWeighing,
  type WeighedReview,
  weighingWarnings,
} from '../../../core/reviews/index.ts'
import { describeMade } from '../runs/describe-made.ts'
import type { ReviewRun } from '../runs/runs.store.ts'
import { describeSensitivity } from './describe-sensitivity.ts'
import type { ChancesModel } from './pages/chances.ts'
import type { WeighedModel } from './pages/weighed.ts'
import {
  groupName,
  inconsistencyTexts,
  knownWords,
  type NameOf,
  outsideGuidanceWords,
  percentText,
  pointsText,
  quoted,
  switchText,
  warningText,
} from './weighed.messages.ts'
import { checkRankRunPath, methodsPath, rankRunJsonPath, weighedPath } from './weighing.paths.ts'

/** What is asked of the page. */
type Asked = {
  readonly reference: string
  readonly criterion: string | null
  /** A weight of it to try, in percent as it was typed. */
  readonly weight: string | null
  readonly known: KnownOfWeights
  /** The last time that ranks were worked out. */
  readonly run: ReviewRun | undefined
  /** What they would be worked out of now. */
  readonly ranksGiven: string
}

/** What a round of weighing comes to, as its page shows it. */
export function describeWeighed(weighing: ReviewWeighing, weighed: WeighedReview, asked: Asked): WeighedModel {
  const nameOf = namesOf(weighing)
  const { given, result, groups } = weighed
  return {
    finding: findingOf(weighed, nameOf),
    outsideGuidance: outsideGuidanceWords[weighing.method],
    warnings: [
      ...inconsistencyTexts(weighing),
      ...weighingWarnings(weighing.criteria, weighed).map((warning) => warningText(warning, nameOf)),
    ],
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
    methodsHref: methodsPath(asked.reference),
    groups: groups.map(({ speaksFor, people, totals, leaders }) => ({
      name: groupName(speaksFor),
      people: people.join(', '),
      totals: totals.map(pointsText),
      first: leaders.map(nameOf).join(', '),
    })),
    options: given.options.map(nameOf),
    chances: asked.run && chancesOf(asked.run, nameOf, { ...asked, leaders: result.ranking[0] ?? [] }),
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

/** @param leaders the options that are first by the weights and scores as given */
function chancesOf(
  run: ReviewRun,
  nameOf: NameOf,
  { reference, known, criterion, ranksGiven, leaders }: Asked & { readonly leaders: readonly string[] },
): ChancesModel {
  const given = (JSON.parse(run.input) as RanksCase)[known]
  const found = (JSON.parse(run.result) as RanksResult)[known]
  const titleOf = (row: number): string => nameOf(given.options[row] ?? '') || 'An option that was removed'
  const firsts = found.rankAcceptability.map(([first = 0]) => first)
  const top = firsts.indexOf(Math.max(...firsts))
  const { number } = run
  return {
    finding: `“${titleOf(top)}” is first in ${percentText(firsts[top] ?? 0)} of draws, where ${knownWords[known].what}.${leaders.includes(given.options[top] ?? '') ? '' : ` ${differsWords(leaders, nameOf)}`}`,
    made: {
      ...describeMade(run, given, ranksGiven),
      jsonHref: rankRunJsonPath(reference, number),
      checkAction: checkRankRunPath(reference, number),
    },
    choices: knownOfWeights.map((each) => ({
      text: knownWords[each].name,
      href:
        each === known
          ? undefined
          : `${weighedPath(reference)}?weights=${each}${criterion === null ? '' : `&criterion=${criterion}`}#chances`,
    })),
    criteria: given.criteria.map((id) => nameOf(id) || 'A criterion that was removed'),
    rows: found.rankAcceptability.map((shares, row) => ({ title: titleOf(row), shares })),
    central: found.centralWeights.map((weights, row) => ({
      title: titleOf(row),
      weights: weights === null ? undefined : weights.map(percentText),
      confidence: percentOrNone(found.confidence[row] ?? null),
    })),
  }
}

const differsWords = (leaders: readonly string[], nameOf: NameOf): string =>
  `By the weights and scores that were given, ${quoted(leaders, nameOf)} ${leaders.length > 1 ? 'are' : 'is'} first: that is the result above. The draws ask how often that would be so if weights and scores were others.`

const percentOrNone = (share: number | null): string => (share === null ? '' : percentText(share))
