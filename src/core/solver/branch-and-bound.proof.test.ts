import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { randomFrom } from '../random/random.ts'
import { branchAndBound } from './branch-and-bound.ts'
import type { LinearProgram, Row } from './linear-program.ts'

const solve = await openHighs()
const mostNodes = 100_000

const programOf = (objective: readonly number[], rows: readonly Row[]): LinearProgram => ({
  objective: Float64Array.from(objective),
  columnLower: new Float64Array(objective.length),
  columnUpper: new Float64Array(objective.length).fill(1),
  integer: true,
  rows,
})

const worthOf = ({ objective }: LinearProgram, values: ArrayLike<number>): number =>
  objective.reduce((sum, each, column) => sum + each * (values[column] ?? 0), 0)

/** Every set of columns one by one. @returns what the best is worth, −∞ when none keeps to the rows */
function bestOfAll(program: LinearProgram): number {
  let best = Number.NEGATIVE_INFINITY
  for (let bits = 0; bits < 2 ** program.objective.length; bits += 1) {
    const values = Array.from(program.objective, (_, column) => (bits >> column) & 1)
    const keeps = program.rows.every(({ columns, values: by, lower, upper }) => {
      const sum = columns.reduce((total, column, at) => total + (by[at] ?? 0) * (values[column] ?? 0), 0)
      return sum >= lower && sum <= upper
    })
    if (keeps) best = Math.max(best, worthOf(program, values))
  }
  return best
}

const anyRow = (size: number): fc.Arbitrary<Row> =>
  fc
    .record({
      values: fc.array(fc.integer({ min: -4, max: 9 }), { minLength: size, maxLength: size }),
      lower: fc.option(fc.integer({ min: -8, max: 8 }), { nil: Number.NEGATIVE_INFINITY }),
      room: fc.option(fc.integer({ min: 0, max: 12 }), { nil: Number.POSITIVE_INFINITY }),
    })
    .map(({ values, lower, room }) => ({
      lower,
      upper: lower === Number.NEGATIVE_INFINITY ? room : lower + room,
      columns: values.flatMap((value, column) => (value === 0 ? [] : [column])),
      values: values.filter((value) => value !== 0),
    }))

const anyProgram = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.record({
      objective: fc.array(fc.integer({ min: -6, max: 12 }), { minLength: size, maxLength: size }),
      rows: fc.array(anyRow(size), { maxLength: 5 }),
      step: fc.constantFrom(1, 7, 0.1),
    }),
  )
  .map(({ objective, rows, step }) =>
    programOf(
      objective.map((each) => each * step),
      rows,
    ),
  )

/** A choice from many, with places, a budget and groups, as rounds have it. */
function choiceOf(size: number, seed: number): LinearProgram {
  const { uniform } = randomFrom(seed)
  const whole = (most: number) => Math.floor(uniform() * most)
  const all = Array.from({ length: size }, (_, column) => column)
  const group = all.map(() => whole(9))
  const rowOf = (columns: readonly number[], lower: number, upper: number, values = columns.map(() => 1)): Row => ({
    lower,
    upper,
    columns,
    values,
  })
  const rows = [
    rowOf(all, 0, 10),
    rowOf(
      all,
      0,
      600_000 + 1_000 * whole(200),
      all.map(() => 40_000 + 1_000 * whole(61)),
    ),
    ...Array.from({ length: 9 }, (_, member) =>
      rowOf(
        all.filter((column) => group[column] === member),
        member < 4 ? 1 : 0,
        2,
      ),
    ),
  ]
  return programOf(
    all.map(() => 1 + whole(40_000_000)),
    rows,
  )
}

describe('a search for whole values', () => {
  it('finds the best of all there are, or that there are none', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const best = bestOfAll(program)
        const found = branchAndBound(program, { mostNodes })
        if (best === Number.NEGATIVE_INFINITY) {
          assert.deepEqual(found, { status: 'infeasible', rows: [] })
          return
        }
        assert.ok(found.status === 'optimal')
        assert.ok(Math.abs(worthOf(program, found.values) - best) < 1e-9)
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds only what is worth more than what is known', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const best = bestOfAll(program)
        if (best === Number.NEGATIVE_INFINITY) return
        assert.equal(branchAndBound(program, { mostNodes, above: best }).status, 'infeasible')
        const everyone = worthOf(program, program.columnUpper)
        const found = branchAndBound(program, { mostNodes, above: everyone })
        if (everyone > best - 1e-9) assert.equal(found.status, 'infeasible')
        else assert.ok(found.status === 'optimal' && Math.abs(worthOf(program, found.values) - best) < 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  for (const size of [30, 120, 300])
    it(`finds what HiGHS finds in ${size} columns`, () => {
      for (let seed = 1; seed <= 3; seed += 1) {
        const program = choiceOf(size, seed)
        const [one, other] = [branchAndBound(program, { mostNodes }), solve(program)]
        assert.equal(one.status, other.status)
        if (one.status === 'optimal' && other.status === 'optimal')
          assert.equal(worthOf(program, one.values), worthOf(program, other.values.map(Math.round)))
      }
    })

  it('ends undecided after so many nodes, with what it has', () => {
    const program = choiceOf(300, 1)
    const cut = branchAndBound(program, { mostNodes: 1 })
    assert.equal(cut.status, 'stopped')
    const all = branchAndBound(program, { mostNodes })
    assert.ok(all.status === 'optimal')
  })
})
