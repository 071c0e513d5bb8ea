import { dayInWords, type IsoDay } from '../../core/time/day.ts'
import { ukClock, ukWeekdayDate } from '../../core/time/uk-time.ts'
import { matchPath, requestPath, termsPath } from './experts.paths.ts'

/** A message about an expert panel. `kind` is what people choose by whether and how they are told. */
export type ExpertMail = { readonly kind: `experts.${string}`; readonly subject: string; readonly body: string }

type Place = { readonly fund: string; readonly slug: string; readonly origin: string }
type OfRequest = Place & { readonly number: number; readonly title: string }

const named = ({ number, title }: OfRequest): string => `question ${number}, “${title}”`

export const invitationMail = ({ fund, slug, origin }: Place): ExpertMail => ({
  kind: 'experts.invited',
  subject: `Will you join the expert panel of ${fund}?`,
  body: `You are invited to the expert panel of ${fund}. Its experts answer questions of councils that hold an award.

Open this page and sign in with the address this message was sent to. It shows the terms, and lets you accept them:
${origin}${termsPath(slug)}`,
})

export const termsChangedMail = ({ fund, slug, origin }: Place): ExpertMail => ({
  kind: 'experts.terms-changed',
  subject: `The terms of the expert panel of ${fund} have changed`,
  body: `You are offered no questions until you have accepted them:
${origin}${termsPath(slug)}`,
})

/** To the programme team: something was asked, or given back. */
export const toMatchMail = (
  of: OfRequest,
  who: { readonly asked: string } | { readonly declined: string },
): ExpertMail => ({
  kind: 'experts.to-match',
  subject: `An expert is wanted for question ${of.number} of ${of.fund}`,
  body: `${'asked' in who ? `${who.asked} has asked it.` : `${who.declined} has declined it.`}

Choose an expert for ${named(of)}:
${of.origin}${matchPath(of.slug, of.number)}`,
})

export const offeredMail = (of: OfRequest, council: string): ExpertMail => ({
  kind: 'experts.offered',
  subject: `Will you answer a question of ${council}?`,
  body: `${council} asks the expert panel of ${of.fund}: ${named(of)}.

Read it, and say whether you take it:
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const takenMail = (of: OfRequest, expert: string): ExpertMail => ({
  kind: 'experts.taken',
  subject: `${expert} answers your question ${of.number}`,
  body: `${expert} has taken ${named(of)}. Add what they should read, or book hours:
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const postedMail = (of: OfRequest, by: string): ExpertMail => ({
  kind: 'experts.posted',
  subject: `${by} wrote about question ${of.number} of ${of.fund}`,
  body: `There is a new message about ${named(of)}:
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const paperRefusedMail = (of: OfRequest, file: string): ExpertMail => ({
  kind: 'experts.paper-refused',
  subject: `${file} could not be sent to question ${of.number}`,
  body: `“${file}” was not passed on: it has a virus, or could not be looked at. Save it anew from the program it was made with, and send it again:
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const noteMail = (of: OfRequest, expert: string): ExpertMail => ({
  kind: 'experts.advised',
  subject: `Advice on your question ${of.number}`,
  body: `${expert} has written an advice note on ${named(of)}. Read it, and accept it or ask for more:
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const noteAnsweredMail = (of: OfRequest, accepted: boolean): ExpertMail => ({
  kind: 'experts.note-answered',
  subject: accepted
    ? `Your advice on question ${of.number} is accepted`
    : `The council asks for more on question ${of.number}`,
  body: accepted
    ? `The council has accepted your note on ${named(of)}. The programme team can now publish it to the other councils, without names and with your consent.
${of.origin}${requestPath(of.slug, of.number)}`
    : `Read what is still open in ${named(of)}:
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const requestWithdrawnMail = (of: OfRequest, council: string, reason: string): ExpertMail => ({
  kind: 'experts.withdrawn',
  subject: `${council} has withdrawn question ${of.number} of ${of.fund}`,
  body: `Nothing more is to be done about ${named(of)}. Hours that were to come are cancelled.

Why: ${reason}
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const bookedMail = (
  of: OfRequest,
  { startsAt, hours, place, cancelled }: { startsAt: Date; hours: number; place: string; cancelled: boolean },
): ExpertMail => {
  const when = `${ukWeekdayDate(startsAt)} at ${ukClock(startsAt)}`
  return {
    kind: 'experts.booked',
    subject: cancelled ? `Cancelled: expert on ${when}` : `Booked: expert on ${when}`,
    body: `${hours === 1 ? 'One hour' : `${hours} hours`} about ${named(of)}, on ${when}${cancelled ? ', will not take place' : ''}.

Where: ${place}

The event in this email ${cancelled ? 'takes it out of' : 'adds it to'} your calendar.
${of.origin}${requestPath(of.slug, of.number)}`,
  }
}

/** The hours in a calendar. */
export const bookedEvent = (of: OfRequest, council: string) => ({
  summary: `Expert: ${of.title}`,
  description: `Question ${of.number} of ${council} to the expert panel of ${of.fund}.\n${of.origin}${requestPath(of.slug, of.number)}`,
})

export const consentMail = (of: OfRequest): ExpertMail => ({
  kind: 'experts.consent',
  subject: `May the answer to question ${of.number} be published to the other councils?`,
  body: `The programme team of ${of.fund} has taken the names out of ${named(of)}. Read the text, and say whether it may be published to the other councils of the fund:
${of.origin}${requestPath(of.slug, of.number)}`,
})

export const followUpMail = (of: OfRequest, dueOn: IsoDay): ExpertMail => ({
  kind: 'experts.follow-up',
  subject: `What did you do with the advice on question ${of.number}?`,
  body: `You accepted advice on ${named(of)} three months before ${dayInWords(dueOn)}. Tell the expert and the programme team what you did with it:
${of.origin}${requestPath(of.slug, of.number)}`,
})
