import {
  type GroupWeight,
  groupWeights,
  type McdaCase,
  type McdaResult,
  type ValueSwitch,
  valueAt,
  valueSwitches,
  type WeightSwitch,
  weigh,
  weightSwitches,
} from '../../mcda/index.ts'
import type { ReviewCriterion } from '../review-criterion.ts'
import type { ReviewWeighing, WeighingPerson } from './weighing.ts'

/** What several people gave one option on one criterion, as what it is worth from 0 to 1. */
export type JointValue = { readonly lowest: number; readonly mean: number; readonly highest: number }

/** How the options stand for those who speak for one group: by its weights, and everybody's scores. */
export type GroupView = {
  /** '' for those who speak for nobody in particular. */
  readonly speaksFor: string
  readonly people: readonly string[]
  readonly weights: readonly number[]
  readonly totals: readonly number[]
  /** Ids of options. */
  readonly leaders: readonly string[]
}

/** What a round of weighing comes to. Rows are options, columns criteria. */
export type WeighedReview = {
  readonly given: McdaCase
  readonly result: McdaResult
  readonly weights: readonly GroupWeight[]
  readonly values: readonly (readonly JointValue[])[]
  readonly groups: readonly GroupView[]
  readonly weightSwitches: readonly WeightSwitch[]
  readonly valueSwitches: readonly ValueSwitch[]
}

/**
 * Works out a round of weighing, everybody in it counting the same.
 *
 * @returns undefined until weights are locked, and every option has a score on every criterion that is open to all
 */
export function weighReview(weighing: ReviewWeighing): WeighedReview | undefined {
  const { criteria, options } = weighing
  const weights = weightsOf(weighing, weighing.people)
  const values = options.map(({ id }) => criteria.map((criterion) => jointValue(weighing, criterion, id)))
  if (weights === undefined || options.length === 0 || !values.every((row) => row.every(isThere))) return undefined
  const whole = values.map((row) => row.filter(isThere))
  const given: McdaCase = {
    criteria: criteria.map(({ id }, at) => ({ id, swing: weights[at]?.mean ?? 0 })),
    options: options.map(({ id }) => id),
    values: whole.map((row) => row.map(({ mean }) => mean)),
  }
  const result = weigh(given)
  return {
    given,
    result,
    weights,
    values: whole,
    groups: groupsOf(weighing, given),
    weightSwitches: weightSwitches(given, result),
    valueSwitches: valueSwitches(given),
  }
}

const isThere = (value: JointValue | undefined): value is JointValue => value !== undefined

/** The weights of people together, in the order of the criteria; undefined where none of them gave any. */
export function weightsOf(
  { criteria }: Pick<ReviewWeighing, 'criteria'>,
  people: readonly WeighingPerson[],
): readonly GroupWeight[] | undefined {
  const given = people.flatMap(({ id, swings }) =>
    swings === null ? [] : [{ person: id, swings: criteria.map((criterion) => swings[criterion.id] ?? 0) }],
  )
  return given.length === 0 ? undefined : groupWeights(given)
}

function jointValue({ people }: ReviewWeighing, criterion: ReviewCriterion, option: string): JointValue | undefined {
  const worth = people.flatMap(({ scores }) => {
    const score = scores[criterion.id]?.[option]
    return score === undefined ? [] : [valueAt(criterion.points, score)]
  })
  if (worth.length === 0) return undefined
  const mean = worth.reduce((sum, each) => sum + each, 0) / worth.length
  return { lowest: Math.min(...worth), mean, highest: Math.max(...worth) }
}

function groupsOf(weighing: ReviewWeighing, given: McdaCase): readonly GroupView[] {
  const named = new Map<string, WeighingPerson[]>()
  for (const person of weighing.people) {
    if (person.swings === null) continue
    named.set(person.speaksFor, [...(named.get(person.speaksFor) ?? []), person])
  }
  return [...named].map(([speaksFor, people]) => {
    const weights = (weightsOf(weighing, people) ?? []).map(({ mean }) => mean)
    const criteria = given.criteria.map(({ id }, at) => ({ id, swing: weights[at] ?? 0 }))
    const { totals, ranking } = weigh({ ...given, criteria })
    return { speaksFor, people: people.map(({ name }) => name), weights, totals, leaders: ranking[0] ?? [] }
  })
}
