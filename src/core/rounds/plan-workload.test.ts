import assert from 'node:assert/strict'
import { it } from 'node:test'
import { roundWorkload } from '../workload/round-workload.ts'
import { workloadPlan } from './plan-workload.ts'
import type { Round } from './round.ts'
import { plainRules } from './round-rules.ts'

/** The timetable of 2014 as far as it is known, with made-up numbers of people. */
const round: Round = {
  ...plainRules,
  id: 'r',
  fundId: 'f',
  slug: 'round',
  name: 'Round',
  publishedAt: new Date('2014-01-07T00:00:00Z'),
  opensAt: new Date('2014-01-07T00:00:00Z'),
  questionsCloseAt: null,
  deadlineAt: new Date('2014-02-10T17:00:00Z'),
  ownDeadlineAt: new Date('2014-02-10T17:00:00Z'),
  reminderHours: [],
  siftedOn: '2014-02-14',
  shortlistOn: null,
  interviewsFromOn: '2014-02-24',
  interviewsToOn: '2014-02-28',
  decisionsOn: null,
  startsOn: null,
  eligibleKinds: [],
  expectedLow: 20,
  expected: 40,
  expectedHigh: 80,
  assessors: 10,
  assessorsPerApplication: 3,
  minutesPerApplication: 60,
  panelMembers: 4,
  interviewMinutes: 60,
  interviewsHeld: true,
  hoursToApply: 12,
  contactEmail: '',
  formVersionId: null,
  illustrative: false,
  createdAt: new Date('2014-01-01T00:00:00Z'),
  cancelledAt: null,
  cancelledReason: '',
}

it('counts 40 applications read by three for an hour each as 120 hours, and twice ten interviews before four as 80', () => {
  const work = roundWorkload(workloadPlan(round, { places: 10 }, new Date('2014-02-01T12:00:00Z')))
  assert.equal(work.expected.assessorHours, 120)
  assert.equal(work.expected.panelHours, 80)
  // Tuesday 11 to Friday 14 February; Monday to Friday of the last week.
  assert.equal(work.siftDays, 4)
  assert.equal(work.interviewDays, 5)
})

it('warns at the number of applications at which the dates no longer reach', () => {
  const { warnings } = roundWorkload(workloadPlan({ ...round, siftedOn: '2014-02-12' }, { places: 10 }, new Date(0)))
  const short = warnings.filter(({ code }) => code === 'sift-too-short')
  // 80 × 3 / 10 = 24 readings of an hour each are four days of six hours, and there are two.
  assert.deepEqual(short, [
    { code: 'sift-too-short', volume: 'high', applications: 80, daysNeeded: 4, daysAvailable: 2 },
  ])
})

it('says that a date has passed only while the round is prepared', () => {
  const at = new Date('2026-11-25T12:00:00Z')
  const passed = (each: Round): number =>
    roundWorkload(workloadPlan(each, { places: 10 }, at)).warnings.filter(({ code }) => code === 'date-in-the-past')
      .length
  assert.equal(passed(round), 0)
  assert.equal(passed({ ...round, publishedAt: null }), 5)
})

it('takes the UK day of an instant: a summer deadline at half past eleven at night UTC is the next day', () => {
  const { dates } = workloadPlan({ ...round, deadlineAt: new Date('2027-06-30T23:30:00Z') }, { places: 1 }, new Date(0))
  assert.equal(dates.deadlineOn, '2027-07-01')
})

it('asks no work of a panel where no interviews are held, and warns of none of their days', () => {
  const held = { ...round, interviewsFromOn: '2014-02-23', interviewsToOn: '2014-02-23' }
  const at = new Date('2014-02-01T12:00:00Z')
  const warned = (each: Round): readonly string[] =>
    roundWorkload(workloadPlan(each, { places: 10 }, at)).warnings.map(({ code }) => code)
  // A Sunday: no working day at all for twenty interviews of an hour.
  assert.deepEqual(warned(held), ['not-a-working-day', 'not-a-working-day', ...Array(3).fill('interviews-too-short')])
  assert.deepEqual(warned({ ...held, interviewsHeld: false }), [])
  const { high, interviewDays } = roundWorkload(workloadPlan({ ...held, interviewsHeld: false }, { places: 10 }, at))
  assert.deepEqual([high.interviews, high.panelHours, interviewDays], [0, 0, undefined])
})
