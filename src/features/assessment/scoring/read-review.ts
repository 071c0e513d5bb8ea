import { scoresAreOpen } from '../../../core/assessment/index.ts'
import { type Criterion, confidenceWords } from '../../../core/rules/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { ScoredModel } from './pages/scored.ts'
import { agreedScoresOf } from './practice.store.ts'
import { calledIn, type Given } from './read-scored.ts'
import { type OwnReview, reviewsOf, type ScoredReview } from './reviews.store.ts'
import { pointsWords, replyWords } from './scoring.messages.ts'
import { pilePath } from './scoring.paths.ts'
import { bandWords } from './show-review.ts'

/** A review that was submitted, with what may be seen beside it: agreed scores of practice, or after the close the others'. */
export async function readSubmittedReview(db: Database, given: Given, review: OwnReview): Promise<ScoredModel> {
  const { application, rules, round, practice } = given
  const name = calledIn(rules, application.leadName)
  const agreed = practice ? await agreedScoresOf(db, round.id, application.id) : []
  const others = practice ? [] : await othersOf(db, given)
  return {
    reference: application.reference,
    title: practice ? `Your practice on ${name}` : `Your review of ${name}`,
    illustrative: application.illustrative,
    back: pilePath(round.fund.slug, round.slug),
    words: wordsFor(given, others.length),
    criteria: rules.criteria.map((criterion) => {
      const own = review.scores.find(({ criterionId }) => criterionId === criterion.id)
      const theirs = agreed.find(({ criterionId }) => criterionId === criterion.id)
      return {
        name: criterion.name,
        own: { points: bandWords(criterion, own?.points ?? null), comment: own?.comment ?? '' },
        evidence: review.evidence
          .filter(({ criterionId }) => criterionId === criterion.id)
          .map(({ quote, reply }) => ({ quote, from: replyWords(reply).join() })),
        agreed: theirs && {
          points: bandWords(criterion, theirs.points),
          comment: theirs.explanation,
          beside: besideWords((own?.points ?? 0) - theirs.points),
        },
        others: othersFor(others, criterion),
      }
    }),
    scope:
      `Within the scope of the round: ${review.inScope === 'unsure' ? 'not sure' : review.inScope}. ${review.scopeComment}`.trim(),
    confidence:
      review.confidence === null
        ? ''
        : `How sure you were of the scores: ${confidenceWords[review.confidence].toLowerCase()}.`,
    overallComment: review.overallComment,
  }
}

/** What others submitted of this application, as far as the sealed rules let an assessor see it; none before the close. */
async function othersOf(
  db: Database,
  { assessment, round, application, actor }: Given,
): Promise<readonly ScoredReview[]> {
  // Only whoever has submitted their own comes here, so both rules on what assessors see are kept.
  if (!scoresAreOpen(assessment)) return []
  const reviews = await reviewsOf(db, round.id)
  return reviews.filter(
    ({ applicationId, personId, state }) =>
      applicationId === application.id && personId !== actor.personId && state === 'submitted',
  )
}

const othersFor = (others: readonly ScoredReview[], criterion: Criterion) =>
  others.flatMap(({ scores }) =>
    scores
      .filter(({ criterionId }) => criterionId === criterion.id)
      .map(({ points, comment }) => ({ points: bandWords(criterion, points), comment })),
  )

function wordsFor({ practice, assessment }: Given, others: number): string {
  if (practice)
    return 'This was practice and counts for nothing. Your scores stand beside those that the programme team has agreed.'
  if (!scoresAreOpen(assessment))
    return 'You have submitted this review, so it can no longer be changed. Nobody else sees it before scoring has closed, unless scores are opened for a reason that is published.'
  return others === 0
    ? 'You have submitted this review, and scoring has closed.'
    : 'Scoring has closed. What others gave stands beside your own scores, without their names.'
}

/** @example besideWords(-1) // => 'You gave 1 point less' */
function besideWords(difference: number): string {
  if (difference === 0) return 'You gave the same'
  return `You gave ${pointsWords(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'}`
}
