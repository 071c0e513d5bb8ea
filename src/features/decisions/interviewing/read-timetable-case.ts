import { seedOf } from '../../../core/rules/index.ts'
import type { Interview, Sitting, TimetableCase } from '../../../core/timetable/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type SealedRules, scorableApplications } from '../../assessment/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { answersOf } from './answers.store.ts'
import { type PanelMember, panelOf } from './panel.store.ts'
import { recusedOf } from './panel-conflicts.ts'
import { type InterviewPlace, placesOf, stands } from './places.store.ts'
import { shortlistedOf } from './read-shortlisted.ts'
import { halfDayOfSession, type InterviewSession, sessionsOf, windowsOf } from './sessions.store.ts'

/** A timetable's case, with what its ids mean. */
export type TimetableSetting = {
  readonly case: TimetableCase
  readonly panel: readonly PanelMember[]
  readonly sessions: readonly InterviewSession[]
  /** Ids of applications by their references. */
  readonly idOf: ReadonlyMap<string, string>
}

/** Everything that a timetable follows from, as it is now: the shortlist, the panel, the sessions, and what was published. */
export async function readTimetableSetting(
  db: Database | Tx,
  round: RoundInFund,
  rules: SealedRules,
  sha256: Services['sha256'],
): Promise<TimetableSetting> {
  const panel = await panelOf(db, round.id)
  const sessions = await sessionsOf(db, round.id)
  const recused = await recusedOf(
    db,
    round,
    rules,
    panel.map(({ personId }) => personId),
  )
  const windows = await windowsOf(db, round.id)
  const about = new Map((await scorableApplications(db, round.id)).map((application) => [application.id, application]))
  const within = (halfDays: readonly string[]) =>
    sessions.filter((session) => halfDays.includes(halfDayOfSession(session))).map(({ id }) => id)
  const listed = (await shortlistedOf(db, round.id)).filter(({ id }) => about.has(id))
  const interviews = listed.map(({ id, reference }): Interview => {
    const window = windows.get(id)
    const { serviceAreas = [], deliveryModels = [] } = about.get(id) ?? {}
    return {
      id: reference,
      conflicts: [...(recused.get(id) ?? [])].sort(),
      // Everybody there knows how a service is run in-house: it is no expertise to look for.
      needsExpertise: [...serviceAreas, ...deliveryModels.filter((model) => model !== 'in-house')].sort(),
      ...(window !== undefined && { sessions: within(window) }),
    }
  })
  const there = new Set(listed.map(({ reference }) => reference))
  const answers = await answersOf(db, round.id)
  // Who asks to move is not held where they are.
  const asksToMove = ({ applicationId, since }: InterviewPlace): boolean => {
    const last = answers.get(applicationId)
    return last?.answer === 'move' && last.placeNumber >= since
  }
  const places = (await placesOf(db, round.id)).filter(stands)
  const published = places
    .filter((place) => !asksToMove(place))
    .filter(({ reference }) => there.has(reference))
    .map(({ reference, sessionId, slot }) => ({ interview: reference, session: sessionId, slot }))
  const told = sittingsTold(places, panel)
  return {
    panel,
    sessions,
    idOf: new Map(listed.map(({ id, reference }) => [reference, id])),
    case: {
      interviews,
      members: panel.map(({ personId, chair, expertise, halfDays, mostSessions }) => ({
        id: personId,
        chair,
        expertise: [...expertise].sort(),
        available: within(halfDays),
        ...(mostSessions !== null && { maxSessions: mostSessions }),
      })),
      sessions: sessions.map((session) => ({
        id: session.id,
        halfDay: halfDayOfSession(session),
        room: session.place,
        slots: session.slots,
      })),
      quorum: rules.interview.quorum,
      seed: seedOf(rules.document, sha256),
      ...(published.length > 0 && { published }),
      ...(told.length > 0 && { told }),
    },
  }
}

/** In which sessions members of the panel have been told that they sit, those who leave the room for something counted in. */
function sittingsTold(places: readonly InterviewPlace[], panel: readonly PanelMember[]): readonly Sitting[] {
  const there = new Set(panel.map(({ personId }) => personId))
  const told = new Map(
    places.flatMap(({ sessionId, memberIds, recusedIds }) =>
      sessionId === null
        ? []
        : [...memberIds, ...recusedIds]
            .filter((member) => there.has(member))
            .map((member) => [`${sessionId} ${member}`, { member, session: sessionId }] as const),
    ),
  )
  return [...told].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sitting]) => sitting)
}
