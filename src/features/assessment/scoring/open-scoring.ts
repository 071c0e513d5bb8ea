import { leastReaders } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, phaseOf, type RoundInFund, type RoundPath, type Seal, sealOf } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import {
  closedMissing,
  markScoringClosed,
  markScoringOpened,
  progressOf,
  readersOf,
  readinessOf,
  updateDue,
} from './progress.store.ts'
import { openedMessage, remindMessage } from './scoring-mail.messages.ts'

/** Why scoring cannot be opened or closed now. */
export type ScoringProblem =
  | MomentProblem
  | { readonly code: 'round-open' | 'rules-not-sealed' | 'nothing-to-score' | 'due-missing' | 'due-past' }
  | { readonly code: 'unsifted' | 'unassigned' | 'reviews-missing'; readonly count: number }
  /** Fewer read them, or have submitted, than the sealed rules say. */
  | {
      readonly code: 'too-few-readers' | 'too-few-reviews'
      readonly least: number
      readonly applications: readonly { readonly reference: string; readonly count: number }[]
    }
  | { readonly code: 'not-open' }

type Request = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date; readonly origin: string }

/** What keeps scoring from being opened, whatever day it is due. */
export async function openingProblems(
  tx: Tx | Services['db'],
  round: RoundInFund,
  at: Date,
): Promise<readonly ScoringProblem[]> {
  const problems: ScoringProblem[] = []
  if (phaseOf(round, at) !== 'closed') problems.push({ code: 'round-open' })
  const seal = await sealOf(tx, round.id)
  if (seal === undefined) problems.push({ code: 'rules-not-sealed' })
  const { unsifted, scorable, unassigned } = await readinessOf(tx, round.id)
  if (unsifted > 0) problems.push({ code: 'unsifted', count: unsifted })
  else if (scorable === 0) problems.push({ code: 'nothing-to-score' })
  if (unassigned > 0) problems.push({ code: 'unassigned', count: unassigned })
  problems.push(...(seal === undefined ? [] : await tooFew(tx, round.id, seal, 'readers')))
  return problems
}

/** The applications that fewer read, or have submitted a review of, than the sealed rules say: named. */
export async function tooFew(
  tx: Tx | Services['db'],
  roundId: string,
  { document: { mechanics } }: Seal,
  what: 'readers' | 'submitted',
): Promise<readonly ScoringProblem[]> {
  const all = await readersOf(tx, roundId)
  const { assignment, assessorsPerApplication: each } = mechanics
  const least = leastReaders(all.length, { everyoneUpTo: assignment.everyoneUpTo, each })
  const short = all
    .filter((one) => one[what] < least && (what === 'submitted' || one.readers > 0))
    .map((one) => ({ reference: one.reference, count: one[what] }))
  const code = what === 'readers' ? 'too-few-readers' : 'too-few-reviews'
  return short.length === 0 ? [] : [{ code, least, applications: short }]
}

/**
 * Opens scoring: from here on assessors read and score what they were given, and nobody sees what others score.
 *
 * @throws {NotFound} if the round is not this person's to run, or its scoring was opened before
 */
export async function openScoring(
  services: Services,
  { actor, path, at, origin, due }: Request & { readonly due: MomentTyped },
): Promise<Result<number, ScoringProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, person } = await holdRun(tx, actor, path)
    const problems = [...(await openingProblems(tx, round, at))]
    const dueAt = dueOf(due, at)
    if (!dueAt.ok) problems.push(...dueAt.problems)
    if (problems.length > 0 || !dueAt.ok) return refused(...problems)
    const by = person.personId
    if (!(await markScoringOpened(tx, { roundId: round.id, at, by, dueAt: dueAt.value }))) throw notFound('round')
    await record(tx, person, round, at, 'assessment.opened', { dueAt: dueAt.value.toISOString() })
    const people = await progressOf(tx, round.id)
    for (const one of people) {
      await queueAbout(tx, services, round, {
        kind: 'scoring-opened',
        recipient: one.email,
        personId: one.personId,
        words: (say) => say(openedMessage)(round, one, dueAt.value, origin),
      })
    }
    return done(people.length)
  })
}

/** Sets another time by which scores are due. @throws {NotFound} */
export async function changeDue(
  services: Services,
  { actor, path, at, due }: Omit<Request, 'origin'> & { readonly due: MomentTyped },
): Promise<Result<Date, ScoringProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, person } = await holdRun(tx, actor, path)
    const dueAt = dueOf(due, at)
    if (!dueAt.ok) return dueAt
    if (!(await updateDue(tx, round.id, dueAt.value))) return refused<ScoringProblem>({ code: 'not-open' })
    await record(tx, person, round, at, 'assessment.due-changed', { dueAt: dueAt.value.toISOString() })
    return done(dueAt.value)
  })
}

/**
 * Closes scoring for good: scores may be seen from here on, and no more are given.
 *
 * @param anyway whether it is closed although reviews are missing
 * @throws {NotFound} if the round is not this person's to run
 */
export async function closeScoring(
  services: Services,
  { actor, path, at, anyway }: Omit<Request, 'origin'> & { readonly anyway: boolean },
): Promise<Result<void, ScoringProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, person } = await holdRun(tx, actor, path)
    const missing = closedMissing(await progressOf(tx, round.id))
    const seal = await sealOf(tx, round.id)
    const short = seal === undefined ? [] : await tooFew(tx, round.id, seal, 'submitted')
    const problems: readonly ScoringProblem[] = [
      ...(missing > 0 ? [{ code: 'reviews-missing', count: missing } as const] : []),
      ...short,
    ]
    if (problems.length > 0 && !anyway) return refused(...problems)
    if (!(await markScoringClosed(tx, round.id, at, person.personId)))
      return refused<ScoringProblem>({ code: 'not-open' })
    await record(tx, person, round, at, 'assessment.closed', {
      missing,
      tooFewReviews: short.flatMap((problem) =>
        problem.code === 'too-few-reviews' ? problem.applications.map(({ reference }) => reference) : [],
      ),
    })
    return done(undefined)
  })
}

/** Reminds everybody who has reviews left by email. @returns how many. @throws {NotFound} */
export async function remindAssessors(
  services: Services,
  { actor, path, at, origin }: Request,
): Promise<Result<number, ScoringProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, person } = await holdRun(tx, actor, path)
    const { openedAt, closedAt, dueAt } = await assessmentOf(tx, round.id)
    if (openedAt === null || closedAt !== null || dueAt === null) return refused<ScoringProblem>({ code: 'not-open' })
    const behind = (await progressOf(tx, round.id)).filter(({ given, submitted }) => submitted < given)
    for (const one of behind) {
      await queueAbout(tx, services, round, {
        kind: 'scoring-reminder',
        recipient: one.email,
        personId: one.personId,
        words: (say) => say(remindMessage)(round, one, dueAt, origin),
      })
    }
    await record(tx, person, round, at, 'assessment.reminded', { assessors: behind.length })
    return done(behind.length)
  })
}

async function holdRun(tx: Tx, actor: Actor, path: RoundPath): Promise<{ round: RoundInFund; person: SignedIn }> {
  const round = await holdRound(tx, actor, 'assessment:run', path)
  if (actor.kind !== 'person') throw notFound('round')
  return { round, person: actor }
}

function dueOf(due: MomentTyped, at: Date): Result<Date, ScoringProblem> {
  const moment = readMoment('deadlineAt', due, true)
  if (!moment.ok) return moment
  if (moment.value === null) return refused({ code: 'due-missing' })
  return moment.value.at <= at ? refused({ code: 'due-past' }) : done(moment.value.at)
}

async function record(
  tx: Tx,
  person: SignedIn,
  round: RoundInFund,
  at: Date,
  action: string,
  facts: Readonly<Record<string, string | number | readonly string[]>>,
): Promise<void> {
  await recordEvent(tx, {
    action,
    actorId: person.personId,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts,
  })
}
