import { assessmentPhase } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type Criterion, rulesIn } from '../../../core/rules/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById, rolesOn } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { findRound, holdRound, type RoundPath, sealOf } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { glassesOf, insertGlass } from './glass.store.ts'
import { reviewsOf } from './reviews.store.ts'
import { glassMessage } from './scoring-mail.messages.ts'

/** For how long scores may be looked at, in minutes. */
export const glassMinutes = [15, 30, 60] as const
/** The least and most characters of a reason: it is published. */
const [LEAST, MOST] = [20, 1_000]

export type GlassProblem = {
  readonly code: 'glass-reason-short' | 'glass-reason-long' | 'glass-minutes' | 'glass-not-scoring'
}

type Request = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly reason: string
  readonly minutes: string
  readonly at: Date
  readonly origin: string
}

/**
 * Opens one view of scores that are still blind, for one person of the programme team and a short time. It is logged,
 * published with its reason, and told at once to everybody who answers for the fund.
 *
 * @returns the id of the view
 * @throws {NotFound} if the round is not this person's to run
 */
export async function breakGlass(
  services: Services,
  { actor, path, reason, minutes, at, origin }: Request,
): Promise<Result<string, GlassProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    const words = reason.trim()
    const length = glassMinutes.find((each) => String(each) === minutes)
    const problems: GlassProblem[] = []
    if (assessmentPhase(await assessmentOf(tx, round.id)) !== 'scoring') problems.push({ code: 'glass-not-scoring' })
    if (words.length < LEAST) problems.push({ code: 'glass-reason-short' })
    if (words.length > MOST) problems.push({ code: 'glass-reason-long' })
    if (length === undefined) problems.push({ code: 'glass-minutes' })
    if (problems.length > 0 || length === undefined) return refused(...problems)
    const id = services.newId()
    const endsAt = new Date(at.getTime() + length * 60_000)
    await insertGlass(tx, { id, roundId: round.id, personId: actor.personId, reason: words, openedAt: at, endsAt })
    await recordEvent(tx, {
      action: 'assessment.glass-broken',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { glass: id, reason: words, endsAt: endsAt.toISOString() },
    })
    const roles = await rolesOn(tx, round.fundId)
    const told = new Map(
      roles
        .filter(({ role }) => role === 'programme-team' || role === 'funder')
        .map(({ person }) => [person.id, person.email]),
    )
    const by = actor.name || actor.email
    for (const [personId, recipient] of told) {
      await queueAbout(tx, services, round, {
        kind: 'glass-broken',
        recipient,
        personId,
        words: (say) => say(glassMessage)(round, { by, reason: words, endsAt, origin }),
      })
    }
    return done(id)
  })
}

export type ThroughGlass = {
  readonly round: Awaited<ReturnType<typeof findRound>>
  readonly illustrative: boolean
  readonly reason: string
  readonly endsAt: Date
  readonly criteria: readonly Criterion[]
  readonly rows: readonly {
    readonly application: string
    readonly assessor: string
    readonly isSubmitted: boolean
    /** By the order of the criteria; null where none were given. */
    readonly points: readonly (number | null)[]
  }[]
}

/**
 * The scores as they are now, through a view that this person has opened and that is not over.
 *
 * @throws {NotFound} otherwise
 */
export async function readThroughGlass(
  db: Database,
  actor: Actor,
  path: RoundPath,
  { glass, at }: { readonly glass: string; readonly at: Date },
): Promise<ThroughGlass> {
  const round = await findRound(db, actor, 'assessment:run', path)
  const opened = (await glassesOf(db, round.id)).find(({ id }) => id === glass)
  const seal = await sealOf(db, round.id)
  const isTheirs = actor.kind === 'person' && opened?.personId === actor.personId && opened.endsAt > at
  if (opened === undefined || !isTheirs || seal === undefined) throw notFound('view')
  const { criteria } = rulesIn(seal.document)
  const reviews = await reviewsOf(db, round.id, { id: glass, at })
  const people = await peopleById(db, [...new Set(reviews.map(({ personId }) => personId))])
  const applications = await scorableApplications(db, round.id)
  return {
    round,
    illustrative: round.illustrative,
    reason: opened.reason,
    endsAt: opened.endsAt,
    criteria,
    rows: reviews.map((review) => ({
      application: applications.find(({ id }) => id === review.applicationId)?.reference ?? '',
      assessor: people.get(review.personId)?.name ?? '',
      isSubmitted: review.state === 'submitted',
      points: criteria.map(({ id }) => review.scores.find(({ criterionId }) => criterionId === id)?.points ?? null),
    })),
  }
}
