import { readPoints } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type AssessmentRules, rulesIn } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { findRound, holdRound, type RoundInFund, type RoundPath, sealOf } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import type { ReviewFields } from './posted-review.ts'
import { type AgreedScore, deleteAgreedScores, saveAgreedScores } from './practice.store.ts'

/** Why agreed scores were not kept. */
export type AgreeProblem =
  | {
      readonly code: 'agreed-points-missing' | 'agreed-points-off-scale' | 'agreed-words-missing'
      readonly criterion: string
    }
  | { readonly code: 'agreed-words-too-long'; readonly criterion: string; readonly characters: number }
  /** Scoring has opened. */
  | { readonly code: 'agreed-fixed' }

type Request = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly reference: string
  readonly fields: ReviewFields
  readonly at: Date
}

/** An application of a round that may be practised on, under the rules of the round. */
export type ToAgree = {
  readonly round: RoundInFund
  readonly rules: AssessmentRules
  readonly application: { readonly id: string; readonly reference: string; readonly leadName: string }
  /** Agreed scores stay as they are once scoring has opened: assessors have been shown them. */
  readonly fixed: boolean
}

/** @throws {NotFound} if it is not this person's to run, or nothing that is scored */
export async function findToAgree(db: Database | Tx, round: RoundInFund, reference: string): Promise<ToAgree> {
  const seal = await sealOf(db, round.id)
  const application = (await scorableApplications(db, round.id)).find((each) => each.reference === reference)
  if (seal === undefined || application === undefined) throw notFound('application')
  const { openedAt } = await assessmentOf(db, round.id)
  return { round, rules: rulesIn(seal.document), application, fixed: openedAt !== null }
}

/**
 * Keeps the scores that the programme team agrees for an application to practise on, each with why.
 *
 * @throws {NotFound} if the round is not this person's to run
 */
export async function agreePractice(
  services: Services,
  { actor, path, reference, fields, at }: Request,
): Promise<Result<void, AgreeProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    const { rules, application, fixed } = await findToAgree(tx, round, reference)
    if (actor.kind !== 'person') throw notFound('application')
    if (fixed) return refused<AgreeProblem>({ code: 'agreed-fixed' })
    const read = readAgreed(rules, fields)
    if (!read.ok) return read
    const by = actor.personId
    await saveAgreedScores(tx, { roundId: round.id, applicationId: application.id, scores: read.value, at, by })
    await record(tx, round, by, at, 'practice.agreed', reference)
    return done(undefined)
  })
}

/** Takes an application out of practice again. @throws {NotFound} as {@link agreePractice} */
export async function endPractice(
  services: Services,
  { actor, path, reference, at }: Omit<Request, 'fields'>,
): Promise<Result<void, AgreeProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    const { application, fixed } = await findToAgree(tx, round, reference)
    if (actor.kind !== 'person') throw notFound('application')
    if (fixed) return refused<AgreeProblem>({ code: 'agreed-fixed' })
    await deleteAgreedScores(tx, round.id, application.id)
    await record(tx, round, actor.personId, at, 'practice.ended', reference)
    return done(undefined)
  })
}

/** Of why an application deserves its points. */
const mostCharacters = 5_000

function readAgreed(rules: AssessmentRules, fields: ReviewFields): Result<readonly AgreedScore[], AgreeProblem> {
  const problems: AgreeProblem[] = []
  const scores = rules.criteria.flatMap((criterion): readonly AgreedScore[] => {
    const points = readPoints(criterion, fields.text(`points-${criterion.id}`))
    const explanation = fields.text(`comment-${criterion.id}`).trim()
    if (!points.ok) problems.push({ code: 'agreed-points-off-scale', criterion: criterion.id })
    else if (points.value === null) problems.push({ code: 'agreed-points-missing', criterion: criterion.id })
    if (explanation === '') problems.push({ code: 'agreed-words-missing', criterion: criterion.id })
    const characters = explanation.length
    if (characters > mostCharacters)
      problems.push({ code: 'agreed-words-too-long', criterion: criterion.id, characters })
    return points.ok && points.value !== null ? [{ criterionId: criterion.id, points: points.value, explanation }] : []
  })
  return problems.length > 0 ? refused(...problems) : done(scores)
}

async function record(
  tx: Tx,
  { fundId }: RoundInFund,
  actorId: string,
  at: Date,
  action: string,
  reference: string,
): Promise<void> {
  await recordEvent(tx, { action, actorId, fundId, objectType: 'application', objectId: reference, at, facts: {} })
}

/** A round as those who may look at its assessment find it. */
export const readable = async (db: Database, actor: Actor, path: RoundPath): Promise<RoundInFund> =>
  await findRound(db, actor, 'assessment:read', path)
