import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { type Placed, planInterviews, type TimetableCase } from './index.ts'

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

/**
 * What is wrong with a timetable, told from the cells of a grid of rooms and slots: written for this test alone, without a
 * word of the code that is tested.
 */
function wrongWith(
  { interviews, members, sessions, quorum }: TimetableCase,
  placed: readonly Placed[],
): readonly string[] {
  const wrong: string[] = []
  const grid = new Map<string, Placed[]>()
  for (const each of placed)
    grid.set(`${each.session}/${each.slot}`, [...(grid.get(`${each.session}/${each.slot}`) ?? []), each])
  const inCells = new Set(
    sessions.flatMap(({ id, slots }) => Array.from({ length: slots }, (_, at) => `${id}/${at + 1}`)),
  )
  for (const [cell, those] of grid) {
    if (!inCells.has(cell)) wrong.push(`${cell} is not there`)
    if (those.length > 1) wrong.push(`${cell} is taken twice`)
  }
  for (const interview of interviews) {
    const its = placed.filter((each) => each.interview === interview.id)
    if (its.length > 1) wrong.push(`${interview.id} is there twice`)
    for (const each of its) {
      if (interview.sessions !== undefined && !interview.sessions.includes(each.session))
        wrong.push(`${interview.id} cannot come`)
      const inRoom = members.filter(({ id }) => each.members.includes(id))
      if (inRoom.length !== each.members.length || inRoom.length < quorum) wrong.push(`${interview.id} has no quorum`)
      if (inRoom.every(({ chair }) => !chair)) wrong.push(`${interview.id} has no chair`)
      if (inRoom.some(({ id }) => interview.conflicts.includes(id))) wrong.push(`${interview.id} is heard in conflict`)
      if (each.recused.some((id) => !interview.conflicts.includes(id)))
        wrong.push(`${interview.id} sends somebody out for nothing`)
      const knows = new Set(inRoom.flatMap(({ expertise }) => expertise))
      if (interview.needsExpertise.some((need) => knows.has(need) === each.missingExpertise.includes(need)))
        wrong.push(`what ${interview.id} is short of is not what is said`)
    }
  }
  for (const member of members) {
    const sits = sessions.filter(({ id }) =>
      placed.some((each) => each.session === id && [...each.members, ...each.recused].includes(member.id)),
    )
    if (sits.some(({ id }) => !member.available.includes(id))) wrong.push(`${member.id} is not free`)
    if (sits.some((one, at) => sits.slice(at + 1).some((other) => other.halfDay === one.halfDay)))
      wrong.push(`${member.id} is twice at once`)
    if (member.maxSessions !== undefined && sits.length > member.maxSessions) wrong.push(`${member.id} sits too often`)
  }
  return wrong
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
