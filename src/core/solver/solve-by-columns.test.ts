import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import type { LinearProgram, Row } from './linear-program.ts'
import { solveByColumns } from './solve-by-columns.ts'
import { reducedCostsOf, upperBoundOf, worthOf } from './upper-bound.ts'

const solve = await openHighs()

const anyRow = (size: number): fc.Arbitrary<Row> =>
  fc
    .record({
      values: fc.array(fc.integer({ min: -3, max: 5 }), { minLength: size, maxLength: size }),
      lower: fc.option(fc.integer({ min: -6, max: 6 }), { nil: Number.NEGATIVE_INFINITY }),
      room: fc.option(fc.integer({ min: 0, max: 8 }), { nil: Number.POSITIVE_INFINITY }),
    })
    .map(({ values, lower, room }) => ({
      lower,
      upper: lower === Number.NEGATIVE_INFINITY ? room : lower + room,
      columns: values.flatMap((value, column) => (value === 0 ? [] : [column])),
      values: values.filter((value) => value !== 0),
    }))

/** Programs of a few unknowns between nothing and one, some of which are held at one; with those to begin with, and prices. */
const anyCase = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc
    .record({
      objective: fc.array(fc.integer({ min: -6, max: 12 }), { minLength: size, maxLength: size }),
      held: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }),
      rows: fc.array(anyRow(size), { maxLength: 6 }),
      first: fc.subarray(Array.from({ length: size }, (_, column) => column)),
      prices: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 }),
    })
    .map(({ objective, held, rows, first, prices }) => {
      const program: LinearProgram = {
        objective: Float64Array.from(objective),
        columnLower: Float64Array.from(held, (each) => (each === 0 ? 1 : 0)),
        columnUpper: new Float64Array(size).fill(1),
        integer: false,
        rows,
      }
      return { program, first, prices: Float64Array.from(prices) }
    }),
)

const keepsTo = ({ rows, columnLower, columnUpper }: LinearProgram, values: Float64Array): boolean =>
  values.every((value, at) => value > (columnLower[at] ?? 0) - 1e-6 && value < (columnUpper[at] ?? 0) + 1e-6) &&
  rows.every(({ columns, values: by, lower, upper }) => {
    const sum = columns.reduce((total, column, at) => total + (by[at] ?? 0) * (values[column] ?? 0), 0)
    return sum > lower - 1e-6 && sum < upper + 1e-6
  })

describe('a program that is solved by few columns first', () => {
  it('is worth what the whole is, whichever columns come first, and impossible only where the whole is', () => {
    fc.assert(
      fc.property(anyCase, ({ program, first }) => {
        const [few, whole] = [solveByColumns(program, first, solve), solve(program)]
        assert.equal(few.status, whole.status)
        if (few.status !== 'optimal' || whole.status !== 'optimal') return
        assert.ok(keepsTo(program, few.values))
        assert.ok(Math.abs(worthOf(program, few.values) - worthOf(program, whole.values)) < 1e-6)
      }),
      { numRuns: 300 },
    )
  })

  it('never asks for the whole where few are enough', () => {
    const size = 400
    const group = (at: number) => at % 20
    const program: LinearProgram = {
      objective: Float64Array.from({ length: size }, (_, at) => 1 + ((at * 7919) % 997)),
      columnLower: new Float64Array(size),
      columnUpper: new Float64Array(size).fill(1),
      integer: false,
      rows: Array.from({ length: 20 }, (_, row) => {
        const columns = Array.from({ length: size }, (__, at) => at).filter((at) => group(at) === row)
        return { lower: 2, upper: 2, columns, values: columns.map(() => 1) }
      }),
    }
    const byWorth = Array.from({ length: 20 }, (_, row) =>
      [...program.objective.keys()]
        .filter((at) => group(at) === row)
        .sort((one, other) => (program.objective[other] ?? 0) - (program.objective[one] ?? 0)),
    )
    // Of the first group those are left out that it needs.
    const first = byWorth.flatMap((columns, row) => (row === 0 ? columns.slice(-3) : columns.slice(0, 3)))
    const asked: number[] = []
    const found = solveByColumns(program, first, (few, options) => {
      asked.push(few.objective.length)
      return solve(few, options)
    })
    assert.ok(found.status === 'optimal')
    assert.deepEqual(asked, [60, 70], 'and no more of a group at a time than ten')
    const chosen = [...found.values.keys()].filter((column) => found.values[column] === 1)
    assert.deepEqual(
      chosen,
      byWorth.flatMap((columns) => columns.slice(0, 2)).sort((one, other) => one - other),
    )
  })
})

describe('an upper bound from prices', () => {
  it('is never below what the best values are worth, at any prices', () => {
    fc.assert(
      fc.property(anyCase, ({ program, prices }) => {
        const best = solve(program)
        if (best.status !== 'optimal') return
        const rowPrices = prices.slice(0, program.rows.length)
        const bound = upperBoundOf(program, rowPrices, reducedCostsOf(program, rowPrices))
        assert.ok(bound > worthOf(program, best.values) - 1e-6)
      }),
      { numRuns: 1_000 },
    )
  })
})
