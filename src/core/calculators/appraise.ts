import { type AppraisedOption, appraise } from '../appraisal/index.ts'
import { list, number, object, optional, pointer, type ShapeProblem, text } from '../canonical/index.ts'
import type { Calculation } from './calculation.ts'
import { type GivenSchedule, scheduleOf, scheduleShape } from './schedule-shape.ts'
import { repeatedIds, within } from './shapes.ts'

type Input = {
  readonly schedule: GivenSchedule
  readonly options: readonly AppraisedOption[]
  readonly businessAsUsual: string
}

type Bias = NonNullable<AppraisedOption['optimismBias']>

const yearly = list(number)

const option = object<AppraisedOption>({
  id: text,
  publicCosts: yearly,
  otherCosts: optional(yearly),
  benefits: yearly,
  optimismBias: optional(
    object<Bias>({
      costs: within(0, Number.MAX_VALUE, 'must be 0 or more, as a fraction'),
      mitigated: within(0, 1, 'must be from 0 to 1'),
    }),
  ),
})

const shape = object<Input>({ schedule: scheduleShape, options: list(option, 1), businessAsUsual: text })

/**
 * The economic appraisal of options.
 *
 * @param input `{ schedule, options: [{ id, publicCosts, otherCosts?, benefits, optimismBias? }], businessAsUsual }`
 * @returns `{ options }` with present values, net present social value, ratios and switching values of each
 */
export function calculateAppraisal(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { schedule, options, businessAsUsual } = input as Input
  const wrong = idProblems(options, businessAsUsual)
  if (wrong.length > 0) return { ok: false, problems: wrong }
  return {
    ok: true,
    output: { options: appraise(scheduleOf(schedule), options, businessAsUsual).map((one) => ({ ...one })) },
  }
}

function idProblems(options: readonly AppraisedOption[], businessAsUsual: string): readonly ShapeProblem[] {
  const ids = options.map(({ id }) => id)
  const twice = repeatedIds(ids, (place) => `${pointer('/options', place)}/id`)
  if (ids.includes(businessAsUsual)) return twice
  return [...twice, { at: '/businessAsUsual', text: `there is no option “${businessAsUsual}”` }]
}
