import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { assignmentCase } from '../../../tests/bench/assessment/instance.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import type { Solve, SolveOptions } from '../solver/linear-program.ts'
import { findShortage } from './find-shortage.ts'
import { type AssignmentCase, assign } from './index.ts'

const solve = await openHighs()

function subsetsOf(places: readonly number[]): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [[]]
  for (const place of places) all.push(...all.map((some) => [...some, place]))
  return all
}

/** A few who want, a few who give, and who may give to whom. */
const anyFew = fc
  .record({ wants: fc.array(fc.nat(3), { maxLength: 5 }), gives: fc.array(fc.nat(5), { maxLength: 4 }) })
  .chain(({ wants, gives }) =>
    fc.record({
      wants: fc.constant(wants),
      gives: fc.constant(gives),
      may: fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
    }),
  )

type Few = { readonly wants: readonly number[]; readonly gives: readonly number[]; readonly may: boolean[][] }

/** How much more some want than can be given to them, by counting: nobody else is thought of. */
const lackOf = ({ wants, gives, may }: Few, those: readonly number[], limits: readonly number[]): number =>
  those.reduce((sum, want) => sum + (wants[want] ?? 0), 0) -
  gives.reduce((sum, most, give) => {
    const open = those.filter((want) => may[want]?.[give]).length
    return sum + (limits.includes(give) ? Math.min(most, open) : open)
  }, 0)

/** By the theorem of Hall: the largest lack of any of them together. */
const mostLack = (few: Few, those: readonly number[], limits: readonly number[]): number =>
  Math.max(...subsetsOf(those).map((some) => lackOf(few, some, limits)))

const without = (places: readonly number[], left: number) => places.filter((place) => place !== left)

describe('a shortage', () => {
  it('is there when any of those who want are too many, and its least part has nothing that could be left out', () => {
    let [short, more] = [0, 0]
    fc.assert(
      fc.property(anyFew, (few) => {
        const { wants, gives, may } = few
        const [everybody, all] = [[...wants.keys()], [...gives.keys()]]
        const found = findShortage(wants, gives, (want, give) => may[want]?.[give] === true)
        const most = mostLack(few, everybody, all)
        assert.equal(found !== undefined, most > 0)
        if (found === undefined) return
        short += 1
        const { least, whole } = found
        if (lackOf(few, least.wants, least.gives) > 1) more += 1
        assert.equal(lackOf(few, whole.wants, whole.gives), most, 'what is missing in all')
        assert.ok(lackOf(few, least.wants, least.gives) > 0)
        for (const want of least.wants) assert.equal(mostLack(few, without(least.wants, want), least.gives), 0)
        for (const give of least.gives) assert.equal(mostLack(few, least.wants, without(least.gives, give)), 0)
      }),
      { numRuns: 3_000, seed: 11 },
    )
    assert.ok(short > 500 && more > 50, `${short} of which ${more} by more than one`)
  })
})

/** How often a solver is asked, and with what. */
function counting() {
  const asked: SolveOptions[] = []
  const counted: Solve = (program, options = {}) => {
    asked.push(options)
    return solve(program, options)
  }
  return { asked, counted }
}

describe('the cause of an impossible assignment', () => {
  const everybodyShort = (size: readonly [number, number]): AssignmentCase => {
    const given = assignmentCase(...size)
    const most = Math.floor((3 * size[0] - 2) / size[1])
    const over = 3 * size[0] - 2 - most * size[1]
    return {
      ...given,
      assessors: given.assessors.map(({ id }, by) => ({ id, min: 0, max: by < over ? most + 1 : most })),
    }
  }

  it('is found by a cut, without another question to the solver, where all loads together are short by two', () => {
    for (const [size, most] of [
      [[300, 30], 1],
      [[1_000, 40], 0],
    ] as const) {
      const { asked, counted } = counting()
      const found = assign(everybodyShort(size), counted)
      assert.ok(found.status === 'impossible')
      const [cause] = found.because
      assert.equal(cause?.applications.length, size[0])
      assert.equal(cause?.assessors.length, size[1])
      assert.match(cause?.text ?? '', new RegExp(`can give ${3 * size[0] - 2} at most: raise a load by 2`))
      assert.ok(asked.length <= most && asked.every(({ explain }) => explain !== true), `${asked.length} questions`)
    }
  })

  it('names a few first, and then all that is short', () => {
    const given = everybodyShort([300, 30])
    const found = assign({ ...given, assessors: given.assessors.slice(1) }, solve)
    assert.ok(found.status === 'impossible')
    const [least, whole, ...rest] = found.because
    assert.ok((least?.applications.length ?? 0) < 300)
    assert.deepEqual([whole?.applications.length, whole?.assessors.length, rest.length], [300, 29, 0])
    assert.match(whole?.text ?? '', /^E0, .* need 900 scores, and .* can give 868 at most: raise a load by 32/)
  })

  it('is always one of two cuts, where loads have a least too', () => {
    const anyCase = fc.record({
      needs: fc.integer({ min: 1, max: 3 }),
      loads: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 4 }),
      free: fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    })
    const kinds = new Map<string, number>()
    fc.assert(
      fc.property(anyCase, ({ needs, loads, free }) => {
        const assessors = loads.map(([min, more], by) => ({ id: `A${by}`, min, max: min + more }))
        const applications = free.map((_, at) => `E${at}`)
        const match = free.map(() => assessors.map(() => 1))
        const conflicts = applications.flatMap((id, at) =>
          assessors.flatMap((each, by) => (free[at]?.[by] ? [] : [[id, each.id] as const])),
        )
        const { asked, counted } = counting()
        const found = assign({ needs, applications, assessors, match, conflicts, objective: 'total', seed: 1 }, counted)
        assert.ok(asked.every(({ explain }) => explain !== true))
        if (found.status !== 'impossible') return
        const kind = found.because[0]?.text.includes('must take') ? 'must take' : 'needs'
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      }),
      { numRuns: 500, seed: 3 },
    )
    assert.ok((kinds.get('must take') ?? 0) > 20 && (kinds.get('needs') ?? 0) > 20, JSON.stringify([...kinds]))
  })

  it('is the same in any order', () => {
    const given = everybodyShort([60, 8])
    const turned = { ...given, applications: given.applications.toReversed(), match: given.match.toReversed() }
    const [one, other] = [assign(given, solve), assign(turned, solve)]
    assert.ok(one.status === 'impossible' && other.status === 'impossible')
    assert.deepEqual(
      one.because.map(({ applications }) => applications.toSorted()),
      other.because.map(({ applications }) => applications.toSorted()),
    )
  })
})
