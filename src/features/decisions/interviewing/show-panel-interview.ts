import { leadShown, type ReviewProblem } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { readVersions, writeVersions } from '../../../core/saving/seen-versions.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Services } from '../../../platform/services.ts'
import { latestSubmission } from '../../applications/index.ts'
import {
  asRead,
  bandWords,
  numberText,
  reviewProblemLink,
  scaleFields,
  thresholdWords,
} from '../../assessment/index.ts'
import { answerSummary } from '../../forms/index.ts'
import type { PanelScoreModel } from './pages/panel-work.ts'
import { namesOfApplication, othersOnInterview, ownPanelReview } from './panel-reviews.store.ts'
import { doubtsOf, questionsOf } from './questions.store.ts'
import type { findPanelInterview } from './read-panel-work.ts'

type Opened = Awaited<ReturnType<typeof findPanelInterview>>

type Shown = Pick<PanelScoreModel, 'action' | 'conflictAction' | 'back' | 'csrf'> & {
  /** What was just sent, shown again with what is wrong with it. */
  readonly again?: {
    readonly fields: { readonly text: (name: string) => string }
    readonly versions: string
    readonly problems: readonly ReviewProblem[]
  }
}

/**
 * The page of one interview from what is stored and, where it is shown again, what was typed. What others gave is read only
 * once this member has submitted.
 *
 * @throws {NotFound} if its papers are not open to this member
 */
export async function panelScoreModel(
  { db }: Services,
  { actor, round, rules, interview, interviewing }: Opened,
  { again, ...links }: Shown,
): Promise<PanelScoreModel> {
  const review = await ownPanelReview(db, interview.id, actor.personId)
  const submission = await latestSubmission(db, interview.id)
  if (review === undefined || submission === undefined) throw notFound('interview')
  const { criteria } = rules.interview
  const content = asRead(rules, submission.content, await namesOfApplication(db, interview.id))
  const problems = (again?.problems ?? []).map((problem) => ({ field: '', ...reviewProblemLink(problem, criteria) }))
  const errors = problems.map((problem) => ({ ...problem, field: problem.href.slice(1) }))
  const errorOf = (field: string) => {
    const text = errors.find((error) => error.field === field)?.text
    return text === undefined ? undefined : { text }
  }
  const submitted = review.state === 'submitted'
  const others = submitted ? await othersOnInterview(db, interview.id, actor.personId) : []
  const storedOf = (id: string) => review.scores.find(({ criterionId }) => criterionId === id)
  const versions = again === undefined ? undefined : readVersions(criteria, again.versions)
  const comments = Map.groupBy(
    (await doubtsOf(db, interview.id)).filter(({ comment }) => comment.trim() !== ''),
    ({ criterionId }) => criterionId,
  )
  return {
    ...links,
    reference: interview.reference,
    name: leadShown(rules, interview.lead),
    illustrative: round.illustrative,
    when:
      interview.place?.startsAt == null
        ? 'It has no place yet.'
        : `${ukTimeWithZone(interview.place.startsAt)}, ${interview.place.place}`,
    questions: (await questionsOf(db, round.id))
      .filter(({ applicationId }) => applicationId === null || applicationId === interview.id)
      .map(({ question }) => question),
    papers: content.pages.map((page) => ({
      title: page.title,
      summary: answerSummary(page, undefined, () => undefined),
    })),
    comments: rules.criteria.flatMap(({ id, name }) => {
      const those = comments.get(id)
      return those === undefined ? [] : [{ criterion: name, comments: those.map(({ comment }) => comment) }]
    }),
    state: stateOf(review.state, interviewing),
    criteria: criteria.map((criterion) => {
      const stored = storedOf(criterion.id)
      return {
        ...scaleFields(criterion),
        points: again?.fields.text(`points-${criterion.id}`).trim() ?? numberText(stored?.points ?? null),
        comment: again?.fields.text(`comment-${criterion.id}`) ?? stored?.comment ?? '',
        pointsError: errorOf(`points-${criterion.id}`),
        commentError: errorOf(`comment-${criterion.id}`),
        looksFor: criterion.looksFor,
        weight: `${criterion.weightPercent}% of the interview`,
        threshold: thresholdWords(criterion),
      }
    }),
    given: submitted
      ? criteria.map((criterion) => ({
          name: criterion.name,
          own: bandWords(criterion, storedOf(criterion.id)?.points ?? null),
          comment: storedOf(criterion.id)?.comment ?? '',
          others: others
            .filter(({ criterionId }) => criterionId === criterion.id)
            .map(({ points, comment }) => ({ points: bandWords(criterion, points), comment })),
        }))
      : [],
    versions: writeVersions(criteria, versions ?? new Map(criteria.map(({ id }) => [id, storedOf(id)?.version ?? 0]))),
    autosaveKey: `interview/${interview.reference}`,
    errors,
  }
}

const stateOf = (
  state: 'open' | 'submitted',
  { openedAt, closedAt }: Opened['interviewing'],
): PanelScoreModel['state'] => {
  if (state === 'submitted') return 'submitted'
  if (closedAt !== null) return 'closed'
  return openedAt === null ? 'early' : 'open'
}
