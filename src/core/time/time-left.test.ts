import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { announcementWords, timeLeftWords } from './time-left.ts'

const minute = 60_000
const hour = 60 * minute

describe('the time left', () => {
  it('is said in days and hours, then hours and minutes, then minutes', () => {
    assert.equal(timeLeftWords(51 * hour), '2 days 3 hours left')
    assert.equal(timeLeftWords(25 * hour + 59 * minute), '1 day 1 hour left')
    assert.equal(timeLeftWords(24 * hour), '1 day left')
    assert.equal(timeLeftWords(24 * hour - 1), '23 hours 59 minutes left')
    assert.equal(timeLeftWords(hour), '1 hour left')
    assert.equal(timeLeftWords(2 * minute - 1), '1 minute left')
    assert.equal(timeLeftWords(minute - 1), 'Less than a minute left')
    assert.equal(timeLeftWords(0), 'Less than a minute left')
    assert.equal(timeLeftWords(-1), 'The deadline has passed')
  })

  it('never promises time that is not there', () => {
    const size = { day: 24 * hour, hour, minute } as const
    fc.assert(
      fc.property(fc.integer({ min: minute, max: 400 * 24 * hour }), (ms) => {
        const said = [...timeLeftWords(ms).matchAll(/(\d+) (day|hour|minute)/g)].reduce(
          (sum, [, count, unit]) => sum + Number(count) * size[unit as keyof typeof size],
          0,
        )
        assert.ok(said <= ms && ms - said < hour)
      }),
    )
  })
})

describe('what is said aloud', () => {
  it('comes at an hour, ten minutes, a minute and the end, once each, second by second', () => {
    const said: string[] = []
    // Not on the second: browsers are late.
    for (let ms = 2 * hour + 437; ms >= -5000; ms -= 1000) {
      const words = announcementWords(ms + 1000, ms)
      if (words !== undefined) said.push(words)
    }
    assert.deepEqual(said, ['1 hour left', '10 minutes left', '1 minute left', 'The deadline has passed'])
  })

  it('is the last of several that went by while nobody looked', () => {
    assert.equal(announcementWords(2 * hour, 5 * minute), '5 minutes left')
    assert.equal(announcementWords(2 * hour, -1), 'The deadline has passed')
    assert.equal(announcementWords(-1, -2), undefined)
  })
})
