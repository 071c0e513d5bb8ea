import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { randomFrom } from '../random/random.ts'
import { ownPattern, type StudiedReview, type UnderstandingCase, understand } from './index.ts'

const review = (application: string, assessor: string, total: number): StudiedReview => ({
  application,
  assessor,
  total,
  points: { all: total / 25 },
})

const caseOf = (reviews: readonly StudiedReview[]): UnderstandingCase => ({
  format: 1,
  criteria: ['all'],
  scale: [0, 100],
  pointWorth: 25,
  places: 5,
  calibrationUse: 'advice',
  noneUpTo: 4,
  spreadPoints: 2,
  seed: 7,
  draws: 500,
  bootstraps: 0,
  reviews,
  withoutReview: [],
  diagnosis: { draws: 500, scales: [{ criterion: 'all', scale: [0, 4] }] },
})

const ownOf = (reviews: readonly StudiedReview[], assessor: string) =>
  reviews.filter((each) => each.assessor === assessor)

const random = randomFrom(5, 9)
/** Everybody reads thirty; the first gives fifteen less to all, and forty less than that to one. */
const full = Array.from({ length: 30 }, (_, at) =>
  ['A', 'B', 'C', 'D'].map((by) =>
    review(`E${at}`, by, 50 + at + 2 * random.normal() - (by === 'A' ? 15 : 0) - (by === 'A' && at === 7 ? 20 : 0)),
  ),
).flat()

describe('an assessor’s own pattern', () => {
  it('has their leniency with its interval, as the estimates have it', () => {
    const given = caseOf(full)
    const result = understand(given)
    const pattern = ownPattern(given, result, 'A', ownOf(full, 'A'))
    const { leniency, interval90 } = result.calibration?.assessors.find(({ id }) => id === 'A') ?? assert.fail()
    assert.deepEqual(pattern?.leniency, { leniency, interval90 })
    assert.ok(leniency < -8)
    assert.ok((pattern?.criteria[0]?.leniency ?? 0) < -0.3)
  })

  it('names the review furthest from the estimate first', () => {
    const given = caseOf(full)
    const differences = ownPattern(given, understand(given), 'A', ownOf(full, 'A'))?.differences ?? []
    assert.equal(differences.length, 5)
    assert.equal(differences[0]?.application, 'E7')
    for (const { total, estimate, difference } of differences) assert.equal(difference, total - estimate)
  })

  it('has the spread of their totals, and that of the others about their own means', () => {
    // By hand: 10, 20, 30 have 10 about their mean; of B and C the squares are 2 · 25 and 2 · 100, of four degrees less two.
    const reviews = [
      ...[10, 20, 30].map((total, at) => review(`E${at}`, 'A', total)),
      ...[40, 50].map((total, at) => review(`E${at}`, 'B', total)),
      ...[10, 30].map((total, at) => review(`E${at}`, 'C', total)),
    ]
    const given = caseOf(reviews)
    const spread = ownPattern(given, { calibration: null }, 'A', ownOf(reviews, 'A'))?.spread
    assert.ok(Math.abs((spread?.own ?? 0) - 10) < 1e-9)
    assert.ok(Math.abs((spread?.others ?? 0) - Math.sqrt(250 / 2)) < 1e-9)
  })

  it('says nothing where two score, or of an application that two have read: that would say what the other gave', () => {
    const two = full.filter(({ assessor }) => assessor < 'C')
    assert.equal(ownPattern(caseOf(two), understand(caseOf(two)), 'A', ownOf(two, 'A')), null)
    const some = full.filter(({ application, assessor }) => application !== 'E7' || assessor < 'C')
    const given = caseOf(some)
    const pattern = ownPattern(given, understand(given), 'A', ownOf(some, 'A'))
    assert.ok(pattern && pattern.differences.length > 0)
    assert.ok(pattern.differences.every(({ application }) => application !== 'E7'))
    assert.equal(ownPattern(given, understand(given), 'somebody', []), null)
  })
})
