import type { CalendarEvent } from '../../../core/calendar/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { interviewPath, ownInterviewPath, panelAvailabilityPath, panelPath } from './interviewing.paths.ts'
import { slotWords } from './slot-words.messages.ts'

type Told = Pick<CalendarEvent, 'summary' | 'description'> & { readonly subject: string; readonly body: string }

export type ToTell = {
  readonly round: Pick<RoundInFund, 'name' | 'slug' | 'fund'>
  readonly origin: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string
  /** `invited` at first, `changed` later, `cancelled` when it is not held any more, `withdrawn` when it never will be. */
  readonly what: 'invited' | 'changed' | 'cancelled' | 'withdrawn'
}

const whatWords = {
  invited: 'Interview',
  changed: 'Interview moved',
  cancelled: 'Interview cancelled',
  withdrawn: 'Interview cancelled',
} as const

/** What the people of an applicant are told of their interview. */
export function applicantMail(given: ToTell, reference: string): Told {
  const { round, origin, place, what } = given
  const link = `${origin}${ownInterviewPath(reference)}`
  const of = `application ${reference} to ${round.fund.name}, ${round.name}`
  const held = what === 'invited' || what === 'changed'
  const first = {
    invited: `The interview of ${of}, is on ${slotWords(given)}.`,
    changed: `The interview of ${of}, is on ${slotWords(given)}.`,
    cancelled: `The interview of ${of}, is not held at the time that you were told. We will write again when there is a new time.`,
    withdrawn: `${of[0]?.toUpperCase()}${of.slice(1)}, is withdrawn. Its interview on ${slotWords(given)} is not held.`,
  }[what]
  return {
    subject: `${whatWords[what]}: ${reference}, ${round.fund.name}`,
    summary: `Interview: ${round.fund.name}, ${reference}`,
    description: `Interview of ${of}.\n${link}`,
    body: [
      first,
      ...(held ? [`Where: ${place}`, `Confirm it, or ask to move it with your reason:\n${link}`] : []),
      'You get this because you act for the authority that leads the application or for a partner in it.',
    ].join('\n\n'),
  }
}

/** What a member of the panel is told of a session: not whose interviews it holds. */
export function panelMail(given: ToTell): Told {
  const { round, origin, place, what } = given
  const link = `${origin}${panelPath(round.fund.slug, round.slug)}`
  const of = `${round.fund.name}, ${round.name}`
  return {
    subject: `Interview panel ${what === 'cancelled' ? 'session cancelled' : what === 'changed' ? 'session moved' : 'session'}: ${round.fund.name}`,
    summary: `Interview panel: ${round.fund.name}`,
    description: `Interviews of ${of}.\n${link}`,
    body: [
      what === 'cancelled'
        ? `You do not sit on the panel of ${of}, on ${slotWords(given)}, as you were told before.`
        : `You sit on the panel of ${of}, on ${slotWords(given)}.`,
      ...(what === 'cancelled'
        ? []
        : [`Where: ${place}`, `Your interviews, and what there is to declare before them:\n${link}`]),
    ].join('\n\n'),
  }
}

/** What the members who were to hear it are told of an interview whose application is withdrawn. */
export const notHeldMail = (
  round: Pick<RoundInFund, 'name' | 'fund'>,
  { reference, startsAt, endsAt }: { readonly reference: string; readonly startsAt: Date; readonly endsAt: Date },
) => ({
  subject: `Interview not held: ${reference}, ${round.fund.name}`,
  body: `Application ${reference} to ${round.fund.name}, ${round.name}, is withdrawn. Its interview on ${slotWords({ startsAt, endsAt })} is not held. If the time of your session changes, you are told that too.`,
})

/** What applicants are told whose wish to move was not granted. */
export const keptMail = (round: Pick<RoundInFund, 'name' | 'fund'>, reference: string, reason: string) => ({
  subject: `Your interview stays where it is: ${reference}, ${round.fund.name}`,
  body: [
    `You asked to move the interview of application ${reference} to ${round.fund.name}, ${round.name}. It stays where it is.`,
    `Why: ${reason}`,
  ].join('\n\n'),
})

type OfRound = { readonly round: Pick<RoundInFund, 'name' | 'slug' | 'fund'>; readonly origin: string }

const availabilityLink = ({ round, origin }: OfRound): string =>
  `Say when you can come:\n${origin}${panelAvailabilityPath(round.fund.slug, round.slug)}`

/** What somebody is told who is put on a panel. */
export const joinedMail = (of: OfRound) => ({
  subject: `You are on the interview panel: ${of.round.fund.name}`,
  body: [
    `The programme team has put you on the panel that interviews applicants to ${of.round.fund.name}, ${of.round.name}.`,
    availabilityLink(of),
  ].join('\n\n'),
})

/** What members are told once there are half-days of which they have not said whether they can come. */
export const askedAgainMail = (of: OfRound) => ({
  subject: `More sessions of interviews: ${of.round.fund.name}`,
  body: [
    `Sessions of interviews of ${of.round.fund.name}, ${of.round.name}, were added since you said when you can come. What you said of the others stays.`,
    availabilityLink(of),
  ].join('\n\n'),
})

/** What the programme team is told of applicants who cannot come. */
export const wishMail = ({ round, origin }: OfRound, reference: string, reason: string) => ({
  subject: `Asked to move an interview: ${reference}, ${round.fund.name}`,
  body: [
    `The applicants ask to move the interview of application ${reference} to ${round.fund.name}, ${round.name}.`,
    `Why: ${reason}`,
    `Move it, or say why it stays:\n${origin}${interviewPath(round.fund.slug, round.slug, reference)}`,
  ].join('\n\n'),
})
