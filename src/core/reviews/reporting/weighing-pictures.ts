import { totalAt, weightLines } from '../../mcda/index.ts'
import { peopleByGroup, type ReviewWeighing, type WeighedReview, weightsOf } from '../weighing/index.ts'
import type { ReportBlock } from './report-block.ts'
import { mostLines } from './report-picture.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** Where those who weighed differ: the weight that each gave each criterion. */
export function weightsPicture(weighing: ReviewWeighing): ReportBlock {
  const { people, criteria } = weighing
  const groups = peopleByGroup(people)
  const joint = weightsOf(weighing, people) ?? []
  const own = people.map((person) => ({ person, weights: weightsOf(weighing, [person]) ?? [] }))
  const apart = joint.map(({ lowest, highest }) => highest - lowest)
  const widest = apart.indexOf(Math.max(...apart))
  const furthest = joint[widest]
  return {
    kind: 'picture',
    title: 'The weight that each person gives each criterion',
    finding:
      furthest === undefined
        ? 'Nobody gave weights.'
        : `People differ most on “${criteria[widest]?.title ?? ''}”: from ${percent(furthest.lowest)} to ${percent(furthest.highest)}.`,
    picture: {
      chart: 'dots',
      groups: groups.map(({ label }) => label),
      rows: criteria.map(({ title }, at) => ({
        label: title,
        dots: own.flatMap(({ person, weights }) => {
          const weight = weights[at]
          const group = groups.findIndex(({ speaksFor }) => speaksFor === person.speaksFor)
          return weight === undefined ? [] : [{ group, value: weight.mean * 100 }]
        }),
        mean: (joint[at]?.mean ?? 0) * 100,
      })),
    },
  }
}

/** Which weight changes what is first: totals over the weight of the criterion whose weight needs to change the least. */
export function linesPicture(
  { criteria, options }: ReviewWeighing,
  weighed: WeighedReview,
  leaders: string,
): ReportBlock {
  const { given, result, weightSwitches } = weighed
  const nearest = weightSwitches.toSorted(
    (one, other) => Math.abs(one.at - one.now) - Math.abs(other.at - other.now),
  )[0]
  const column = Math.max(
    0,
    given.criteria.findIndex(({ id }) => id === nearest?.criterion),
  )
  const { title = '', id } = criteria[column] ?? {}
  const now = result.weights[column] ?? 0
  const titleOf = (option: string): string => options.find((each) => each.id === option)?.title ?? ''
  const lines = weightLines(given.values, result.weights, column)
    .map((line, row) => ({ label: titleOf(given.options[row] ?? ''), line, now: totalAt(line, now) }))
    .sort((one, other) => Math.max(...other.line, other.now) - Math.max(...one.line, one.now))
    .slice(0, mostLines)
    .sort((one, other) => other.now - one.now)
  const { from = 0, to = 1 } = result.switching[column] ?? {}
  return {
    kind: 'picture',
    title: `Totals over the weight of ${title}`,
    finding:
      nearest === undefined
        ? `Whatever one criterion weighs, ${leaders} stays first.`
        : `${leaders} is first while “${title}” weighs from ${percent(from)} to ${percent(to)}. It weighs ${percent(now)} now.`,
    picture: {
      chart: 'lines',
      across: 'percent',
      upwards: 'points',
      lines: lines.map(({ label, line }) => ({
        label,
        points: [
          { x: 0, y: line[0] * 100 },
          { x: 100, y: line[1] * 100 },
        ],
      })),
      marks: [
        { label: 'It weighs this now', at: now * 100, solid: true },
        ...weightSwitches
          .filter(({ criterion }) => criterion === id)
          .map(({ at, leaders: next }) => ({
            label: `${next.map((option) => `“${titleOf(option)}”`).join(' and ')} from here`,
            at: at * 100,
          })),
      ],
    },
  }
}

/** Why it is ahead: what each criterion adds to each option, the best first. */
export function contributionsPicture(
  { criteria, options }: ReviewWeighing,
  { given, result: { totals, weights } }: WeighedReview,
): ReportBlock {
  const rows = totals
    .map((_, row) => row)
    .sort((one, other) => (totals[other] ?? 0) - (totals[one] ?? 0) || one - other)
  const partsOf = (row: number): readonly number[] =>
    (given.values[row] ?? []).map((value, at) => value * (weights[at] ?? 0) * 100)
  const best = rows[0] ?? 0
  const most = Math.max(...partsOf(best))
  return {
    kind: 'picture',
    title: 'What each criterion adds to each option, in points of 100',
    finding: `“${options[best]?.title ?? ''}” has ${((totals[best] ?? 0) * 100).toFixed(1)} points of 100, ${most.toFixed(1)} of them for “${criteria[partsOf(best).indexOf(most)]?.title ?? ''}”.`,
    picture: {
      chart: 'stacked',
      parts: criteria.map(({ title }, at) => `${title} (${percent(weights[at] ?? 0)})`),
      bars: rows.map((row) => ({
        label: `${options[row]?.title ?? ''}: ${((totals[row] ?? 0) * 100).toFixed(1)}`,
        values: partsOf(row),
      })),
    },
  }
}
