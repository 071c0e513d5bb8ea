import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { randomFrom } from '../random/random.ts'
import { type StudiedReview, type UnderstandingCase, understand } from './index.ts'

const plain: Omit<UnderstandingCase, 'reviews'> = {
  format: 1,
  criteria: ['all'],
  scale: [0, 100],
  pointWorth: 25,
  places: 10,
  calibrationUse: 'advice',
  noneUpTo: 15,
  spreadPoints: 2,
  seed: 7,
  draws: 800,
  bootstraps: 100,
  withoutReview: [],
}

/** Of 100; points are of a scale from 0 to 4. */
const review = (application: string, assessor: string, total: number): StudiedReview => ({
  application,
  assessor,
  total,
  points: { all: Math.round(total / 25) },
})

type Size = { applications: number; assessors: number; each: number; leniencySd?: number; noise?: number }

/** A made-up round in which assessors are given what they score in turn. */
function madeUp({ applications, assessors, each, leniencySd = 10, noise = 8 }: Size, seed = 3) {
  const random = randomFrom(seed, 9)
  const leniency = Array.from({ length: assessors }, () => leniencySd * random.normal())
  const reviews = Array.from({ length: applications }, (_, at) => {
    const level = 55 + 18 * random.normal()
    const by = new Set<number>()
    while (by.size < each) by.add(Math.floor(random.uniform() * assessors))
    return [...by].map((one) => review(`E${at}`, `A${one}`, level + (leniency[one] ?? 0) + noise * random.normal()))
  }).flat()
  return { reviews, leniency }
}

const study = (reviews: readonly StudiedReview[], more: Partial<UnderstandingCase> = {}) =>
  understand({ ...plain, ...more, reviews })

describe('understanding scores', () => {
  it('ranks by the plain mean and puts the estimates beside it, with the chance of a place', () => {
    const { reviews } = madeUp({ applications: 40, assessors: 8, each: 3 })
    const { ranked, calibration, noEstimates, groups } = study(reviews)
    assert.equal(noEstimates, null)
    assert.equal(groups.length, 1)
    assert.equal(calibration?.applications.length, 40)
    const means = ranked.map(({ mean }) => mean)
    assert.deepEqual(
      means,
      means.toSorted((one, other) => other - one),
    )
    const chances = calibration.applications.reduce((sum, { probabilityIn }) => sum + probabilityIn, 0)
    assert.ok(Math.abs(chances - 10) < 0.01, 'the chances of ten places add up to ten')
    const rankOf = new Map(ranked.map(({ id, rank }) => [id, rank]))
    for (const { id, band, probabilityIn, interval50, interval90 } of calibration.applications) {
      assert.ok(interval90[0] <= interval50[0] && interval50[1] <= interval90[1])
      const rank = rankOf.get(id) ?? 0
      assert.equal(band === 'clear-in', rank <= 10 && probabilityIn >= 0.9)
      assert.equal(band === 'clear-out', rank > 10 && probabilityIn <= 0.1)
    }
  })

  it('says because of whom an application moves', () => {
    // Everybody agrees but for A0, who gives thirty less to all of hers.
    const reviews = Array.from({ length: 30 }, (_, at) => {
      const level = 40 + at
      return [0, 1, 2].map((next) => {
        const by = (at + next * (1 + (at % 3))) % 7
        return review(`E${at}`, `A${by}-${next}`.slice(0, 2), level - (by === 0 ? 30 : 0))
      })
    }).flat()
    const once = [...new Map(reviews.map((each) => [`${each.application} ${each.assessor}`, each])).values()]
    const { calibration, flags } = study(once, { draws: 2_000 })
    assert.ok(calibration)
    const moved = calibration.applications.flatMap(({ id, why }) => (why.kind === 'assessors' ? [{ id, why }] : []))
    const lifted = moved.filter(({ why }) => why.to < why.from)
    assert.ok(lifted.length > 3)
    for (const { id, why } of lifted) {
      assert.ok(
        once.some(({ application, assessor }) => application === id && assessor === 'A0'),
        `${id} was scored by A0`,
      )
      assert.equal(why.assessors, 1)
      assert.ok(why.leniency < -10)
    }
    assert.deepEqual(flags.assessors, ['A0'])
  })

  it('points at a review that strays from the others, and at points that are far apart', () => {
    const { reviews } = madeUp({ applications: 40, assessors: 8, each: 3, noise: 2 })
    const [first] = reviews
    assert.ok(first)
    const stray = { ...first, total: first.total > 50 ? first.total - 45 : first.total + 45, points: { all: 9 } }
    const { flags } = study([stray, ...reviews.slice(1)])
    const { application, assessor } = first
    assert.ok(flags.reviews.some((each) => each.application === application && each.assessor === assessor))
    assert.ok(flags.spread.some((each) => each.application === application && each.points >= 2))
    assert.deepEqual(study(reviews, { spreadPoints: 4 }).flags.spread, [])
  })

  it('gives the same for the same case, whatever ran before', () => {
    const { reviews } = madeUp({ applications: 20, assessors: 5, each: 3 })
    const first = JSON.stringify(study(reviews))
    study(madeUp({ applications: 20, assessors: 5, each: 3 }, 8).reviews)
    assert.equal(JSON.stringify(study(reviews)), first)
    assert.notEqual(JSON.stringify(study(reviews, { seed: 8 })), first)
  })

  it('reports how far it is, never back', () => {
    const told: number[] = []
    const { reviews } = madeUp({ applications: 20, assessors: 5, each: 3 })
    understand({ ...plain, reviews }, (doing, share) => doing === 'calibrating' && told.push(share))
    assert.ok(told.length > 8)
    assert.deepEqual(
      told,
      told.toSorted((one, other) => one - other),
    )
  })
})

describe('agreement', () => {
  it('of those who put bids in one order on different scales is an order, not a level', () => {
    const reviews = Array.from({ length: 40 }, (_, at) =>
      [0, 1, 2].map((by) => review(`E${at}`, `A${by}`, 10 + at * 1.2 + by * 20 + ((at * 7 + by * 3) % 5))),
    ).flat()
    const { agreement } = study(reviews)
    assert.equal(agreement.verdict, 'same-order')
    assert.ok((agreement.interval?.value ?? 1) < 0.5)
    assert.ok((agreement.meanConsistency ?? 0) > 0.9)
    assert.ok((agreement.kendall?.w ?? 0) > 0.9)
  })

  it('is whole where all give the same, and none where scores have nothing to do with the bids', () => {
    const random = randomFrom(5, 9)
    const same = Array.from({ length: 30 }, (_, at) => [0, 1, 2].map((by) => review(`E${at}`, `A${by}`, at * 3))).flat()
    const chance = same.map((each) => ({ ...each, total: 100 * random.uniform() }))
    assert.equal(study(same).agreement.verdict, 'agree')
    assert.equal(study(same).agreement.interval?.value, 1)
    const { verdict, interval } = study(chance).agreement
    assert.equal(verdict, 'disagree')
    assert.ok(
      interval?.interval95 && interval.interval95[0] < interval.value && interval.value < interval.interval95[1],
    )
    assert.ok(interval.interval95[0] < 0.1)
  })

  it('comes near what the round was made with', () => {
    const { reviews } = madeUp({ applications: 300, assessors: 30, each: 3 }, 1)
    const { agreement } = study(reviews)
    // 18², 10² and 8².
    const { quality = 0, leniency = 0, noise = 0 } = agreement.variances ?? {}
    assert.ok(Math.abs(Math.sqrt(quality) - 18) < 2, `${quality}`)
    assert.ok(Math.abs(Math.sqrt(leniency) - 10) < 3, `${leniency}`)
    assert.ok(Math.abs(Math.sqrt(noise) - 8) < 0.6, `${noise}`)
    assert.equal(agreement.reviewsEach, 3)
    assert.ok(Math.abs((agreement.consistency?.value ?? 0) - 324 / 388) < 0.05)
  })
})

describe('scores that tell little', () => {
  it('are said to be none, or of one assessor, or all equal, and are not estimated', () => {
    const none = study([])
    assert.deepEqual([none.noEstimates, none.ranked, none.agreement.verdict], ['no-scores', [], 'cannot-say'])
    const one = study(Array.from({ length: 30 }, (_, at) => review(`E${at}`, 'A', at)))
    assert.deepEqual([one.noEstimates, one.ranked.length, one.agreement.interval], ['one-assessor', 30, null])
    const equal = study(
      Array.from({ length: 30 }, (_, at) => [review(`E${at}`, 'A', 50), review(`E${at}`, 'B', 50)]).flat(),
    )
    assert.deepEqual([equal.noEstimates, equal.agreement.verdict], ['no-difference', 'cannot-say'])
    assert.deepEqual(new Set(equal.ranked.map(({ rank }) => rank)), new Set([1]))
  })

  it('are not estimated for so few applications as the rules say, or where the rules say none', () => {
    const { reviews } = madeUp({ applications: 15, assessors: 5, each: 3 })
    const few = study(reviews)
    assert.deepEqual([few.noEstimates, few.calibration], ['few', null])
    assert.ok(few.agreement.consistency, 'how assessors agree is said all the same')
    assert.equal(study(reviews, { noneUpTo: 14 }).noEstimates, null)
    assert.equal(study(reviews, { noneUpTo: 14, calibrationUse: 'none' }).noEstimates, 'rules')
  })

  it('are of two groups that nobody links: that is said', () => {
    const one = madeUp({ applications: 20, assessors: 4, each: 3 }).reviews
    const other = one.map((each) => review(`F${each.application}`, `B${each.assessor}`, each.total))
    const { groups, calibration } = study([...one, ...other])
    assert.deepEqual(
      groups.map((group) => group.length),
      [4, 4],
    )
    assert.equal(calibration?.applications.length, 40)
  })

  it('are missing here and there, and what there is counts', () => {
    const { reviews } = madeUp({ applications: 30, assessors: 6, each: 3 })
    const some = reviews.filter((_, at) => at % 4 !== 0)
    const { ranked, calibration, withoutReview, agreement } = study(some, { withoutReview: ['E99'] })
    assert.deepEqual(withoutReview, ['E99'])
    assert.equal(ranked.length, new Set(some.map(({ application }) => application)).size)
    assert.equal(calibration?.applications.length, ranked.length)
    assert.ok(agreement.reviewsEach > 1 && agreement.reviewsEach < 3)
    assert.equal(agreement.kendall, null)
  })

  it('are of 2,000 applications by 200 assessors', () => {
    const { reviews } = madeUp({ applications: 2_000, assessors: 200, each: 3 })
    const { ranked, calibration } = study(reviews, { places: 100, draws: 200, bootstraps: 3 })
    assert.equal(ranked.length, 2_000)
    assert.equal(calibration?.applications.length, 2_000)
    assert.equal(calibration.assessors.length, 200)
    for (const { estimate, probabilityIn } of calibration.applications)
      assert.ok(Number.isFinite(estimate) && probabilityIn >= 0 && probabilityIn <= 1)
  })
})
