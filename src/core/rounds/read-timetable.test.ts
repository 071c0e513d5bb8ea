import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../time/day.ts'
import { type MomentTyped, readTimetable, type TimetableTyped, typedTimetable } from './read-timetable.ts'
import type { Timetable } from './round.ts'

const blank: MomentTyped = { day: '', month: '', year: '', clock: '' }
const nothing: TimetableTyped = {
  opensAt: blank,
  questionsCloseAt: blank,
  deadlineAt: blank,
  siftedOn: blank,
  shortlistOn: blank,
  interviewsFromOn: blank,
  interviewsToOn: blank,
  decisionsOn: blank,
  startsOn: blank,
}

const deadline = (day: string, month: string, year: string, clock: string): Date | null => {
  const read = readTimetable({ ...nothing, deadlineAt: { day, month, year, clock } })
  assert.ok(read.ok, JSON.stringify(read))
  return read.value.timetable.deadlineAt
}

const problems = (changes: Partial<TimetableTyped>) => {
  const read = readTimetable({ ...nothing, ...changes })
  return read.ok ? [] : read.problems
}

describe('reading a timetable', () => {
  it('reads the deadline of 2014 as GMT', () => {
    assert.deepEqual(deadline('10', 'February', '2014', '5pm'), new Date('2014-02-10T17:00:00Z'))
  })

  it('reads 11:59pm, midday and 17:00 in summer as BST', () => {
    assert.deepEqual(deadline('1', '7', '2027', '11:59pm'), new Date('2027-07-01T22:59:00Z'))
    assert.deepEqual(deadline('1', '7', '2027', 'midday'), new Date('2027-07-01T11:00:00Z'))
    assert.deepEqual(deadline('1', '7', '2027', '17:00'), new Date('2027-07-01T16:00:00Z'))
  })

  it('takes what is left blank as not set', () => {
    const read = readTimetable(nothing)
    assert.ok(read.ok)
    assert.ok(Object.values(read.value.timetable).every((value) => value === null))
  })

  it('says of half a date just which halves are missing', () => {
    assert.deepEqual(problems({ deadlineAt: { ...blank, day: '1', clock: '5pm' } }), [
      { code: 'parts-missing', field: 'deadlineAt', parts: ['month', 'year'] },
    ])
    assert.deepEqual(problems({ siftedOn: { ...blank, year: '2027' } }), [
      { code: 'parts-missing', field: 'siftedOn', parts: ['day', 'month'] },
    ])
  })

  it('refuses the hour that the clocks skip, with the time at which they go on', () => {
    // The last Sunday of March 2027 is the 28th; clocks go from 1:00 GMT to 2:00 BST.
    assert.deepEqual(problems({ opensAt: { day: '28', month: '3', year: '2027', clock: '1:30am' } }), [
      { code: 'time-skipped', field: 'opensAt', nextAt: new Date('2027-03-28T01:00:00Z') },
    ])
  })

  it('takes the later of two when the clocks go back, and says so', () => {
    const typed = { day: '31', month: '10', year: '2027', clock: '1:30am' }
    const read = readTimetable({ ...nothing, deadlineAt: typed })
    assert.ok(read.ok)
    assert.deepEqual(read.value.timetable.deadlineAt, new Date('2027-10-31T01:30:00Z'))
    assert.deepEqual(read.value.twice, ['deadlineAt'])
  })

  it('refuses days and times that there are not, all at once', () => {
    const wrong = problems({
      opensAt: { day: '30', month: '2', year: '2027', clock: '25:00' },
      startsOn: { day: '1', month: '13', year: '2027', clock: '' },
    })
    assert.deepEqual(
      wrong.map(({ code, field }) => `${field} ${code}`),
      ['opensAt clock-not-read', 'opensAt date-not-real', 'startsOn date-not-real'],
    )
  })

  it('shows every timetable so that reading it back gives the same', () => {
    const minute = fc
      .integer({ min: Date.UTC(2014, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
      .map((minutes) => new Date(minutes * 60_000))
      // The first of two times that a clock shows cannot be told from the second, which is the one taken.
      .filter((at) => !(at.getUTCMonth() === 9 && at.getUTCHours() === 0 && at.getUTCDay() === 0))
    const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2014-01-01', days))
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
    const timetable: fc.Arbitrary<Timetable> = fc.record(
      {
        opensAt: maybe(minute),
        questionsCloseAt: maybe(minute),
        deadlineAt: maybe(minute),
        siftedOn: maybe(day),
        shortlistOn: maybe(day),
        interviewsFromOn: maybe(day),
        interviewsToOn: maybe(day),
        decisionsOn: maybe(day),
        startsOn: maybe(day),
      },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(timetable, (each) => {
        const read = readTimetable(typedTimetable(each))
        assert.ok(read.ok)
        assert.deepEqual(read.value.timetable, each)
      }),
    )
  })
})
