import type { Criterion } from '../../core/rules/index.ts'
import type { Chance } from './chance.ts'
import type { Pair } from './make-pairs.ts'
import type { Words } from './words.ts'

export type MadeReview = Pair & {
  readonly inScope: 'yes' | 'unsure'
  readonly overallComment: string
  readonly scores: readonly { readonly criterionId: string; readonly points: number; readonly comment: string }[]
}

export type ReviewsCase = {
  readonly criteria: readonly Criterion[]
  readonly pairs: readonly Pair[]
  /** By assessor: by how much they score above their peers, in points. */
  readonly leniencyOf: ReadonlyMap<string, number>
  /** By application: what its service is called. */
  readonly serviceOf: ReadonlyMap<string, string>
  /** Applications that are made better than any other. */
  readonly strong?: ReadonlySet<string>
}

/** How good bids are and how far reviews of one bid differ, in points of a scale from 0 to 4. */
const spread = { middle: 2.2, strong: 3.8, quality: 0.65, criterion: 0.3, review: 0.4, noise: 0.45, stray: 1.8 }
/** Every so many reviews one strays from all others, as if another bid had been read. */
const strayEvery = 67

/**
 * What made-up assessors give: a bid is better or worse, in all and criterion by criterion; assessors are severe or
 * lenient; the rest is chance.
 */
export function makeReviews(
  { criteria, pairs, leniencyOf, serviceOf, strong = new Set() }: ReviewsCase,
  words: Words,
  chance: Chance,
) {
  const quality = new Map<string, readonly number[]>()
  for (const id of serviceOf.keys()) {
    const drawn = spread.middle + spread.quality * chance.normal()
    const whole = strong.has(id) ? Math.max(spread.strong, drawn) : drawn
    quality.set(
      id,
      criteria.map(() => whole + spread.criterion * chance.normal()),
    )
  }
  return pairs.map(({ applicationId, personId }, index): MadeReview => {
    const leniency = leniencyOf.get(personId) ?? 0
    const mood = spread.review * chance.normal()
    const stray = index % strayEvery === strayEvery - 1 ? spread.stray * (index % 2 === 0 ? 1 : -1) : 0
    return {
      applicationId,
      personId,
      inScope: chance.uniform() < 0.03 ? 'unsure' : 'yes',
      overallComment: chance.one(words.overall),
      scores: criteria.map(({ id, bands }, at) => {
        const level = (quality.get(applicationId)?.[at] ?? spread.middle) + leniency + mood + stray
        const points = nearest(bands, level + spread.noise * chance.normal())
        const said = words.comments[id]?.[Math.max(0, points - 1)] ?? ['']
        const service = (serviceOf.get(applicationId) ?? '').toLowerCase()
        return { criterionId: id, points, comment: chance.one(said).replace('{service}', service) }
      }),
    }
  })
}

const nearest = (bands: Criterion['bands'], level: number): number =>
  bands.reduce(
    (best, { points }) => (Math.abs(points - level) < Math.abs(best - level) ? points : best),
    bands[0]?.points ?? 0,
  )
