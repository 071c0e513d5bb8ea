import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { InterviewSession } from './sessions.store.ts'
import { causesShown, resultNotes, seatChangesShown, toldChanges } from './show-timetable.ts'
import { sessionWords } from './slot-words.messages.ts'

const session = (id: string, startsAt: string): InterviewSession => ({
  id,
  heldOn: startsAt.slice(0, 10),
  half: 'morning',
  startsAt: new Date(startsAt),
  place: 'Room 1',
  slots: 3,
  minutes: 45,
})
const sessions = [session('s-1', '2026-03-02T09:00:00Z'), session('s-2', '2026-03-03T09:00:00Z')]
const [monday = '', tuesday = ''] = sessions.map(sessionWords)
const names = new Map([
  ['p-1', 'Ann Lee'],
  ['p-2', 'Ben Osei'],
])

describe('what a timetable changes of places that people were told', () => {
  const place = (interview: string, session: string, slot: number) => ({ interview, session, slot })
  const heard = (where: ReturnType<typeof place>) => ({ ...where, members: [], recused: [], missingExpertise: [] })
  const told = [place('DD-1', 's-1', 1), place('DD-2', 's-1', 2), place('DD-3', 's-2', 1), place('DD-4', 's-2', 2)]
  const said = (now: readonly ReturnType<typeof place>[], unplaced: readonly string[]) =>
    resultNotes(
      { status: 'optimal', gap: 0, placed: now.map(heard), unplaced: [...unplaced], because: [] },
      toldChanges(told, now),
    ).at(-1)

  it('counts those who are elsewhere apart from those who have no place any more', () => {
    const changes = toldChanges(told, [place('DD-1', 's-1', 1), place('DD-2', 's-2', 1), place('DD-5', 's-1', 2)])
    assert.deepEqual([[...(changes?.moved ?? [])], changes?.without], [['DD-2'], 2])
    assert.equal(toldChanges(undefined, told), undefined)
    assert.equal(said(told, []), 'Nothing is moved from where it is published.')
    assert.equal(
      said([place('DD-1', 's-1', 1), place('DD-2', 's-2', 1)], ['DD-3', 'DD-4']),
      '1 is moved from where people have been told, and 2 have no place any more.',
    )
    assert.equal(said(told.slice(1), ['DD-1']), '1 has no place any more.')
  })
})

describe('why interviews have no place', () => {
  it('is said once of all that have the same cause, by the names that people know', () => {
    const cause = { kind: 'no-quorum', sessions: ['s-1', 's-2'], quorum: 3, leaving: ['p-1'] } as const
    const alone = { kind: 'nobody-comes' } as const
    const shown = causesShown(
      [
        { interview: 'DD-1', cause },
        { interview: 'DD-2', cause: alone },
        { interview: 'DD-3', cause },
      ],
      sessions,
      names,
    )
    assert.deepEqual(shown, [
      `DD-1 and DD-3 have no place: none of ${monday} and ${tuesday} has 3 members who may hear them. Ann Lee must leave the room for them. Add a member who is free then, or ask for other times.`,
      'DD-2 has no place: no member can come to any session. Ask the members when they can come.',
    ])
  })

  it('is the sentence that was kept, where it was worked out before causes were data', () => {
    const text = 'DD-1 has no place beside the others. There would be room with p-2 in s-2.'
    assert.deepEqual(causesShown([{ interview: 'DD-1', text }], sessions, names), [
      `DD-1 has no place beside the others. There would be room with Ben Osei in ${tuesday}.`,
    ])
  })
})

describe('members who sit otherwise than they were told', () => {
  it('are named with the sessions that they leave and join', () => {
    const changes = [
      { member: 'p-1', leaves: ['s-1'], joins: ['s-2'] },
      { member: 'p-2', leaves: [], joins: ['s-1'] },
    ]
    assert.deepEqual(seatChangesShown(changes, sessions, names), [
      `Ann Lee: no longer in ${monday}, now in ${tuesday}`,
      `Ben Osei: now in ${monday}`,
    ])
  })
})
