import {
  MOST_COMMENT_CHARACTERS,
  MOST_COMMENT_WORDS,
  type ReviewProblem,
  readPoints,
} from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { countWords } from '../../../core/forms/count-words.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Criterion } from '../../../core/rules/index.ts'
import { readVersions, writeVersions } from '../../../core/saving/seen-versions.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { ownPanelReview, type SavedPanelRow, savePanelScores, submitPanelReview } from './panel-reviews.store.ts'
import { findPanelInterview } from './read-panel-work.ts'

type Fields = { readonly text: (name: string) => string }

export type PanelSave = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly reference: string
  readonly fields: Fields
  /** As the page carried them: see `writeVersions`. */
  readonly versions: string
  /** Criteria at which this person chose what their other window says. */
  readonly keepTheirs: ReadonlySet<string>
  readonly at: Date
}

export type PanelSaved = {
  readonly kind: 'saved' | 'submitted' | 'shut'
  readonly criteria: readonly Criterion[]
  readonly problems: readonly ReviewProblem[]
  /** For a page that goes on. */
  readonly versions: string
  readonly clashes: readonly {
    readonly criterion: Criterion
    readonly mine: { readonly points: number | null; readonly comment: string }
    readonly theirs: SavedPanelRow['before'][string]
  }[]
  readonly clashVersions: string
}

/**
 * Saves what a member gives, whole or not. Nothing is lost that another window wrote meanwhile: both texts are handed back.
 *
 * @throws {NotFound} if the interview is not open to this person
 */
export const savePanelReview = async ({ db }: Services, save: PanelSave): Promise<PanelSaved> => await saveIn(db, save)

/** Saves it and submits it in one transaction; with anything missing it is saved and not submitted. @throws {NotFound} */
export async function sendPanelReview(services: Services, save: PanelSave): Promise<PanelSaved> {
  return await services.db.transaction().execute(async (tx) => {
    const saved = await saveIn(tx, save)
    if (saved.kind !== 'saved' || saved.clashes.length > 0 || saved.problems.length > 0) return saved
    const { round, actor, interview } = await findPanelInterview(tx, save.actor, save.path, save.reference)
    const review = await ownPanelReview(tx, interview.id, actor.personId)
    if (review === undefined) throw notFound('review')
    const problems = saved.criteria.flatMap(({ id }): readonly ReviewProblem[] => {
      const given = review.scores.find(({ criterionId }) => criterionId === id)
      const words = countWords(given?.comment ?? '')
      return [
        ...((given?.points ?? null) === null ? [{ code: 'points-missing' as const, criterion: id }] : []),
        ...(words === 0 ? [{ code: 'comment-missing' as const, criterion: id }] : []),
        ...(words > MOST_COMMENT_WORDS ? [{ code: 'comment-too-long' as const, criterion: id, words }] : []),
      ]
    })
    if (problems.length > 0) return { ...saved, problems }
    if (!(await submitPanelReview(tx, review.id, save.at))) return { ...saved, kind: 'shut' as const }
    await recordDoing(tx, { round, actor, at: save.at }, 'interview.score-submitted', {}, save.reference)
    return { ...saved, kind: 'submitted' as const }
  })
}

async function saveIn(db: Database | Tx, save: PanelSave): Promise<PanelSaved> {
  const { round, rules, actor, interview } = await findPanelInterview(db, save.actor, save.path, save.reference)
  const { criteria } = rules.interview
  const nothing = { criteria, problems: [], versions: save.versions, clashes: [], clashVersions: '' }
  if (interview.standing === 'recused' || !interview.hears) return { ...nothing, kind: 'shut' }
  const review = await ownPanelReview(db, interview.id, actor.personId)
  if (review === undefined) throw notFound('review')
  const seen = readVersions(criteria, save.versions) ?? new Map(criteria.map(({ id }) => [id, 0]))
  const typed = criteria.flatMap((criterion) => {
    const version = seen.get(criterion.id)
    if (version === undefined || save.keepTheirs.has(criterion.id)) return []
    const comment = save.fields.text(`comment-${criterion.id}`)
    const points = readPoints(criterion, save.fields.text(`points-${criterion.id}`))
    const tooLong: readonly ReviewProblem[] =
      comment.length > MOST_COMMENT_CHARACTERS
        ? [{ code: 'comment-not-kept', criterion: criterion.id, characters: comment.length }]
        : []
    const unkept = [...(points.ok ? [] : points.problems), ...tooLong]
    return [{ criterion, points: points.ok ? points.value : null, comment, version, unkept }]
  })
  const scores = typed
    .filter(({ unkept }) => unkept.length === 0)
    .map(({ criterion, points, comment, version }) => ({ criterion_id: criterion.id, points, comment, version }))
  const { reference, at } = save
  const row = await savePanelScores(db, {
    reviewId: review.id,
    reference,
    fundId: round.fundId,
    personId: actor.personId,
    scores,
    at,
  })
  if (row === undefined) return { ...nothing, kind: 'shut' }
  const clashes = typed.flatMap(({ criterion, points, comment }) => {
    const theirs = row.before[criterion.id]
    return row.verdicts[criterion.id] === 'clash' && theirs !== undefined
      ? [{ criterion, mine: { points, comment }, theirs }]
      : []
  })
  const now = new Map(criteria.map(({ id }) => [id, row.written[id] ?? row.before[id]?.version ?? 0]))
  const clashed = clashes.map(({ criterion }) => criterion)
  return {
    kind: 'saved',
    criteria,
    problems: typed.flatMap(({ unkept }) => unkept),
    versions: writeVersions(criteria, now),
    clashes,
    clashVersions: writeVersions(clashed, now),
  }
}
