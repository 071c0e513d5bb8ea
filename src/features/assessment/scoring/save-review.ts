import { type ReviewProblem, submissionProblems } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, fundsWith, type SignedIn } from '../../../core/permissions/index.ts'
import type { Criterion } from '../../../core/rules/index.ts'
import { writeVersions } from '../../../core/saving/seen-versions.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { itemsOf, type ReviewFields, readReview, type TypedReview, wholeId } from './posted-review.ts'
import type { ScoredPath } from './read-scored.ts'
import { reviewOf } from './reviews.store.ts'
import {
  markReviewSubmitted,
  type SavedReviewRow,
  type Shut,
  type StoredScore,
  saveReviewRow,
  storedScores,
} from './save-review.store.ts'
import { insertDeclaration } from './scoring.store.ts'
import { sealedRulesByHash } from './sealed-rules.ts'

export type ReviewSave = {
  readonly path: ScoredPath
  /** The hash of the sealed rules that the page was made from. */
  readonly rulesSha256: string
  readonly fields: ReviewFields
  /** As the page carried them: see `writeVersions`. */
  readonly versions: string
  /** Items at which this person chose what their other window says. */
  readonly keepTheirs: ReadonlySet<string>
  /** Items at which two texts were shown to them, who chose neither: nothing is written there. */
  readonly undecided: ReadonlySet<string>
  readonly at: Date
}

/** Something that two windows wrote at once. `theirs` is what is stored. */
export type ScoreClash =
  | {
      readonly criterion: Criterion
      readonly mine: { readonly points: number | null; readonly comment: string }
      readonly theirs: StoredScore
    }
  | {
      readonly criterion: undefined
      readonly mine: NonNullable<TypedReview['whole']>
      readonly theirs: SavedReviewRow['whole']
    }

/** A review after a save. What could not be stored stands in `typed` all the same, to be shown again. */
export type SavedReview = {
  readonly row: SavedReviewRow
  readonly criteria: readonly Criterion[]
  /** Whether the sealed rules ask how sure assessors are. */
  readonly asksConfidence: boolean
  readonly typed: TypedReview
  readonly problems: readonly ReviewProblem[]
  /** For a page that goes on as it is. */
  readonly versions: string
  readonly clashes: readonly ScoreClash[]
  /** For a page that shows only what clashed. */
  readonly clashVersions: string
  readonly savedAt: Date
}

export type ReviewOutcome =
  | (SavedReview & { readonly kind: 'saved' | 'submitted' })
  /** Nothing can be written there now; nothing was, and all that was typed is handed back. */
  | (SavedReview & { readonly kind: 'shut'; readonly shut: Shut })

/**
 * Saves a review: one statement when no other window wrote the same meanwhile. Whatever was typed is kept, whole or not,
 * unless the scale has no such points or it is far too long.
 *
 * @throws {NotFound} if this person has opened no such review
 */
export async function saveReview(services: Services, actor: Actor, save: ReviewSave): Promise<ReviewOutcome> {
  return await saveIn(services.db, actor, save)
}

/**
 * Saves a review and submits it in one transaction, so that what is submitted is what stood on the page. With anything
 * missing or off the scale it is saved and not submitted.
 *
 * @throws {NotFound} if this person has opened no such review
 */
export async function submitReview(services: Services, actor: Actor, save: ReviewSave): Promise<ReviewOutcome> {
  return await services.db.transaction().execute(async (tx) => {
    const saved = await saveIn(tx, actor, save)
    if (saved.kind !== 'saved' || saved.clashes.length > 0 || saved.problems.length > 0) return saved
    if (actor.kind !== 'person') throw notFound('review')
    const { row, criteria, asksConfidence } = saved
    const review = await reviewOf(tx, row.applicationId, actor.personId, save.path.practice)
    if (review === undefined) throw notFound('review')
    const noConflict = save.fields.text('no-conflict') === 'yes'
    const scores = new Map(review.scores.map((score) => [score.criterionId, score]))
    const problems = submissionProblems(criteria, {
      ...review,
      scores,
      confidence: asksConfidence ? review.confidence : undefined,
      noConflict,
    })
    if (problems.length > 0) return { ...saved, problems }
    await finish(tx, actor, save, row)
    return { ...saved, kind: 'submitted' as const }
  })
}

async function finish(tx: Tx, actor: SignedIn, { path, at }: ReviewSave, row: SavedReviewRow): Promise<void> {
  if (!(await markReviewSubmitted(tx, row.reviewId, at))) throw new Error('a review was submitted twice')
  const { applicationId } = row
  await insertDeclaration(tx, { applicationId, personId: actor.personId, hasConflict: false, statement: '', at })
  await recordEvent(tx, {
    action: 'review.submitted',
    actorId: actor.personId,
    fundId: row.fundId,
    objectType: 'application',
    objectId: path.reference,
    at,
    facts: { practice: path.practice },
  })
}

async function saveIn(db: Database | Tx, actor: Actor, save: ReviewSave): Promise<ReviewOutcome> {
  if (actor.kind !== 'person') throw notFound('review')
  const { fund, round, reference, practice } = save.path
  const sealed = await sealedRulesByHash(db, save.rulesSha256)
  if (sealed === undefined) throw notFound('rules')
  const { criteria, calibration } = sealed.rules
  const asksConfidence = calibration.confidence !== undefined
  const typed = readReview(criteria, save.fields, save.versions, save.keepTheirs)
  const row = await saveReviewRow(db, {
    fund,
    round,
    reference,
    practice,
    personId: actor.personId,
    fundIds: fundsWith(actor, 'assessment:score'),
    scores: typed.scores
      .filter(({ unkept, criterion }) => unkept.length === 0 && !save.undecided.has(criterion.id))
      .map(({ criterion, points, comment, version }) => ({ criterion_id: criterion.id, points, comment, version })),
    whole:
      typed.whole === undefined || typed.whole.unkept.length > 0 || save.undecided.has(wholeId)
        ? undefined
        : {
            in_scope: typed.whole.inScope,
            confidence: asksConfidence ? typed.whole.confidence : null,
            scope_comment: typed.whole.scopeComment,
            overall_comment: typed.whole.overallComment,
            version: typed.whole.version,
          },
    rulesSha256: save.rulesSha256,
    at: save.at,
  })
  if (row === undefined || row.roundId !== sealed.roundId) throw notFound('review')
  return await outcomeOf(db, save, { row, criteria, asksConfidence, typed })
}

type Written = Pick<SavedReview, 'row' | 'criteria' | 'asksConfidence' | 'typed'>

async function outcomeOf(db: Database | Tx, save: ReviewSave, written: Written): Promise<ReviewOutcome> {
  const { row, criteria, typed } = written
  const items = itemsOf(criteria)
  const lost = typed.scores.filter(({ criterion: { id } }) => {
    const beaten = row.verdicts[id] === 'write' && row.written[id] === undefined
    return row.shut === null && (row.verdicts[id] === 'clash' || beaten || save.undecided.has(id))
  })
  const wholeLost =
    row.shut === null && (row.wholeVerdict === 'clash' || (save.undecided.has(wholeId) && typed.whole !== undefined))
  const now = lost.length === 0 ? row.before : await storedScores(db, row.reviewId)
  const nothing: StoredScore = { points: null, comment: '', version: 0, savedAt: save.at.toISOString() }
  const clashes: ScoreClash[] = lost.map(({ criterion, points, comment }) => ({
    criterion,
    mine: { points, comment },
    theirs: now[criterion.id] ?? nothing,
  }))
  if (wholeLost && typed.whole) clashes.push({ criterion: undefined, mine: typed.whole, theirs: row.whole })
  const versions = new Map(typed.scores.map((one) => [one.criterion.id, versionNow(one, row)]))
  if (typed.whole) versions.set(wholeId, wholeVersion(typed.whole.version, row))
  const clashVersions = new Map(lost.map(({ criterion: { id } }) => [id, now[id]?.version ?? 0]))
  if (wholeLost) clashVersions.set(wholeId, row.whole.version)
  const saved: SavedReview = {
    ...written,
    problems: [...typed.scores.flatMap(({ unkept }) => unkept), ...(typed.whole?.unkept ?? [])],
    versions: writeVersions(items, versions),
    clashes,
    clashVersions: writeVersions(items, clashVersions),
    savedAt: save.at,
  }
  return row.shut === null ? { ...saved, kind: 'saved' } : { ...saved, kind: 'shut', shut: row.shut }
}

/** What this page has seen: a score that it left alone while another window changed it is still at the version it showed. */
function versionNow({ criterion: { id }, version }: TypedReview['scores'][number], row: SavedReviewRow): number {
  const verdict = row.verdicts[id]
  if (verdict === undefined || verdict === 'untouched') return version
  return row.written[id] ?? row.before[id]?.version ?? 0
}

function wholeVersion(seen: number, { wholeVerdict, whole }: SavedReviewRow): number {
  if (wholeVerdict === 'write') return whole.version + 1
  return wholeVerdict === 'same' ? whole.version : seen
}
