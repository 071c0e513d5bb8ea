import { halfDayOf } from '../../core/interviews/index.ts'
import type { Criterion } from '../../core/rules/index.ts'
import { addDays, isWeekend } from '../../core/time/day.ts'
import { planInterviews } from '../../core/timetable/index.ts'
import { ensurePerson, giveRole, rolesOn } from '../../features/accounts/index.ts'
import { insertDeclaration, sealedRulesOf } from '../../features/assessment/index.ts'
import { closeInterviewing, openInterviewing } from '../../features/decisions/interviewing/interviewing.store.ts'
import { insertPanelMember, panelOf, updatePanelMember } from '../../features/decisions/interviewing/panel.store.ts'
import { openPanelReview, submitPanelReview } from '../../features/decisions/interviewing/panel-reviews.store.ts'
import { placesOf, stands } from '../../features/decisions/interviewing/places.store.ts'
import { writePlaces } from '../../features/decisions/interviewing/publish-timetable.ts'
import { insertQuestion } from '../../features/decisions/interviewing/questions.store.ts'
import { readTimetableSetting } from '../../features/decisions/interviewing/read-timetable-case.ts'
import { firstLook } from '../../features/decisions/interviewing/request-timetable.ts'
import { insertSession } from '../../features/decisions/interviewing/sessions.store.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { ukInstant } from '../round-dates.ts'
import type { Chance } from './chance.ts'
import { insertEvents } from './insert-events.ts'
import { insertRows } from './insert-rows.ts'

type ToInterview = {
  readonly round: RoundInFund
  /** The first day on which interviews may be held. */
  readonly fromOn: string
  readonly programmeId: string
  readonly chance: Chance
  /** Applications that answer better than any other. */
  readonly strong: ReadonlySet<string>
}

const names = ['Alma Pickering (made up)', 'Bryn Castell (made up)', 'Cleo Hartwell (made up)', 'Dev Marsden (made up)']
const subjects = [
  ['adult-social-care', 'health', 'mutual'],
  ['children', 'education-and-skills', 'charity'],
  ['culture-and-libraries', 'leisure-and-parks', 'joint-venture'],
  ['environment-and-waste', 'highways-and-transport', 'council-company'],
  ['housing', 'planning-and-regulation', 'corporate', 'shared-service'],
]
const coreQuestions = [
  'What would be different for the people who use this service in three years?',
  'What happens if the review finds that the service should stay as it is?',
  'Who in the authority has the most to lose, and what have you agreed with them?',
]

/**
 * Holds the interviews of a made-up round: a panel of five, sessions, the timetable that the solver finds, questions, and what
 * each member gave. The same chances give the same scores.
 */
export async function seedInterviews(tx: Tx, services: Services, given: ToInterview): Promise<void> {
  const { round, programmeId, fromOn } = given
  const rules = await sealedRulesOf(tx, round.id)
  if (rules === undefined) throw new Error('the made-up round has no sealed rules')
  const at = ukInstant(addDays(fromOn, -2), 10)
  const sessions = await addSessions(tx, services, round, fromOn)
  await addPanel(tx, services, given, sessions, at)
  const setting = await readTimetableSetting(tx, round, rules, services.sha256)
  const { placed } = planInterviews(setting.case, await openHighs(), firstLook.nodes, firstLook.withinGap)
  await writePlaces(tx, setting, { placed, roundId: round.id, runId: null, at, by: programmeId })
  for (const question of coreQuestions) {
    const row = { id: services.newId(), roundId: round.id, applicationId: null, question, criterionId: '' }
    await insertQuestion(tx, { ...row, at, by: programmeId })
  }
  const openedAt = ukInstant(fromOn, 9)
  await openInterviewing(tx, round.id, openedAt, programmeId)
  const lastOn = sessions.at(-1)?.heldOn ?? fromOn
  await scoreAll(tx, services, given, { criteria: rules.interview.criteria, rulesSha256: rules.sha256, at: openedAt })
  const closedAt = ukInstant(lastOn, 18)
  await closeInterviewing(tx, round.id, { at: closedAt, by: programmeId, reason: '' })
  const of = { actorId: programmeId, objectType: 'round', objectId: round.id, facts: {} }
  await insertEvents(tx, services, round.fundId, [
    { ...of, action: 'timetable.published', at },
    { ...of, action: 'interviews.opened', at: openedAt },
    { ...of, action: 'interviews.closed', at: closedAt },
  ])
}

/** Morning and afternoon in one room, on the first three working days from a day on: 24 slots. */
async function addSessions(tx: Tx, services: Services, round: RoundInFund, fromOn: string) {
  const days = Array.from({ length: 7 }, (_, at) => addDays(fromOn, at)).filter((day) => !isWeekend(day))
  const sessions = days.slice(0, 3).flatMap((heldOn) =>
    (['morning', 'afternoon'] as const).map((half) => ({
      id: services.newId(),
      roundId: round.id,
      heldOn,
      half,
      startsAt: ukInstant(heldOn, half === 'morning' ? 9 : 13),
      place: 'Room 4, 10 Made-up Street',
      slots: 4,
      minutes: 50,
    })),
  )
  for (const session of sessions) await insertSession(tx, session)
  return sessions
}

async function addPanel(
  tx: Tx,
  services: Services,
  { round, programmeId }: ToInterview,
  sessions: Awaited<ReturnType<typeof addSessions>>,
  at: Date,
): Promise<void> {
  const made: string[] = []
  for (const [n, name] of names.entries()) {
    const email = `panel.${n + 1}@panel.example`
    const { person } = await ensurePerson(tx, { id: services.newId(), email, name, at, illustrative: true })
    await giveRole(tx, services, { personId: person.id, role: 'panel-member', fundId: round.fundId, by: null, at })
    made.push(person.id)
  }
  const halfDays = [...new Set(sessions.map(({ heldOn, half }) => halfDayOf(heldOn, half)))]
  const had = (await rolesOn(tx, round.fundId)).filter(
    ({ role, person }) => role === 'panel-member' && !made.includes(person.id),
  )
  for (const [n, personId] of [...had.map(({ person }) => person.id), ...made].entries()) {
    const chair = n < 3
    await insertPanelMember(tx, { roundId: round.id, personId, chair, at, by: programmeId })
    const said = { chair, expertise: subjects[n % subjects.length] ?? [], mostSessions: null, halfDays }
    await updatePanelMember(tx, { roundId: round.id, personId }, { ...said, at, by: personId })
  }
}

/** Above every band, so that a severe member still gives the highest. */
const best = 6
const said = ['Answered in depth', 'Answered what was asked', 'Kept to the paper', 'Was frank about the risks']

/** Each member in the room declares that they have no conflict, scores and submits. */
async function scoreAll(
  tx: Tx,
  services: Services,
  { round, chance, strong }: ToInterview,
  {
    criteria,
    rulesSha256,
    at,
  }: { readonly criteria: readonly Criterion[]; readonly rulesSha256: string; readonly at: Date },
): Promise<void> {
  const leniency = new Map((await panelOf(tx, round.id)).map(({ personId }) => [personId, chance.whole(-1, 1)]))
  for (const place of (await placesOf(tx, round.id)).filter(stands)) {
    const drawn = chance.whole(1, 3)
    const quality = strong.has(place.applicationId) ? best : drawn
    for (const personId of place.memberIds) {
      const { applicationId } = place
      const id = services.newId()
      await insertDeclaration(tx, { applicationId, personId, hasConflict: false, statement: '', at })
      await openPanelReview(tx, { id, applicationId, personId, rulesSha256, at })
      const rows = criteria.map((criterion) => {
        const most = criterion.bands.length - 1
        const band = Math.max(
          0,
          Math.min(most, quality + (leniency.get(personId) ?? 0) * chance.whole(0, 1) + chance.whole(0, 1)),
        )
        const points = criterion.bands[band]?.points ?? 0
        const comment = `${chance.one(said)}. (Made up.)`
        return { review_id: id, criterion_id: criterion.id, points, comment, version: 1, saved_at: place.endsAt }
      })
      const types = {
        review_id: 'uuid',
        criterion_id: 'text',
        points: 'numeric',
        comment: 'text',
        version: 'integer',
        saved_at: 'timestamptz',
      }
      await insertRows(tx, 'interview_score', types, rows)
      await insertRows(tx, 'interview_score_version', types, rows)
      await submitPanelReview(tx, id, place.endsAt)
    }
  }
}
