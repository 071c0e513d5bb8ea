import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../time/day.ts'
import { bankHolidaysAnywhere, bankHolidaysOfEngland } from './bank-holidays.ts'
import { countWorkingDays, isWorkingDay, workingDayAfter } from './working-days.ts'

/** As published at https://www.gov.uk/bank-holidays for England and Wales, Scotland and Northern Ireland. */
const PUBLISHED: Record<number, readonly string[]> = {
  2022: [
    '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
    '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27',
    '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27',
  ],
  2024: [
    '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
    '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
    '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
  ],
  2025: [
    '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
    '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
  ],
  2026: [
    '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
  ],
}

describe('the working day so many days after', () => {
  for (const [year, nations] of Object.entries(PUBLISHED)) {
    it(`knows what was published for any part of the United Kingdom in ${year}`, () => {
      const days = new Set(nations.flatMap((list) => list.split(' ')).map((day) => `${year}-${day}`))
      assert.deepEqual(bankHolidaysAnywhere(Number(year)), [...days].sort())
    })
  }

  it('is the twentieth over Christmas, by hand on a calendar', () => {
    // 13, 16-20, 23, 24, 27, 30, 31 December; then 2 January (not a working day in Scotland), 3, 6-10, 13, 14, 15
    assert.equal(workingDayAfter('2024-12-12', 20, bankHolidaysOfEngland), '2025-01-14')
    assert.equal(workingDayAfter('2024-12-12', 20, bankHolidaysAnywhere), '2025-01-15')
  })

  it('does not count the day itself, whether or not somebody worked on it', () => {
    assert.equal(workingDayAfter('2026-12-24', 1, bankHolidaysOfEngland), '2026-12-29')
    assert.equal(workingDayAfter('2026-12-26', 1, bankHolidaysOfEngland), '2026-12-29')
    assert.equal(workingDayAfter('2026-04-02', 1, bankHolidaysOfEngland), '2026-04-07')
  })

  it('is a working day with so many counted up to it, over any years', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 300 }), (start, days) => {
        const from = addDays('2020-01-01', start)
        const to = workingDayAfter(from, days, bankHolidaysOfEngland)
        const years = [Number(from.slice(0, 4)), Number(from.slice(0, 4)) + 1, Number(from.slice(0, 4)) + 2]
        const holidays = years.flatMap(bankHolidaysOfEngland)
        assert.ok(isWorkingDay(to, holidays))
        assert.equal(countWorkingDays(addDays(from, 1), to, holidays), days)
      }),
    )
  })
})
