import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { endRole, ensurePerson, giveRole, readEmail } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { assignmentsOfPerson } from '../assigning/assignments.store.ts'
import { scoredPairsOf } from '../assigning/runs.store.ts'
import { endWithTrace } from '../assigning/settle-assignments.ts'
import { shortlistOf } from '../shortlisting/shortlist.store.ts'
import { type AssessorProblem, assessorInvitation } from './assessors.messages.ts'
import { invitedPath } from './assessors.paths.ts'
import { assessesElsewhere, assessorRoleOf, insertAssessor, moveAssessor } from './assessors.store.ts'

type Request = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/**
 * Asks somebody by email to assess in a round. They answer once they have signed in with that address; until they accept
 * the invitation gives nothing.
 *
 * @throws {NotFound} if the round is not theirs to run
 */
export async function inviteAssessor(
  services: Services,
  { actor, path, at, ...typed }: Request & { readonly email: string; readonly name: string; readonly origin: string },
): Promise<Result<string, AssessorProblem>> {
  const email = readEmail(typed.email)
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    if (!email.ok)
      return refused<AssessorProblem>(...email.problems.map(({ code }) => ({ code, field: 'email' as const })))
    if ((await shortlistOf(tx, round.id)) !== undefined)
      return refused<AssessorProblem>({ code: 'frozen', field: 'email' })
    const by = personIdOf(actor)
    const named = { id: services.newId(), email: email.value, name: typed.name.slice(0, 200), at }
    const { person } = await ensurePerson(tx, { ...named, illustrative: false })
    if (!(await insertAssessor(tx, { roundId: round.id, personId: person.id, at, by })))
      return refused<AssessorProblem>({ code: 'asked-already', field: 'email' })
    await audit(tx, round, { action: 'assessor.invited', by, personId: person.id, at })
    await queueAbout(tx, services, round, {
      kind: 'assessor-invitation',
      recipient: email.value,
      personId: person.id,
      words: (say) =>
        say(assessorInvitation)({
          by: actor.kind === 'person' ? actor.name || actor.email : '',
          fund: round.fund.name,
          round: round.name,
          link: typed.origin + invitedPath(round.fund.slug, round.slug),
        }),
    })
    return done(email.value)
  })
}

/**
 * Answers one's own invitation. Accepting gives the role of an assessor on the fund.
 *
 * @throws {NotFound} if there is no such round
 */
export async function answerInvitation(
  services: Services,
  {
    actor,
    round,
    answer,
    at,
  }: {
    readonly actor: Actor
    readonly round: RoundInFund
    readonly answer: 'accepted' | 'declined' | undefined
    readonly at: Date
  },
): Promise<Result<'accepted' | 'declined', AssessorProblem>> {
  if (actor.kind !== 'person') throw notFound('invitation')
  const { personId } = actor
  return await services.db.transaction().execute(async (tx) => {
    if (answer === undefined) return refused<AssessorProblem>({ code: 'answer-missing', field: 'answer' })
    if (answer === 'accepted' && (await shortlistOf(tx, round.id)) !== undefined)
      return refused<AssessorProblem>({ code: 'frozen-since', field: 'answer' })
    if (!(await moveAssessor(tx, { roundId: round.id, personId }, { from: 'invited', to: answer, at })))
      return refused<AssessorProblem>({ code: 'not-invited', field: 'answer' })
    await audit(tx, round, {
      action: answer === 'accepted' ? 'assessor.accepted' : 'assessor.declined',
      by: personId,
      personId,
      at,
    })
    if (answer === 'accepted') {
      const held = await assessorRoleOf(tx, round.fundId, personId)
      const given = { personId, role: 'assessor', fundId: round.fundId, by: null, at } as const
      if (held === undefined) await giveRole(tx, services, given)
    }
    return done(answer)
  })
}

/**
 * Ends somebody's work as an assessor, or takes an invitation back. The role ends, and what they have not scored is taken
 * from them; what they scored stays and counts.
 *
 * @throws {NotFound} if the round is not theirs to run
 */
export async function endAssessor(
  { db }: Services,
  { actor, path, at, personId, reason }: Request & { readonly personId: string; readonly reason: string },
): Promise<Result<undefined, AssessorProblem>> {
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    if (reason.trim() === '') return refused<AssessorProblem>({ code: 'reason-missing', field: 'reason' })
    const key = { roundId: round.id, personId }
    const ended = { to: 'ended', at, reason: reason.trim().slice(0, 2000) } as const
    const was =
      (await moveAssessor(tx, key, { ...ended, from: 'accepted' })) ||
      (await moveAssessor(tx, key, { ...ended, from: 'invited' }))
    if (!was) return refused<AssessorProblem>({ code: 'not-assessing', field: 'reason' })
    const by = personIdOf(actor)
    await audit(tx, round, { action: 'assessor.ended', by, personId, at })
    const role = await assessorRoleOf(tx, round.fundId, personId)
    if (role !== undefined && !(await assessesElsewhere(tx, round.fundId, key)))
      await endRole(tx, { id: role, role: 'assessor', fundId: round.fundId, by, at })
    const scored = new Set((await scoredPairsOf(tx, round.id)).map((pair) => `${pair.reference} ${pair.personId}`))
    for (const assignment of await assignmentsOfPerson(tx, round.id, personId)) {
      const { reference, endedAt, why } = assignment
      if (endedAt !== null || (why !== 'practice' && scored.has(`${reference} ${personId}`))) continue
      await endWithTrace(tx, { assignment, fundId: round.fundId, at, by, why: 'assessor-ended', reason: ended.reason })
    }
    return done(undefined)
  })
}

async function audit(
  tx: Tx,
  round: RoundInFund,
  {
    action,
    by,
    personId,
    at,
  }: { readonly action: string; readonly by: string | null; readonly personId: string; readonly at: Date },
): Promise<void> {
  await recordEvent(tx, {
    action,
    actorId: by,
    fundId: round.fundId,
    objectType: 'assessor',
    objectId: personId,
    at,
    facts: { roundId: round.id },
  })
}
