import { notFound } from '../../../core/errors.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type SealedRules, sealedRulesOf } from '../../assessment/index.ts'
import { findRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { type Interviewing, interviewingOf } from './interviewing.store.ts'
import type { PanelMember } from './panel.store.ts'
import { recusedOf } from './panel-conflicts.ts'
import { standingOf } from './panel-reviews.store.ts'
import { type InterviewPlace, placesOf, stands } from './places.store.ts'
import { type Shortlisted, shortlistedOf } from './read-shortlisted.ts'
import { memberIn } from './set-up-panel.ts'

/** A round as a member of its panel meets it. */
export type PanelRound = {
  readonly actor: SignedIn
  readonly round: RoundInFund
  readonly rules: SealedRules
  readonly member: PanelMember
  readonly interviewing: Interviewing
}

/** @throws {NotFound} if they are not on its panel, or it holds no interviews */
export async function findPanelRound(db: Database | Tx, actor: Actor, path: RoundPath): Promise<PanelRound> {
  const round = await findRound(db, actor, 'interview:score', path)
  const rules = await sealedRulesOf(db, round.id)
  if (actor.kind !== 'person' || rules?.interview.held !== true) throw notFound('round')
  const member = await memberIn(db, round.id, actor.personId)
  return { actor, round, rules, member, interviewing: await interviewingOf(db, round.id) }
}

/** How a member stands to an interview. `recused`: never theirs. */
export type PanelStanding = 'recused' | 'undeclared' | 'open' | 'submitted'

/** An interview as one member of the panel sees it in their list. */
export type PanelInterview = Shortlisted & {
  readonly place: InterviewPlace | undefined
  /** They are in the room, or would be. */
  readonly hears: boolean
  readonly standing: PanelStanding
}

/** Whether the timetable has somebody in another room: the papers of an interview are for those in its own, and for all before it has one. */
export const isElsewhere = ({ place, hears }: Pick<PanelInterview, 'place' | 'hears'>): boolean =>
  place !== undefined && !hears

/** Every interview of the round, in the order of time, with how this member stands to it. */
export async function panelInterviewsOf(
  db: Database | Tx,
  { round, rules, member }: Pick<PanelRound, 'round' | 'rules' | 'member'>,
): Promise<readonly PanelInterview[]> {
  const { personId } = member
  const places = new Map((await placesOf(db, round.id)).filter(stands).map((place) => [place.applicationId, place]))
  const recused = await recusedOf(db, round, rules, [personId])
  const said = await standingOf(db, round.id, personId)
  const list = (await shortlistedOf(db, round.id)).map((application): PanelInterview => {
    const place = places.get(application.id)
    const { hasConflict = null, state = null } = said.get(application.id) ?? {}
    const standing: PanelStanding =
      recused.get(application.id)?.has(personId) === true
        ? 'recused'
        : hasConflict === null || state === null
          ? 'undeclared'
          : state
    return { ...application, place, hears: place?.memberIds.includes(personId) === true, standing }
  })
  const time = ({ place }: PanelInterview) => place?.startsAt?.getTime() ?? Number.POSITIVE_INFINITY
  return list.toSorted((one, other) => time(one) - time(other) || (one.reference < other.reference ? -1 : 1))
}

/** @throws {NotFound} if it is not on the shortlist */
export async function findPanelInterview(
  db: Database | Tx,
  actor: Actor,
  path: RoundPath,
  reference: string,
): Promise<PanelRound & { readonly interview: PanelInterview }> {
  const panel = await findPanelRound(db, actor, path)
  const interview = (await panelInterviewsOf(db, panel)).find((each) => each.reference === reference)
  if (interview === undefined) throw notFound('interview')
  return { ...panel, interview }
}
