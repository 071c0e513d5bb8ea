import {
  consistencies,
  consistencyWords,
  peopleByGroup,
  type ReviewCriterion,
  type ReviewWeighing,
  type WeighingPerson,
  weightsOf,
} from '../../../core/reviews/index.ts'
import type { ComparedCriterion, ComparisonModel } from './pages/compare.ts'
import { groupName, percentText, pointsText } from './weighed.messages.ts'

/** What people gave in a round, side by side, as far as it is open. */
export function describeComparison(weighing: ReviewWeighing): ComparisonModel {
  const { people, criteria } = weighing
  const groups = peopleByGroup(people)
  const joint = weightsOf(weighing, people)
  const shares = people.map((person) => (person.swings === null ? undefined : weightsOf(weighing, [person])))
  const nameOf = (id: string | null | undefined): string => people.find((person) => person.id === id)?.name ?? ''
  return {
    groups: groups.map(({ label }) => label),
    people: people.map(({ name, speaksFor, credentials }) => ({ name, speaksFor: groupName(speaksFor), credentials })),
    weights: joint?.map(({ mean, lowest, highest, furthest }, column) => ({
      title: criteria[column]?.title ?? '',
      mean: mean * 100,
      meanText: percentText(mean),
      range: `${percentText(lowest)} to ${percentText(highest)}`,
      furthest: nameOf(furthest),
      dots: shares.flatMap((own, at) =>
        own === undefined
          ? []
          : [
              {
                group: groups.findIndex(({ speaksFor }) => speaksFor === people[at]?.speaksFor),
                value: (own[column]?.mean ?? 0) * 100,
              },
            ],
      ),
      each: shares.map((own) => (own === undefined ? '' : percentText(own[column]?.mean ?? 0))),
      reasons: reasonsOf(people, criteria[column]?.id ?? '', 'swingReasons'),
    })),
    consistency: consistencies(weighing).map((each) => `${each.name}: ${consistencyWords(each)}`),
    scores: weighing.options.length === 0 ? [] : criteria.map((criterion) => compared(weighing, criterion)),
  }
}

const reasonsOf = (
  people: readonly WeighingPerson[],
  criterion: string,
  kind: 'swingReasons' | 'scoreReasons',
): readonly { readonly by: string; readonly text: string }[] =>
  people.flatMap((person) => {
    const text = person[kind][criterion]
    return text === undefined ? [] : [{ by: person.name, text }]
  })

function compared({ people, options }: ReviewWeighing, { id, title, unit }: ReviewCriterion): ComparedCriterion {
  return {
    title: unit === null ? title : `${title} (${unit})`,
    rows: options.map((option) => {
      const each = people.map(({ scores }) => scores[id]?.[option.id])
      const known = each.filter((score) => score !== undefined)
      const mean = known.reduce((sum, score) => sum + score, 0) / known.length
      return {
        title: option.title,
        each: each.map((score) => (score === undefined ? '' : String(score))),
        mean: known.length === 0 ? '' : pointsText(mean / 100),
        apart: known.length === 0 ? '' : pointsText((Math.max(...known) - Math.min(...known)) / 100),
      }
    }),
    reasons: reasonsOf(people, id, 'scoreReasons'),
  }
}
