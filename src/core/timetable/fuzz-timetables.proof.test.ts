import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wrongWith } from '../../../tests/reference/wrong-with-timetable.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { planInterviews, type TimetableCase } from './index.ts'

const solve = await openHighs()

/** Chances from a number, the same on every machine. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Any case: also with nobody there, no slots and nobody to chair. */
function anyCase(seed: number): TimetableCase {
  const below = chanceOf(seed)
  const list = <Item>(count: number, make: (at: number) => Item): readonly Item[] =>
    Array.from({ length: count }, (_, at) => make(at))
  const some = (ids: readonly string[], ofTen: number) => ids.filter(() => below(10) < ofTen)
  const sessions = list(1 + below(4), (at) => ({
    id: `S${at}`,
    halfDay: `H${below(3)}`,
    room: `R${at}`,
    slots: below(4),
  }))
  const sessionIds = sessions.map(({ id }) => id)
  const members = list(below(6), (at) => ({
    id: `M${at}`,
    chair: below(3) === 0,
    expertise: some(['law', 'money'], 4),
    available: some(sessionIds, 8),
    maxSessions: below(2) === 0 ? undefined : below(4),
  }))
  const interviews = list(1 + below(5), (at) => ({
    id: `I${at}`,
    conflicts: some(
      members.map(({ id }) => id),
      1,
    ),
    needsExpertise: some(['law', 'money'], 3),
    sessions: below(2) === 0 ? undefined : some(sessionIds, 7),
  }))
  return { interviews, members, sessions, quorum: 1 + below(3), seed }
}

describe('a thousand timetables', () => {
  it('of any case keep every rule, by a checker that was written apart, and say of each interview where it is or why not', () => {
    let placedInAll = 0
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const given = anyCase(seed)
      const { placed, unplaced, because } = planInterviews(given, solve)
      assert.deepEqual(wrongWith(given, placed), [], `seed ${seed}`)
      const named = [...placed.map(({ interview }) => interview), ...unplaced].sort()
      assert.deepEqual(named, given.interviews.map(({ id }) => id).sort())
      assert.deepEqual(
        because.map(({ interview }) => interview),
        unplaced,
      )
      placedInAll += placed.length
    }
    // That it was about something.
    assert.ok(placedInAll > 500, `${placedInAll} placed`)
  })

  it('that are spoilt are found out by that checker', () => {
    const spoilt = Array.from({ length: 60 }, (_, at) => anyCase(at + 1)).flatMap((given) => {
      const [first, ...others] = planInterviews(given, solve).placed
      if (first === undefined) return []
      return [
        wrongWith(given, [{ ...first, members: [] }, ...others]),
        wrongWith(given, [{ ...first, slot: 9 }, ...others]),
        wrongWith(given, [first, first, ...others]),
      ]
    })
    assert.ok(spoilt.length > 30)
    for (const wrong of spoilt) assert.notDeepEqual(wrong, [])
  })
})
