import type { Criterion } from '../rules/assessment-rules.ts'

/** What one assessor gave for a criterion, and why. */
export type Doubt = { readonly criterionId: string; readonly points: number; readonly comment: string }

/** A question that the assessors' doubts suggest, for somebody to look at before it is asked. */
export type SuggestedQuestion = {
  readonly criterionId: string
  readonly question: string
  /** Why it is suggested, with what was written by those who gave the least. */
  readonly because: string
  readonly comments: readonly string[]
}

const share = (points: number, { bands }: Pick<Criterion, 'bands'>): number =>
  points / Math.max(...bands.map((band) => band.points))

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * Questions for one interview from its written scores: about the criterion with the lowest mean, as a share of its scale, and
 * about the one on which assessors are furthest apart, if they are. The same criterion gives one.
 */
export function suggestQuestions(
  criteria: readonly Pick<Criterion, 'id' | 'name' | 'looksFor' | 'bands'>[],
  doubts: readonly Doubt[],
): readonly SuggestedQuestion[] {
  const of = criteria.flatMap((criterion) => {
    const given = doubts.filter(({ criterionId }) => criterionId === criterion.id)
    if (given.length === 0) return []
    const points = given.map((each) => each.points)
    const [least, most] = [Math.min(...points), Math.max(...points)]
    const mean = points.reduce((sum, each) => sum + each, 0) / points.length
    const low = given.filter((each) => each.points === least).map(({ comment }) => comment.trim())
    const comments = [...new Set(low.filter((comment) => comment !== ''))]
    return [{ criterion, mean: share(mean, criterion), spread: share(most - least, criterion), least, most, comments }]
  })
  const lowest = of.toSorted((one, other) => one.mean - other.mean)[0]
  const widest = of.toSorted((one, other) => other.spread - one.spread)[0]
  const suggested: SuggestedQuestion[] = []
  if (lowest !== undefined && lowest.mean < 1)
    suggested.push({
      criterionId: lowest.criterion.id,
      question: `Your application was found weakest on ${lower(lowest.criterion.name)}. We look for this: ${lower(lowest.criterion.looksFor)}. How would you meet it?`,
      because: `${lowest.criterion.name} has the lowest mean.`,
      comments: lowest.comments,
    })
  if (widest !== undefined && widest.spread > 0 && widest.criterion.id !== lowest?.criterion.id)
    suggested.push({
      criterionId: widest.criterion.id,
      question: `Readers of your application differed on ${lower(widest.criterion.name)}. What is the strongest evidence that you can give us for it?`,
      because: `Assessors are furthest apart on ${widest.criterion.name}: from ${widest.least} to ${widest.most}.`,
      comments: widest.comments,
    })
  return suggested
}
