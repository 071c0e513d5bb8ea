import { keepsFrom } from '../../../core/conflicts/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { wantsExtra } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { queueAbout } from '../../applications/index.ts'
import { recordEvent } from '../../audit/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { insertAssignments } from '../assigning/assignments.store.ts'
import { conflictsOfRound } from '../conflicts/read-conflicts.ts'
import type { Proposing } from '../shortlisting/read-proposal.ts'
import { extraMail } from './extra-mail.messages.ts'
import { type AcceptedAssessor, acceptedAssessors, extrasOf, givenTo } from './moderation.store.ts'
import { type ModerationShut, openModeration, type ToModerate } from './open-moderation.ts'

export type ExtraProblem =
  | ModerationShut
  | { readonly code: 'extra-not-in-rules' | 'extra-not-near' | 'extra-asked'; readonly field: 'person' }
  | { readonly code: 'person-missing' | 'person-not-free'; readonly field: 'person' }

/** Assessors who have not read this application and have no conflict with it, those with the fewest to read first. */
export async function freeForExtra(
  db: Database | Tx,
  round: RoundInFund,
  rules: Proposing['rules'],
  applicationId: string,
): Promise<readonly AcceptedAssessor[]> {
  const given = new Set(await givenTo(db, applicationId))
  const conflicts = await conflictsOfRound(db, round, rules)
  const apart = new Set(
    conflicts.filter((each) => each.applicationId === applicationId && keepsFrom(each)).map(({ personId }) => personId),
  )
  const all = await acceptedAssessors(db, round.id)
  return all.filter(({ personId }) => !given.has(personId) && !apart.has(personId))
}

/** Why nobody is asked, if so: the rules allow none, it would not matter here, or somebody is at it. */
export function whyNoExtra(
  { rules, proposal }: Pick<Proposing, 'rules' | 'proposal'>,
  applicationId: string,
  extras: readonly { readonly applicationId: string; readonly submitted: boolean }[],
): Extract<ExtraProblem, { readonly code: `extra-${string}` }> | undefined {
  if (!rules.moderation.extraAssessor) return { code: 'extra-not-in-rules', field: 'person' }
  if (extras.some((each) => each.applicationId === applicationId)) return { code: 'extra-asked', field: 'person' }
  const item = proposal.items.find(({ id }) => id === applicationId)
  return item !== undefined && wantsExtra(item) ? undefined : { code: 'extra-not-near', field: 'person' }
}

/**
 * Asks one more assessor where it would matter most: scoring opens again for this one application and this one person,
 * until the shortlist is frozen.
 *
 * @throws {NotFound} if the application is not among those that were scored, or the person is kept from it
 */
export async function askExtra(
  services: Services,
  request: ToModerate & { readonly personId: string },
): Promise<Result<string, ExtraProblem>> {
  const { personId, reference, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const open = await openModeration(tx, services, request)
    if (!open.ok) return open
    const { round, actor, applicationId, proposing } = open.value
    const why = whyNoExtra(proposing, applicationId, await extrasOf(tx, round.id))
    if (why !== undefined) return refused<ExtraProblem>(why)
    if (personId === '') return refused<ExtraProblem>({ code: 'person-missing', field: 'person' })
    const free = await freeForExtra(tx, round, proposing.rules, applicationId)
    const person = free.find((each) => each.personId === personId)
    if (person === undefined) return refused<ExtraProblem>({ code: 'person-not-free', field: 'person' })
    const id = services.newId()
    const assignment = { id, applicationId, personId, why: 'extra', place: person.load + 1, assignedAt: at } as const
    await insertAssignments(tx, [{ ...assignment, runId: null, assignedBy: actor.personId }])
    await recordEvent(tx, {
      action: 'assignment.extra-asked',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: applicationId,
      at,
      facts: { roundId: round.id, assignmentId: id, personId },
    })
    const about = { illustrative: round.illustrative, fundId: round.fundId }
    const mail = (say: Say) => say(extraMail)({ round, reference, origin: originForMail(services.config) })
    await queueAbout(tx, services, about, { kind: 'extra-asked', recipient: person.email, personId, words: mail })
    return done(person.name)
  })
}
