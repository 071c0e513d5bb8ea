import { completeOrNull, kendallW, krippendorffAlpha, type Level, type Ratings } from '../agreement/index.ts'
import type { ScoreStudy } from '../calibration/index.ts'
import { type Random, randomFrom } from '../random/random.ts'
import { quantile } from '../statistics/quantile.ts'
import type { Agreement, Coefficient, StudiedReview, UnderstandingCase, Verdict } from './understanding-case.ts'

/** The stream of chance that resamples applications; the chains of calibration have the first four. */
const stream = 100

/** How assessors agree. @param study of the same reviews; null where there is too little to study */
export function agreementOf(given: UnderstandingCase, study: ScoreStudy | null): Agreement {
  const ratings = ratingsOf(given.reviews, ({ total }) => total)
  const complete = completeOrNull(ratings)
  const crossed = complete !== null && (complete[0]?.length ?? 0) > 1 && complete.length > 1 ? complete : null
  const concordance = crossed && kendallW(crossed)
  const reviewsEach = harmonicMean(ratings.map((row) => row.filter((score) => score !== null).length))
  const random = randomFrom(given.seed, stream)
  const [ordinal, interval] = alphas(ratings, ['ordinal', 'interval'], given.bootstraps, random)
  const of = study && componentsOf(study, reviewsEach)
  const known = { ordinal: ordinal ?? null, interval: interval ?? null }
  return {
    agreement: of?.agreement ?? null,
    consistency: of?.consistency ?? null,
    reviewsEach,
    meanAgreement: of?.meanAgreement ?? null,
    meanConsistency: of?.meanConsistency ?? null,
    variances: study?.variances ?? null,
    ...known,
    criteria: given.criteria.map((id) => ({
      id,
      ordinal: krippendorffAlpha(
        ratingsOf(given.reviews, ({ points }) => points[id] ?? null),
        'ordinal',
      ),
    })),
    kendall: concordance && { w: concordance.w, p: concordance.p },
    verdict: verdictOf(known.interval, of),
  }
}

type Components = Pick<Agreement, 'agreement' | 'consistency'> & {
  readonly meanAgreement: number
  readonly meanConsistency: number
}

/** Of the mean of `k` reviews: what differs between reviews is divided by k. */
function componentsOf({ agreement, consistency, variances }: ScoreStudy, k: number): Components {
  const { quality, leniency, noise } = variances
  return {
    agreement,
    consistency,
    meanAgreement: quality / (quality + (leniency + noise) / k),
    meanConsistency: quality / (quality + noise / k),
  }
}

const harmonicMean = (counts: readonly number[]): number =>
  counts.length === 0 ? 0 : counts.length / counts.reduce((sum, count) => sum + 1 / count, 0)

/** A row for each application, a column for each assessor. */
function ratingsOf(reviews: readonly StudiedReview[], value: (review: StudiedReview) => number | null): Ratings {
  const assessors = [...new Set(reviews.map(({ assessor }) => assessor))]
  const column = new Map(assessors.map((id, at) => [id, at]))
  const rows = new Map<string, (number | null)[]>()
  for (const review of reviews) {
    const row = rows.get(review.application) ?? new Array<number | null>(assessors.length).fill(null)
    row[column.get(review.assessor) ?? 0] = value(review)
    rows.set(review.application, row)
  }
  return [...rows.values()]
}

/** Alpha at each level, with the middle 95% of what it is for applications drawn again with replacement. */
function alphas(
  ratings: Ratings,
  levels: readonly Level[],
  bootstraps: number,
  random: Random,
): readonly Coefficient[] {
  // A row says the same without its gaps, and is shorter.
  const rows = ratings.map((row) => row.filter((score) => score !== null)).filter((row) => row.length > 1)
  const drawn = levels.map((): number[] => [])
  for (let sample = 0; sample < bootstraps && rows.length > 0; sample += 1) {
    const again = rows.map(() => rows[Math.floor(random.uniform() * rows.length)] ?? [])
    levels.forEach((level, at) => {
      const alpha = krippendorffAlpha(again, level)
      if (alpha !== null) drawn[at]?.push(alpha)
    })
  }
  return levels.map((level, at) => {
    const value = krippendorffAlpha(rows, level)
    const sorted = (drawn[at] ?? []).toSorted((one, other) => one - other)
    if (value === null) return null
    return { value, interval95: sorted.length < 20 ? null : [quantile(sorted, 0.025), quantile(sorted, 0.975)] }
  })
}

/** Krippendorff's own line for conclusions that are tentative; and from when on the order of means is called reliable. */
const lines = { alpha: 0.667, order: 0.6, partly: 0.4 }

/** By the order and by the level of scores. @see docs/sources.md#agreement-of-assessors */
function verdictOf(alpha: Coefficient, components: Components | null): Verdict {
  if (alpha === null || components === null) return 'cannot-say'
  if (alpha.value >= lines.alpha) return 'agree'
  const { meanAgreement, meanConsistency } = components
  if (meanConsistency < lines.partly) return 'disagree'
  if (meanConsistency >= lines.order && meanConsistency - meanAgreement >= 0.05) return 'same-order'
  return 'partly'
}
