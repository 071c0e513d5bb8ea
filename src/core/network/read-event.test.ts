import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type EventTyped, readEvent } from './read-event.ts'

const now = new Date('2026-11-26T12:00:00Z')
const typed: EventTyped = {
  title: 'Mutuals in practice',
  about: 'Two councils tell.',
  held: 'online',
  place: 'Video call',
  joining: 'https://meet.example/abc',
  starts: { day: '1', month: '7', year: '2027', clock: '2pm' },
  ends: { day: '1', month: '7', year: '2027', clock: '3:30pm' },
  capacity: '20',
}
const codes = (changes: Partial<EventTyped>): readonly string[] => {
  const read = readEvent({ ...typed, ...changes }, now)
  return read.ok
    ? []
    : read.problems.map((problem) => ('field' in problem ? `${problem.code} ${problem.field}` : problem.code))
}

it('reads an event in UK time: 2pm in July is 1pm UTC', () => {
  const read = readEvent(typed, now)
  assert.ok(read.ok)
  assert.deepEqual(
    [read.value.startsAt, read.value.endsAt],
    [new Date('2027-07-01T13:00:00Z'), new Date('2027-07-01T14:30:00Z')],
  )
  assert.equal(read.value.capacity, 20)
})

it('says everything that is missing at once', () => {
  const blank = { day: '', month: '', year: '', clock: '' }
  assert.deepEqual(
    codes({ title: '', about: '', held: '', place: '', joining: '', starts: blank, ends: blank, capacity: '' }),
    [
      'missing title',
      'missing about',
      'missing held',
      'missing place',
      'missing starts',
      'missing ends',
      'missing capacity',
    ],
  )
})

it('refuses an event that began, ends before it begins, lasts for weeks or has no place for anybody', () => {
  const on = (day: string, month: string, year: string, clock = '2pm') => ({ day, month, year, clock })
  assert.deepEqual(codes({ starts: on('26', '11', '2026', '11:59am') }), ['starts-in-the-past'])
  assert.deepEqual(codes({ ends: typed.starts }), ['ends-before-it-starts'])
  assert.deepEqual(codes({ ends: on('16', '7', '2027') }), ['longer-than'])
  for (const capacity of ['0', '-1', '1.5', '1001', 'many'])
    assert.deepEqual(codes({ capacity }), ['capacity-not-a-number'])
  assert.deepEqual(codes({ starts: on('28', '3', '2027', '1:30am') }), ['moment starts'])
})
