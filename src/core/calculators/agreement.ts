import {
  completeOrNull,
  intraclassCorrelation,
  kendallW,
  krippendorffAlpha,
  type Level,
  type Ratings,
} from '../agreement/index.ts'
import { list, number, object, pointer, type Shape, type ShapeProblem } from '../canonical/index.ts'
import type { Calculation } from './calculation.ts'

type Input = { readonly ratings: Ratings }

const score: Shape = (value, at) => (value === null ? [] : number(value, at))
const shape = object<Input>({ ratings: list(list(score, 1), 1) })

const levels: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio']

/**
 * How far assessors agree.
 *
 * @param input `{ ratings }`: a row for each application, a column for each assessor, null where missing
 * @returns `{ icc, kendallW, krippendorff }`; the first two null unless every score is there, a value null where undefined
 */
export function calculateAgreement(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { ratings } = input as Input
  const uneven = unevenRows(ratings)
  if (uneven.length > 0) return { ok: false, problems: uneven }
  const complete = completeOrNull(ratings)
  return {
    ok: true,
    output: {
      icc: complete && intraclassCorrelation(complete),
      kendallW: complete && kendallW(complete),
      krippendorff: Object.fromEntries(levels.map((level) => [level, krippendorffAlpha(ratings, level)])),
    },
  }
}

function unevenRows(ratings: Ratings): readonly ShapeProblem[] {
  const wide = ratings[0]?.length ?? 0
  return ratings.flatMap((row, index) =>
    row.length === wide
      ? []
      : [
          {
            at: pointer('/ratings', index),
            text: `must have ${wide} scores, as the first row has; put null where one is missing`,
          },
        ],
  )
}
