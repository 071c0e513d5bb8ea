import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, dayInWords, daysBetween, isIsoDay, isoDay, relativeDay, weekdayOf } from './day.ts'
import { parseClock, type UkParts, ukMoment, ukParts } from './uk-moment.ts'
import { MONTHS, ukClock, ukDate, ukReading, ukTime, ukTimeWithZone, ukWeekdayDate } from './uk-time.ts'

/** British Summer Time as the Summer Time Order 2002 says it: from 01:00 UTC on the last Sunday of March to that of October. */
function lastSundayAtOne(year: number, month: 3 | 10): number {
  const last = new Date(Date.UTC(year, month - 1, 31, 1))
  return last.getTime() - last.getUTCDay() * 86_400_000
}
const summerByLaw = (at: Date): boolean => {
  const year = at.getUTCFullYear()
  return at.getTime() >= lastSundayAtOne(year, 3) && at.getTime() < lastSundayAtOne(year, 10)
}

const anInstant = fc.date({ min: new Date('1997-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

describe('UK time in words', () => {
  it('writes the published deadline of 2014 as it was published', () => {
    const deadline = new Date('2014-02-10T17:00:00Z')
    assert.equal(ukTime(deadline), '5pm on Monday 10 February 2014')
    assert.equal(ukTimeWithZone(deadline), '5:00pm GMT on Monday 10 February 2014')
    assert.equal(ukDate(deadline), '10 February 2014')
    assert.equal(ukWeekdayDate(deadline), 'Monday 10 February 2014')
  })

  const clocks: [string, string, string][] = [
    ['2026-01-05T00:00:00Z', 'midnight', 'midnight'],
    ['2026-01-05T00:00:01Z', 'midnight', '12:00:01am'],
    ['2026-01-05T00:01:00Z', '12:01am', '12:01:00am'],
    ['2026-01-05T11:59:59Z', '11:59am', '11:59:59am'],
    ['2026-01-05T12:00:00Z', 'midday', 'midday'],
    ['2026-01-05T12:30:00Z', '12:30pm', '12:30:00pm'],
    ['2026-01-05T16:58:07Z', '4:58pm', '4:58:07pm'],
    ['2026-01-05T23:59:59.999Z', '11:59pm', '11:59:59pm'],
    ['2026-07-05T16:00:00Z', '5pm', '5:00:00pm'],
    ['2026-07-05T23:00:00Z', 'midnight', 'midnight'],
  ]
  for (const [at, plain, exact] of clocks) {
    it(`shows ${at} as ${plain}, and to the second as ${exact}`, () => {
      assert.equal(ukClock(new Date(at)), plain)
      assert.equal(ukClock(new Date(at), { seconds: true }), exact)
    })
  }

  it('is what the tz database of the runtime says, at any instant and beside every change of the clocks', () => {
    const form = { timeZone: 'Europe/London', hourCycle: 'h23', dateStyle: 'full', timeStyle: 'long' } as const
    const oracle = new Intl.DateTimeFormat('en-GB', form)
    const pad = (value: number): string => String(value).padStart(2, '0')
    const asOracle = (at: Date): string => {
      const { weekday, day, month, year, hour, minute, second, zone } = ukReading(at)
      return `${weekday} ${day} ${MONTHS[month - 1]} ${year} at ${pad(hour)}:${pad(minute)}:${pad(second)} ${zone}`
    }
    const plain = (text: string): string => text.replace(',', '')
    const beside = fc
      .tuple(
        fc.integer({ min: 1972, max: 2060 }),
        fc.constantFrom(3 as const, 10 as const),
        fc.integer({ min: -7_200, max: 7_200 }),
      )
      .map(([year, month, seconds]) => new Date(lastSundayAtOne(year, month) + seconds * 1_000))
    const longAgo = fc.date({ min: new Date('1848-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(fc.property(fc.oneof(beside, longAgo), (at) => assert.equal(asOracle(at), plain(oracle.format(at)))))
  })

  const changes: [string, string][] = [
    ['2014-03-30T00:59:59Z', '12:59:59am GMT on Sunday 30 March 2014'],
    ['2014-03-30T01:00:00Z', '2:00:00am BST on Sunday 30 March 2014'],
    ['2014-10-26T00:59:59Z', '1:59:59am BST on Sunday 26 October 2014'],
    ['2014-10-26T01:00:00Z', '1:00:00am GMT on Sunday 26 October 2014'],
    ['2026-03-29T01:00:00Z', '2:00:00am BST on Sunday 29 March 2026'],
    ['2026-10-25T01:00:00Z', '1:00:00am GMT on Sunday 25 October 2026'],
    ['2027-03-28T01:00:00Z', '2:00:00am BST on Sunday 28 March 2027'],
    ['2027-10-31T00:59:59Z', '1:59:59am BST on Sunday 31 October 2027'],
    ['2027-10-31T01:00:00Z', '1:00:00am GMT on Sunday 31 October 2027'],
  ]
  for (const [at, words] of changes) {
    it(`changes the clocks on the published day: ${words}`, () => {
      assert.equal(ukTimeWithZone(new Date(at), { seconds: true }), words)
    })
  }

  it('is an hour ahead of UTC exactly when the law says it is summer', () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const summer = summerByLaw(at)
        const shifted = new Date(at.getTime() + (summer ? 3_600_000 : 0))
        const reading = ukReading(at)
        assert.equal(reading.zone, summer ? 'BST' : 'GMT')
        assert.equal(reading.hour, shifted.getUTCHours())
        assert.equal(isoDay(at), shifted.toISOString().slice(0, 10))
        assert.equal(reading.weekday, weekdayOf(isoDay(at)))
      }),
    )
  })

  it('refuses a time that is not one', () => {
    assert.throws(() => ukTime(new Date('nonsense')), RangeError)
  })
})

describe('UK time as typed', () => {
  const typed = (text: string): UkParts => {
    const [day = '', month = '', year = '', hour = '', minute = ''] = text.split('|')
    return { day, month, year, hour, minute }
  }
  const instant = (text: string, taking?: 'earlier' | 'later'): string => {
    const moment = ukMoment(typed(text), taking)
    return moment.ok ? moment.value.at.toISOString() : JSON.stringify(moment.problems)
  }

  it('reads summer and winter, names of months, and spaces', () => {
    assert.equal(instant('10|2|2014|17|00'), '2014-02-10T17:00:00.000Z')
    assert.equal(instant('1|July|2026|17|00'), '2026-07-01T16:00:00.000Z')
    assert.equal(instant(' 1 | jul. |2026| 9 |05 '), '2026-07-01T08:05:00.000Z')
    assert.equal(instant('29|2|2028|00|00'), '2028-02-29T00:00:00.000Z')
  })

  it('comes back to the minute it started from, whenever that was', () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
        const readings = (['earlier', 'later'] as const).map((taking) => {
          const moment = ukMoment(ukParts(minute), taking)
          assert.ok(moment.ok)
          return moment.value.at.getTime()
        })
        assert.ok(readings.includes(minute.getTime()))
      }),
    )
  })

  for (const day of ['30|3|2014', '29|3|2026', '28|3|2027']) {
    it(`says that 1:30am on ${day} was skipped, and when the clocks went forward`, () => {
      const moment = ukMoment(typed(`${day}|1|30`))
      assert.ok(!moment.ok)
      const year = Number(day.slice(-4))
      assert.deepEqual(moment.problems, [{ code: 'time-skipped', nextAt: new Date(lastSundayAtOne(year, 3)) }])
      assert.ok(ukMoment(typed(`${day}|0|59`)).ok)
      assert.ok(ukMoment(typed(`${day}|2|00`)).ok)
    })
  }

  for (const day of ['26|10|2014', '25|10|2026', '31|10|2027']) {
    it(`takes the later of the two times that are 1:30am on ${day}, unless asked for the earlier`, () => {
      const back = lastSundayAtOne(Number(day.slice(-4)), 10)
      const later = ukMoment(typed(`${day}|1|30`))
      const earlier = ukMoment(typed(`${day}|1|30`), 'earlier')
      assert.deepEqual(later, { ok: true, value: { at: new Date(back + 30 * 60_000), twice: true } })
      assert.deepEqual(earlier, { ok: true, value: { at: new Date(back - 30 * 60_000), twice: true } })
      assert.deepEqual(ukMoment(typed(`${day}|2|00`)), {
        ok: true,
        value: { at: new Date(back + 60 * 60_000), twice: false },
      })
    })
  }

  it('says everything that is wrong at once', () => {
    assert.equal(instant('30|2|2026|24|00'), '[{"code":"date-not-real"},{"code":"clock-not-real"}]')
    assert.equal(instant('|2|2026||00'), '[{"code":"time-parts-missing","parts":["day","hour"]}]')
    assert.equal(instant('||||'), '[{"code":"time-parts-missing","parts":["day","month","year","hour","minute"]}]')
    assert.equal(
      instant('31|11|2026||'),
      '[{"code":"time-parts-missing","parts":["hour","minute"]},{"code":"date-not-real"}]',
    )
    for (const bad of [
      '29|2|2027',
      '0|1|2026',
      '1|13|2026',
      '1|0|2026',
      '1|ma|2026',
      '1|mayy|2026',
      '1|1|26',
      '-1|1|2026',
      '1e1|1|2026',
    ]) {
      assert.equal(instant(`${bad}|9|00`), '[{"code":"date-not-real"}]', bad)
    }
    for (const bad of ['9|60', '9|-1', 'nine|00', '9|0x1']) {
      assert.equal(instant(`1|1|2026|${bad}`), '[{"code":"clock-not-real"}]', bad)
    }
  })

  it('reads a time of day as people write it, and not a guess', () => {
    const table: [string, string | undefined][] = [
      ['5pm', '17:0'],
      ['5 pm', '17:0'],
      ['5:30pm', '17:30'],
      ['5.30 p.m.', '17:30'],
      ['12am', '0:0'],
      ['12pm', '12:0'],
      ['11:59PM', '23:59'],
      ['17:00', '17:0'],
      ['0900', '9:0'],
      ['midday', '12:0'],
      ['Noon', '12:0'],
      ['midnight', '0:0'],
      ['5', undefined],
      ['24:00', undefined],
      ['13pm', undefined],
      ['0am', undefined],
      ['5:60pm', undefined],
      ['five', undefined],
      ['', undefined],
    ]
    for (const [text, expected] of table) {
      const clock = parseClock(text)
      assert.equal(clock && `${clock.hour}:${clock.minute}`, expected, text)
    }
  })
})

describe('calendar days', () => {
  it('knows which days exist', () => {
    assert.ok(isIsoDay('2028-02-29'))
    for (const bad of ['2026-02-29', '2026-13-01', '2026-1-1', '10/02/2014', '2026-04-31', '', '2026-04-30T00:00']) {
      assert.ok(!isIsoDay(bad), bad)
    }
  })

  it('adds and counts days as each other’s inverse, over the changes of the clocks', () => {
    const aDay = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(aDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        assert.equal(daysBetween(day, addDays(day, days)), days)
      }),
    )
    assert.equal(addDays('2026-03-28', 2), '2026-03-30')
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2)
  })

  it('gives the day in the UK, not in UTC', () => {
    assert.equal(isoDay(new Date('2026-06-30T23:30:00Z')), '2026-07-01')
    assert.equal(isoDay(new Date('2026-12-31T23:30:00Z')), '2026-12-31')
  })

  it('says how far a day is off', () => {
    const table: [string, string][] = [
      ['2026-11-25', 'today'],
      ['2026-11-26', 'tomorrow'],
      ['2026-11-28', 'in 3 days'],
      ['2026-11-24', 'yesterday'],
      ['2025-11-25', '365 days ago'],
    ]
    for (const [day, words] of table) assert.equal(relativeDay('2026-11-25', day), words)
    assert.equal(dayInWords('2014-02-10'), '10 February 2014')
    assert.throws(() => relativeDay('2026-11-25', '2026-11-31'), RangeError)
  })
})
