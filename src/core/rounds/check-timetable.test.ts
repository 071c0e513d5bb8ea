import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkTimetable, type TimetableChange } from './check-timetable.ts'
import type { Timetable } from './round.ts'

const nothing: Timetable = {
  opensAt: null,
  questionsCloseAt: null,
  deadlineAt: null,
  siftedOn: null,
  shortlistOn: null,
  interviewsFromOn: null,
  interviewsToOn: null,
  decisionsOn: null,
  startsOn: null,
}
const set: Timetable = {
  ...nothing,
  opensAt: new Date('2027-01-07T09:00:00Z'),
  questionsCloseAt: new Date('2027-02-01T17:00:00Z'),
  deadlineAt: new Date('2027-02-10T17:00:00Z'),
}
const preparing = { ...set, publishedAt: null }
const published = { ...set, publishedAt: new Date('2027-01-01T09:00:00Z') }
const before = new Date('2026-12-01T12:00:00Z')
const whileOpen = new Date('2027-01-20T12:00:00Z')

const codes = (change: Partial<TimetableChange> & Pick<TimetableChange, 'after'>): readonly string[] =>
  checkTimetable({ before: { ...nothing, publishedAt: null }, reason: '', at: before, ...change }).map(
    ({ code }) => code,
  )

describe('a timetable', () => {
  it('may be set bit by bit while the round is prepared', () => {
    assert.deepEqual(codes({ after: set }), [])
    assert.deepEqual(codes({ after: { ...nothing, decisionsOn: '2027-03-01' } }), [])
    assert.deepEqual(codes({ before: preparing, after: nothing }), [])
  })

  it('has its deadline after its opening, and not at the same instant', () => {
    assert.deepEqual(codes({ after: { ...nothing, opensAt: set.deadlineAt, deadlineAt: set.deadlineAt } }), [
      'deadline-not-after-opening',
    ])
  })

  it('closes questions between the opening and the deadline, which both count', () => {
    assert.deepEqual(codes({ after: { ...set, questionsCloseAt: set.deadlineAt } }), [])
    assert.deepEqual(codes({ after: { ...set, questionsCloseAt: new Date('2027-02-10T17:00:00.001Z') } }), [
      'questions-close-after-deadline',
    ])
    assert.deepEqual(codes({ after: { ...set, questionsCloseAt: new Date('2027-01-07T08:59:00Z') } }), [
      'questions-close-before-opening',
    ])
  })

  it('does not have its deadline set in the past, the present instant included', () => {
    assert.deepEqual(codes({ after: { ...nothing, deadlineAt: before } }), ['deadline-in-the-past'])
    assert.deepEqual(codes({ after: { ...nothing, deadlineAt: new Date(before.getTime() + 1) } }), [])
  })

  it('may keep a deadline that has passed while later dates change', () => {
    const at = new Date('2027-03-01T12:00:00Z')
    const after = { ...set, decisionsOn: '2027-04-01' }
    assert.deepEqual(codes({ before: published, after, at, reason: 'A panel member was ill' }), [])
  })

  it('does not end interviews before they start', () => {
    const after = { ...set, interviewsFromOn: '2027-03-02', interviewsToOn: '2027-03-01' }
    assert.deepEqual(codes({ after }), ['interviews-end-before-they-start'])
  })
})

describe('the timetable of a round that is public', () => {
  it('changes only for a reason', () => {
    const after = { ...set, decisionsOn: '2027-04-01' }
    assert.deepEqual(codes({ before: published, after, at: whileOpen }), ['reason-missing'])
    assert.deepEqual(codes({ before: published, after, at: whileOpen, reason: ' ' }), ['reason-missing'])
    assert.deepEqual(codes({ before: published, after, at: whileOpen, reason: 'The service was down' }), [])
  })

  it('needs no reason to stay as it is', () => {
    assert.deepEqual(codes({ before: published, after: set, at: whileOpen }), [])
  })

  it('moves its deadline neither way once it has opened: that is for extensions', () => {
    const after = { ...set, deadlineAt: new Date('2027-02-10T16:59:00Z') }
    assert.deepEqual(codes({ before: published, after, at: whileOpen, reason: 'x' }), ['deadline-moves-by-extension'])
    const later = { ...set, deadlineAt: new Date('2027-02-10T17:00:00.001Z') }
    assert.deepEqual(codes({ before: published, after: later, at: whileOpen, reason: 'x' }), [
      'deadline-moves-by-extension',
    ])
    assert.deepEqual(codes({ before: published, after, at: new Date('2027-01-03T12:00:00Z'), reason: 'x' }), [])
  })

  it('cannot have opened at another time than it did, nor lose its opening or deadline', () => {
    const later = { ...set, opensAt: new Date('2027-01-08T09:00:00Z') }
    assert.deepEqual(codes({ before: published, after: later, at: whileOpen, reason: 'x' }), ['opening-has-passed'])
    const gone = { ...set, opensAt: null, deadlineAt: null, questionsCloseAt: null }
    assert.deepEqual(codes({ before: published, after: gone, at: whileOpen, reason: 'x' }), [
      'needed-once-published',
      'needed-once-published',
    ])
  })
})
