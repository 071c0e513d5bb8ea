import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type IsoDay, weekdayOf } from '../time/day.ts'
import { bankHolidaysOfEngland } from './bank-holidays.ts'
import { checkBudget, odds } from './round-money.ts'
import { type AssessmentPlan, type RoundDates, roundWorkload } from './round-workload.ts'
import { countWorkingDays } from './working-days.ts'

/** As published at https://www.gov.uk/bank-holidays (England and Wales). */
const PUBLISHED: Record<number, string> = {
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

describe('working days', () => {
  for (const [year, days] of Object.entries(PUBLISHED)) {
    it(`has the bank holidays that were published for ${year}`, () => {
      assert.deepEqual(
        bankHolidaysOfEngland(Number(year)),
        days.split(' ').map((day) => `${year}-${day}`),
      )
    })
  }

  it('counts as a calendar gone through day by day does', () => {
    const holidays = [...bankHolidaysOfEngland(2026), ...bankHolidaysOfEngland(2027), '2026-08-15', '2026-12-25']
    const slowly = (from: IsoDay, to: IsoDay): number => {
      let count = 0
      for (let day = from; day <= to; day = addDays(day, 1)) {
        if (!weekdayOf(day).startsWith('S') && !holidays.includes(day)) count += 1
      }
      return count
    }
    fc.assert(
      fc.property(fc.nat(700), fc.integer({ min: -5, max: 400 }), (start, length) => {
        const from = addDays('2026-01-01', start)
        const to = addDays(from, length)
        assert.equal(countWorkingDays(from, to, holidays), slowly(from, to))
      }),
    )
  })

  it('counts both ends, and not an end that is a holiday', () => {
    const christmas = bankHolidaysOfEngland(2026)
    assert.equal(countWorkingDays('2026-12-24', '2026-12-24', christmas), 1)
    assert.equal(countWorkingDays('2026-12-24', '2026-12-25', christmas), 1)
    assert.equal(countWorkingDays('2026-12-25', '2026-12-29', christmas), 1)
    assert.equal(countWorkingDays('2026-12-24', '2026-12-23', christmas), 0)
  })

  it('counts 253 working days in England in 2026, as 261 weekdays less 8 bank holidays', () => {
    assert.equal(countWorkingDays('2026-01-01', '2026-12-31', []), 261)
    assert.equal(countWorkingDays('2026-01-01', '2026-12-31', bankHolidaysOfEngland(2026)), 253)
  })
})

const plan: AssessmentPlan = {
  assessors: 12,
  assessorsPerApplication: 3,
  minutesPerApplication: 45,
  assessorHoursPerDay: 3,
  interviews: 20,
  interviewMinutes: 40,
  panelSize: 4,
  panels: 1,
  panelHoursPerDay: 5,
}
const dates: RoundDates = {
  opensOn: '2026-09-01',
  questionsCloseOn: '2026-09-25',
  deadlineOn: '2026-10-05',
  siftEndsOn: '2026-10-19',
  shortlistOn: '2026-10-21',
  interviewsStartOn: '2026-11-02',
  interviewsEndOn: '2026-11-04',
  decisionsOn: '2026-11-20',
}
const round = { dates, plan, volumes: { low: 40, expected: 80, high: 160 }, holidays: bankHolidaysOfEngland(2026) }

describe('the work of a round', () => {
  it('is what a person works out by hand', () => {
    const { expected, high, siftDays, interviewDays, warnings } = roundWorkload(round)
    // 80 × 3 × 45 min = 180 h; 240 ÷ 12 = 20 each = 15 h = 5 days of 3 h. 20 × 40 min × 4 people = 53 h 20; 13 h 20 in 5 h days = 3.
    assert.deepEqual(expected, {
      applications: 80,
      assessorHours: 180,
      readingsPerAssessor: 20,
      hoursPerAssessor: 15,
      siftDaysNeeded: 5,
      interviews: 20,
      panelHours: 160 / 3,
      interviewDaysNeeded: 3,
    })
    assert.equal(high.siftDaysNeeded, 10)
    assert.deepEqual([siftDays, interviewDays], [10, 3])
    assert.deepEqual(warnings, [])
  })

  it('says at which numbers the sift and the interviews do not fit', () => {
    const tight = { ...dates, siftEndsOn: '2026-10-09', interviewsEndOn: '2026-11-03' }
    assert.deepEqual(roundWorkload({ ...round, dates: tight }).warnings, [
      { code: 'sift-too-short', volume: 'expected', applications: 80, daysNeeded: 5, daysAvailable: 4 },
      { code: 'sift-too-short', volume: 'high', applications: 160, daysNeeded: 10, daysAvailable: 4 },
      { code: 'interviews-too-short', volume: 'low', applications: 40, daysNeeded: 3, daysAvailable: 2 },
      { code: 'interviews-too-short', volume: 'expected', applications: 80, daysNeeded: 3, daysAvailable: 2 },
      { code: 'interviews-too-short', volume: 'high', applications: 160, daysNeeded: 3, daysAvailable: 2 },
    ])
  })

  it('says which dates are out of order, past, or days off', () => {
    const odd = { ...dates, questionsCloseOn: '2026-10-06', opensOn: '2026-08-31', decisionsOn: '2026-11-21' }
    assert.deepEqual(roundWorkload({ ...round, dates: odd, today: '2026-09-01' }).warnings, [
      { code: 'date-in-the-past', date: 'opensOn', on: '2026-08-31' },
      { code: 'not-a-working-day', date: 'opensOn', on: '2026-08-31' },
      {
        code: 'dates-out-of-order',
        earlier: 'questionsCloseOn',
        earlierOn: '2026-10-06',
        later: 'deadlineOn',
        laterOn: '2026-10-05',
      },
      { code: 'not-a-working-day', date: 'decisionsOn', on: '2026-11-21' },
    ])
  })

  it('compares the dates that are set over those that are not', () => {
    const { warnings, siftDays, interviewDays } = roundWorkload({
      ...round,
      dates: { opensOn: '2026-09-01', decisionsOn: '2026-08-28' },
    })
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['dates-out-of-order'],
    )
    assert.deepEqual([siftDays, interviewDays], [undefined, undefined])
  })

  it('says that three cannot read each when there are two', () => {
    const [warning] = roundWorkload({ ...round, dates: {}, plan: { ...plan, assessors: 2 } }).warnings
    assert.deepEqual(warning, { code: 'too-few-assessors', assessors: 2, needed: 3 })
  })

  it('interviews no more than applied', () => {
    assert.equal(roundWorkload({ ...round, volumes: { low: 0, expected: 7, high: 21 } }).low.panelHours, 0)
    assert.equal(roundWorkload({ ...round, volumes: { low: 0, expected: 7, high: 21 } }).expected.interviews, 7)
  })

  it('never gives an assessor less than an even share, nor a whole application more', () => {
    const aCount = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(aCount, aCount, fc.integer({ min: 1, max: 5 }), (applications, assessors, each) => {
        const { low } = roundWorkload({
          ...round,
          volumes: { low: applications, expected: 1, high: 1 },
          plan: { ...plan, assessors, assessorsPerApplication: each },
        })
        const even = low.assessorHours / assessors
        assert.ok(low.hoursPerAssessor >= even - 1e-9 && low.hoursPerAssessor < even + plan.minutesPerApplication / 60)
      }),
    )
  })

  it('refuses a plan that divides by nothing', () => {
    assert.throws(() => roundWorkload({ ...round, plan: { ...plan, assessors: 0 } }), RangeError)
    assert.throws(() => roundWorkload({ ...round, volumes: { low: -1, expected: 1, high: 1 } }), RangeError)
  })
})

describe('the money of a round', () => {
  it('finds Neighbourhoods’ 24 places of £60,000 to £90,000 between £1.44m and £2.16m, over its £2m', () => {
    const check = checkBudget({ budgetPounds: 2_000_000, places: 24, capPounds: 90_000, leastAwardPounds: 60_000 })
    assert.deepEqual(
      [check.leastPounds, check.mostPounds, Math.round(check.meanPounds)],
      [1_440_000, 2_160_000, 83_333],
    )
    assert.deepEqual(check.warnings, [
      {
        code: 'budget-below-cap-times-places',
        budgetPounds: 2_000_000,
        neededPounds: 2_160_000,
        shortPounds: 160_000,
        placesAtCap: 22,
      },
    ])
  })

  it('finds nothing wrong with £1m for ten of up to £100,000', () => {
    assert.deepEqual(checkBudget({ budgetPounds: 1_000_000, places: 10, capPounds: 100_000 }).warnings, [])
  })

  it('says when even the least is too much, and when money can go to nobody', () => {
    const short = checkBudget({ budgetPounds: 100_000, places: 10, capPounds: 90_000, leastAwardPounds: 60_000 })
    assert.deepEqual(short.warnings.at(-1), {
      code: 'budget-below-least-times-places',
      budgetPounds: 100_000,
      neededPounds: 600_000,
      shortPounds: 500_000,
      placesAtLeast: 1,
    })
    assert.deepEqual(checkBudget({ budgetPounds: 300_000, places: 2, capPounds: 100_000 }).warnings, [
      { code: 'budget-above-cap-times-places', budgetPounds: 300_000, sparePounds: 100_000 },
    ])
    assert.throws(() => checkBudget({ budgetPounds: 1, places: 0, capPounds: 1 }), RangeError)
  })

  it('gives the odds of the second young people’s round: 6 of 23', () => {
    assert.equal(Math.round(odds(6, 23).chance * 100), 26)
    assert.deepEqual(odds(10, 8), { chance: 1, oneIn: 1 })
    assert.throws(() => odds(0, 8), RangeError)
  })
})
