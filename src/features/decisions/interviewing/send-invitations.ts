import { type CalendarEvent, calendarText } from '../../../core/calendar/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { hostForMail, originForMail } from '../../guidance/index.ts'
import { applicantMail, panelMail, type ToTell } from './invitation-mail.messages.ts'
import {
  applicantsOf,
  type Invited,
  insertInvitation,
  invitationsSent,
  type SentInvitation,
} from './invitations.store.ts'
import { type InterviewPlace, placesOf, stands } from './places.store.ts'
import { type InterviewSession, sessionsOf } from './sessions.store.ts'

/** Time and place as an event says them. */
type Said = { readonly startsAt: string; readonly endsAt: string; readonly place: string }

/** An event that should be in somebody's calendar. */
type Wanted = {
  readonly uid: string
  readonly person: Invited
  readonly said: Said
  readonly reference: string | undefined
  /** It is not held because the application is withdrawn. */
  readonly withdrawn?: boolean
}

const key = (uid: string, recipient: string): string => `${uid} ${recipient}`

export const interviewUid = (applicationId: string, host: string): string => `interview-${applicationId}@${host}`
const sessionUid = (sessionId: string, host: string): string => `interview-session-${sessionId}@${host}`

/**
 * Sends everybody what their calendars lack: the people of each applicant their interview, each member of the panel the
 * sessions that they sit in. What they have been sent already is not sent again; what changed is, one number higher; what is
 * not held any more is cancelled, unless it is over.
 */
export async function sendInvitations(tx: Tx, services: Services, round: RoundInFund, at: Date): Promise<void> {
  const origin = originForMail(services.config)
  const host = hostForMail(services.config)
  const places = await placesOf(tx, round.id)
  const sessions = await sessionsOf(tx, round.id)
  const people = await applicantsOf(
    tx,
    places.map(({ applicationId }) => applicationId),
  )
  const wanted = [
    ...places.filter(stands).flatMap((place) =>
      (people.get(place.applicationId) ?? []).map(
        (person): Wanted => ({
          uid: interviewUid(place.applicationId, host),
          person,
          reference: place.reference,
          said: saidOf(place.startsAt, place.endsAt, place.place),
        }),
      ),
    ),
    ...(await sittings(tx, places, sessions, host)),
  ]
  const placeCalled = new Map(places.map((place) => [interviewUid(place.applicationId, host), place]))
  const uids = [...placeCalled.keys(), ...sessions.map(({ id }) => sessionUid(id, host))]
  const sent = await invitationsSent(tx, uids)
  const last = new Map(sent.map((each) => [key(each.uid, each.recipient), each]))
  const want = new Set(wanted.map(({ uid, person }) => key(uid, person.email)))
  const sender = { tx, services, round, origin, at }
  for (const each of wanted) {
    const before = last.get(key(each.uid, each.person.email))
    const said = JSON.stringify(each.said)
    if (before?.method === 'REQUEST' && before.said === said) continue
    await send(sender, each, { method: 'REQUEST', number: (before?.number ?? -1) + 1 })
  }
  for (const before of sent) {
    const said = JSON.parse(before.said) as Said
    const over = new Date(said.endsAt) <= at
    if (before.method === 'CANCEL' || over || want.has(key(before.uid, before.recipient))) continue
    await send(sender, toCancel(before, said, placeCalled.get(before.uid)), {
      method: 'CANCEL',
      number: before.number + 1,
    })
  }
}

const saidOf = (startsAt: Date, endsAt: Date, place: string): Said => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  place,
})

/** The sessions that members of the panel sit in, each from its first interview to its last. */
async function sittings(
  tx: Tx,
  places: readonly InterviewPlace[],
  sessions: readonly InterviewSession[],
  host: string,
): Promise<readonly Wanted[]> {
  const held = places.filter(stands)
  const ids = [...new Set(held.flatMap(({ memberIds, recusedIds }) => [...memberIds, ...recusedIds]))]
  const people = await peopleById(tx, ids)
  return sessions.flatMap((session) => {
    const those = held.filter(({ sessionId }) => sessionId === session.id)
    const endsAt = new Date(Math.max(...those.map((each) => each.endsAt.getTime())))
    const startsAt = new Date(Math.min(...those.map((each) => each.startsAt.getTime())))
    const members = new Set(those.flatMap(({ memberIds, recusedIds }) => [...memberIds, ...recusedIds]))
    return [...members].sort().flatMap((personId): readonly Wanted[] => {
      const person = people.get(personId)
      if (person === undefined) return []
      const { email } = person
      const invited = { personId, name: person.name || email, email }
      return [
        {
          uid: sessionUid(session.id, host),
          person: invited,
          reference: undefined,
          said: saidOf(startsAt, endsAt, session.place),
        },
      ]
    })
  })
}

const toCancel = ({ uid, recipient }: SentInvitation, said: Said, of: InterviewPlace | undefined): Wanted => ({
  uid,
  person: { personId: '', name: recipient, email: recipient },
  said,
  reference: of?.reference,
  withdrawn: of?.withdrawn === true,
})

type Sender = {
  readonly tx: Tx
  readonly services: Services
  readonly round: RoundInFund
  readonly origin: string
  readonly at: Date
}

async function send(
  { tx, services, round, origin, at }: Sender,
  { uid, person, said, reference, withdrawn = false }: Wanted,
  { method, number }: Pick<SentInvitation, 'method' | 'number'>,
): Promise<void> {
  const startsAt = new Date(said.startsAt)
  const endsAt = new Date(said.endsAt)
  const what = method === 'CANCEL' ? (withdrawn ? 'withdrawn' : 'cancelled') : number === 0 ? 'invited' : 'changed'
  const given: ToTell = { round, origin, startsAt, endsAt, place: said.place, what }
  const event: Omit<CalendarEvent, 'summary' | 'description'> = {
    method,
    uid,
    sequence: number,
    stampedAt: at,
    startsAt,
    endsAt,
    location: said.place,
    organiser: { name: round.fund.name, email: round.contactEmail || `interviews@${hostForMail(services.config)}` },
    attendee: { name: person.name, email: person.email },
  }
  await insertInvitation(tx, { uid, recipient: person.email, number, method, said: JSON.stringify(said), at })
  await queueAbout(
    tx,
    services,
    { illustrative: round.illustrative, fundId: round.fundId },
    {
      kind: reference === undefined ? 'interview-panel' : 'interview-applicant',
      recipient: person.email,
      personId: person.personId === '' ? null : person.personId,
      words: (say) => {
        const told = reference === undefined ? say(panelMail)(given) : say(applicantMail)(given, reference)
        const { subject, body, summary, description } = told
        return { subject, body, calendar: { method, content: calendarText({ ...event, summary, description }) } }
      },
    },
  )
}
