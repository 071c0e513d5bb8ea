import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { noExpertise } from '../assessment/subjects.ts'
import { brokenInRound, type IdPair, type RoundInput, type RoundResult, solveRound } from './index.ts'

const solve = await openHighs()
const areas = ['health', 'housing', 'children', 'corporate']

type Person = { readonly wanted: number | null; readonly knows: number }

const inputOf = (about: readonly number[], people: readonly Person[], more: Partial<RoundInput> = {}): RoundInput => ({
  format: 4,
  needs: 2,
  seed: 7,
  everyoneUpTo: 0,
  loadBelowAverage: 2,
  loadAboveAverage: 2,
  anchors: 0,
  prepared: [],
  fairness: true,
  applications: about.map((area, place) => ({
    reference: `E${String(place).padStart(2, '0')}`,
    serviceAreas: [areas[area] ?? ''],
    deliveryModels: [],
    authorityKind: 'district',
  })),
  assessors: people.map(({ wanted, knows }, place) => ({
    id: `A${place}`,
    expertise: { ...noExpertise, serviceAreas: areas.filter((_, area) => (knows >> area) & 1) },
    wanted,
    bids: {},
  })),
  excluded: [],
  before: [],
  fixed: [],
  ...more,
})

const optimal = (input: RoundInput) => {
  const result = solveRound(input, solve)
  assert.equal(result.status, 'optimal', JSON.stringify(result).slice(0, 300))
  assert.equal(brokenInRound(input, result), undefined)
  return result as Extract<RoundResult, { status: 'optimal' }>
}
const key = ([application, assessor]: IdPair) => `${application} ${assessor}`
const goneFrom = (before: readonly IdPair[], now: readonly IdPair[]) => {
  const still = new Set(now.map(key))
  return before.filter((pair) => !still.has(key(pair))).length
}

/** Whether there is any way to give each application its readers: what was scored stays, and nobody reads beyond an offer. */
function existsAny({ needs, applications, assessors, excluded, fixed }: RoundInput): boolean {
  const apart = new Set(excluded.map(({ application, assessor }) => key([application, assessor])))
  const stays = new Set(fixed.map(key))
  const kept = (id: string) => fixed.filter((pair) => pair[1] === id).length
  const room = assessors.map(({ id, wanted }) => Math.max(0, (wanted ?? applications.length) - kept(id)))
  const from = (at: number, left: readonly number[]): boolean => {
    const reference = applications[at]?.reference
    if (reference === undefined) return true
    const missing = needs - fixed.filter(([application]) => application === reference).length
    const free = assessors.flatMap(({ id }, place) =>
      stays.has(key([reference, id])) || apart.has(key([reference, id])) || (left[place] ?? 0) < 1 ? [] : [place],
    )
    const give = (count: number, begin: number, taken: readonly number[]): boolean =>
      count <= 0
        ? from(
            at + 1,
            left.map((load, place) => load - (taken.includes(place) ? 1 : 0)),
          )
        : free.some((place, n) => n >= begin && give(count - 1, n + 1, [...taken, place]))
    return give(missing, 0, [])
  }
  return from(0, room)
}

const person = fc.record({
  wanted: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 2 }),
  knows: fc.integer({ min: 0, max: 15 }),
})

const bid = fc.constantFrom('yes', 'maybe', 'no', null)

const begunRound = fc
  .record({
    about: fc.array(fc.nat(3), { minLength: 2, maxLength: 5 }),
    people: fc.array(person, { minLength: 2, maxLength: 4 }),
    needs: fc.integer({ min: 1, max: 2 }),
    around: fc.tuple(fc.nat(1), fc.nat(1)),
    held: fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { minLength: 2, maxLength: 9 }),
    scored: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(3)), {
      minLength: 1,
      maxLength: 6,
      selector: ([one, other]) => one * 10 + other,
    }),
  })
  .map(({ about, people, needs, around: [loadBelowAverage, loadAboveAverage], held, scored }) => {
    const input = inputOf(about, people, { needs, loadBelowAverage, loadAboveAverage })
    const there = (pairs: readonly (readonly [number, number])[]): readonly IdPair[] =>
      pairs.filter(([e, a]) => e < about.length && a < people.length).map(([e, a]) => [`E0${e}`, `A${a}`])
    const fixed = there(scored)
    const apart = there(held).filter((pair) => !fixed.map(key).includes(key(pair)))
    const excluded = apart.map(([application, assessor]) => ({ application, assessor, kinds: ['x'] }))
    return { ...input, excluded, fixed, before: fixed }
  })
  .filter(({ fixed }) => fixed.length > 0)

describe('an assignment that is worked out again', () => {
  it('is impossible once something was scored only if there is none within what people offer', () => {
    let [possible, widened] = [0, 0]
    fc.assert(
      fc.property(begunRound, (input) => {
        const result = solveRound(input, solve)
        assert.equal(result.status === 'optimal', existsAny(input), JSON.stringify(result))
        assert.equal(brokenInRound(input, result), undefined)
        if (result.status !== 'optimal') return
        possible += 1
        if (result.width !== undefined) widened += 1
      }),
      { numRuns: 400, seed: 4 },
    )
    assert.ok(possible > 100 && possible < 390 && widened > 2, `${possible} possible, ${widened} widened`)
  })

  it('asks nothing of a newcomer where everything was scored', () => {
    const people = [1, 2, 4].map((knows) => ({ wanted: null, knows }))
    const begun = inputOf(Array<number>(20).fill(0), people, { needs: 3 })
    const fixed = begun.applications.flatMap(({ reference }) =>
      begun.assessors.map(({ id }): IdPair => [reference, id]),
    )
    const input = inputOf(Array<number>(20).fill(0), [...people, { wanted: null, knows: 8 }], { needs: 3, fixed })
    const { pairs, loads, width } = optimal({ ...input, before: fixed })
    assert.deepEqual(pairs.map(key).sort(), fixed.map(key).sort())
    assert.deepEqual([loads[3], width], [{ id: 'A3', min: 0, max: 0, load: 0 }, undefined])
    assert.equal(solveRound({ ...input, format: 3 }, solve).status, 'impossible', 'as it was before')
  })

  it('widens loads by the least that goes with what was scored, and not before anything was', () => {
    // Two newcomers could take one each by themselves, and both of them only the first.
    const held = (assessor: string) =>
      ['E01', 'E02', 'E03'].map((application) => ({ application, assessor, kinds: ['x'] }))
    const people = [1, 1, 1].map((knows) => ({ wanted: null, knows }))
    const around = { needs: 1, loadBelowAverage: 0, loadAboveAverage: 0 }
    const input = inputOf([0, 0, 0, 0], people, { ...around, excluded: [...held('A1'), ...held('A2')] })
    const { width, loads } = optimal({ ...input, fixed: [['E03', 'A0']] })
    assert.equal(width, 2)
    assert.deepEqual(loads.map(({ load }) => load).sort(), [0, 1, 3])
    assert.equal(solveRound(input, solve).status, 'impossible')
  })

  it('says of what is still to be given what is impossible', () => {
    const people = [3, 3, 1].map((wanted) => ({ wanted, knows: 1 }))
    const fixed: readonly IdPair[] = [0, 1, 2].flatMap((n): IdPair[] => [
      [`E0${n}`, 'A0'],
      [`E0${n}`, 'A1'],
    ])
    const result = solveRound(inputOf([0, 0, 0, 0, 0], people, { fixed, before: fixed }), solve)
    assert.ok(result.status === 'impossible')
    const anchored = solveRound(inputOf([0, 0, 0, 0, 0], people, { anchors: 1 }), solve)
    assert.ok(anchored.status === 'impossible')
    assert.match(
      anchored.because[0]?.text ?? '',
      / need 8 scores, and A0, A1 and A2 offer 4 at most beside the anchors:/,
    )
    assert.match(
      result.because[0]?.text ?? '',
      / need 4 more scores, and A0, A1 and A2 offer 1 at most: raise what they offer by 3, or add an assessor/,
    )
  })

  it('moves nobody where nothing changed, however much of it was scored, with fairness and without', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 8, maxLength: 14 }),
        fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 4, maxLength: 6 }),
        fc.boolean(),
        fc.integer({ min: 2, max: 6 }),
        (about, knows, fairness, every) => {
          const people = knows.map((each) => ({ wanted: null, knows: each }))
          const input = inputOf(about, people, { fairness })
          const { pairs: before } = optimal(input)
          const fixed = before.filter((_, place) => place % every === 0)
          for (const scored of [[], fixed, before])
            assert.equal(goneFrom(before, optimal({ ...input, before, fixed: scored }).pairs), 0)
        },
      ),
      { numRuns: 25, seed: 11 },
    )
  })

  it('is as fair as before where that can be, and moves fewer for it than the fairest would', () => {
    let [asFair, fairest] = [0, 0]
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 12, maxLength: 14 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.array(bid, { minLength: 14, maxLength: 14 })), {
          minLength: 5,
          maxLength: 6,
        }),
        (about, people) => {
          const plain = inputOf(
            about,
            people.map(([knows]) => ({ wanted: null, knows })),
          )
          const bidsOf = (place: number) =>
            Object.fromEntries(plain.applications.map(({ reference }, n) => [reference, people[place]?.[1][n] ?? null]))
          const input = {
            ...plain,
            assessors: plain.assessors.map((one, place) => ({ ...one, bids: bidsOf(place) })),
          }
          const first = optimal({ ...input, assessors: input.assessors.slice(1) })
          const before = first.pairs
          const again = { ...input, before }
          const [result, most] = [optimal(again), optimal({ ...again, format: 3 })]
          assert.ok(result.worst >= Math.min(first.worst, most.worst) - 1e-9)
          asFair += goneFrom(before, result.pairs)
          fairest += goneFrom(before, most.pairs)
        },
      ),
      { numRuns: 30, seed: 5 },
    )
    assert.ok(asFair < fairest * 0.9, `${asFair} moved, and ${fairest} for the fairest`)
  })
})
