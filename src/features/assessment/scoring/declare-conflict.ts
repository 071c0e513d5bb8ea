import { keepsFrom } from '../../../core/conflicts/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { endWithTrace } from '../assigning/settle-assignments.ts'
import { conflictsOf } from '../conflicts/read-conflicts.ts'
import { findGiven, type Given, type ScoredPath, whyShut } from './read-scored.ts'
import { insertDeclaration, openReview } from './scoring.store.ts'

/** Why what was said of a conflict was not taken. `conflict-stands`: the service has found one that nobody released. */
export type DeclareProblem = { readonly code: 'conflict-unanswered' | 'conflict-without-words' | 'conflict-stands' }

export type SaidOfConflict = {
  /** 'yes' or 'no', or nothing. */
  readonly hasConflict: string
  readonly statement: string
}

/** The most characters of a statement. */
export const MOST_STATEMENT = 2_000

type Request = { readonly actor: Actor; readonly path: ScoredPath; readonly said: SaidOfConflict; readonly at: Date }

/**
 * Takes what an assessor says of a conflict before the content of an application opens. With one, the application is taken
 * away at once and what they said stays; without, their review is begun.
 *
 * @throws {NotFound} if the application is not theirs
 */
export async function declareConflict(
  services: Services,
  { actor, path, said, at }: Request,
): Promise<Result<'opened' | 'taken-away', DeclareProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const given = await findGiven(tx, actor, path)
    if (whyShut(given) !== 'undeclared') throw notFound('application')
    const statement = said.statement.trim().slice(0, MOST_STATEMENT)
    if (said.hasConflict === 'yes') {
      if (statement === '') return refused<DeclareProblem>({ code: 'conflict-without-words' })
      await takeAway(tx, given, statement, at)
      return done('taken-away' as const)
    }
    if (said.hasConflict !== 'no') return refused<DeclareProblem>({ code: 'conflict-unanswered' })
    if ((await standingConflicts(tx, given)).some(({ stands }) => stands)) {
      return refused<DeclareProblem>({ code: 'conflict-stands' })
    }
    await writeDeclaration(tx, given, { hasConflict: false, statement, at })
    const { application, actor: person, practice, rulesSha256 } = given
    const review = { applicationId: application.id, personId: person.personId, practice, rulesSha256, at }
    await openReview(tx, { ...review, id: services.newId() })
    return done('opened' as const)
  })
}

/**
 * Takes a conflict that was found late, from the scoring page: the application goes at once, whatever was written of it
 * stays where it is and no longer counts.
 *
 * @throws {NotFound} if the application is not theirs
 */
export async function declareLate(
  services: Services,
  { actor, path, statement, at }: Omit<Request, 'said'> & { readonly statement: string },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const given = await findGiven(tx, actor, path)
    if (whyShut(given) !== undefined) throw notFound('application')
    const words = statement.trim().slice(0, MOST_STATEMENT)
    await takeAway(tx, given, words === '' ? 'Found while scoring; nothing more was said.' : words, at)
  })
}

async function takeAway(tx: Tx, given: Given, statement: string, at: Date): Promise<void> {
  const { application, actor, round } = given
  await writeDeclaration(tx, given, { hasConflict: true, statement, at })
  if (application.assignmentId === null) return
  const assignment = { id: application.assignmentId, reference: application.reference, personId: actor.personId }
  await endWithTrace(tx, {
    assignment,
    fundId: round.fundId,
    at,
    by: actor.personId,
    why: 'conflict',
    reason: statement,
  })
}

async function writeDeclaration(
  tx: Tx,
  { application, actor, round, practice }: Given,
  said: { readonly hasConflict: boolean; readonly statement: string; readonly at: Date },
): Promise<void> {
  await insertDeclaration(tx, { ...said, applicationId: application.id, personId: actor.personId })
  await recordEvent(tx, {
    action: said.hasConflict ? 'conflict.declared' : 'conflict.none-declared',
    actorId: actor.personId,
    fundId: round.fundId,
    objectType: 'application',
    objectId: application.reference,
    at: said.at,
    facts: { practice, statement: said.statement },
  })
}

/** The conflicts that the service has found; `stands`: it keeps this person from reading the application. */
export async function standingConflicts(
  tx: Tx | Services['db'],
  { round, rules, application, actor }: Given,
): Promise<readonly { readonly kind: string; readonly stands: boolean; readonly released: boolean }[]> {
  const found = await conflictsOf(tx, round, rules, application.id, actor.personId)
  return found
    .filter(({ kind }) => kind !== 'declared')
    .map(({ kind, treatment, released }) => ({ kind, released, stands: keepsFrom({ treatment, released }) }))
}
