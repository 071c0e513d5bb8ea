import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timetableWarningWords } from './workload.messages.ts'

const short = (volume: 'low' | 'expected' | 'high', applications: number, daysNeeded: number) =>
  ({ code: 'interviews-too-short', volume, applications, daysNeeded, daysAvailable: 3 }) as const

test('what is as wrong at several numbers of applications is said once, after all else', () => {
  const words = timetableWarningWords([
    short('low', 60, 4),
    short('expected', 100, 4),
    { ...short('high', 150, 9), code: 'sift-too-short' },
    short('high', 150, 4),
    { code: 'not-a-working-day', date: 'opensOn', on: '2026-08-29' },
  ])
  assert.deepEqual(words, [
    'The opening falls on Saturday 29 August 2026, which is not a working day.',
    'With 60 to 150 applications interviews take 4 working days, and the timetable gives 3 working days.',
    'With 150 applications (high) assessment takes 9 working days, and the timetable gives 3 working days.',
  ])
})

test('numbers that take different times, or are the same number, are not a range', () => {
  assert.deepEqual(timetableWarningWords([short('expected', 8, 4), short('high', 12, 5)]), [
    'With 8 applications (expected) interviews take 4 working days, and the timetable gives 3 working days.',
    'With 12 applications (high) interviews take 5 working days, and the timetable gives 3 working days.',
  ])
  assert.deepEqual(timetableWarningWords([short('low', 8, 4), short('high', 8, 4)]), [
    'With 8 applications interviews take 4 working days, and the timetable gives 3 working days.',
  ])
})
