import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { possessive } from '../applications.messages.ts'
import type { KeyedApplication, KeyedPlace } from './keyed.store.ts'

/** To whoever sent an application on paper or by email. */
export const isItYoursMail = (
  {
    leadName,
    receivedAt,
    applicantName,
    channel,
  }: Pick<KeyedApplication, 'receivedAt' | 'applicantName' | 'channel'> & { readonly leadName: string },
  {
    reference,
    fund,
    round,
    link,
  }: { readonly reference: string; readonly fund: string; readonly round: string; readonly link: string },
) => ({
  subject: `Is application ${reference} yours? ${fund}`,
  body: [
    `Dear ${applicantName}`,
    `The programme team keyed in ${possessive(leadName)} application to ${fund}, ${round}, from ${channel === 'email' ? 'your email' : 'what you sent on paper'}.`,
    `Reference: ${reference}\nReceived: ${ukTimeWithZone(receivedAt)}`,
    `Read what was keyed in, and say whether it is yours:\n${link}`,
    'It counts as received at the time above. Until you say that it is yours it is marked as not confirmed.',
  ].join('\n\n'),
})

/** To the programme team, of what an applicant says is not theirs. */
export const notTheirsMail = ({
  reference,
  leadName,
  applicantName,
  fundName,
  roundName,
  because,
  link,
}: Pick<KeyedPlace, 'reference' | 'leadName' | 'applicantName' | 'fundName' | 'roundName'> & {
  readonly because: string
  readonly link: string
}) => ({
  subject: `Not as they wrote it: application ${reference}, ${fundName}`,
  body: [
    `${applicantName} says that ${possessive(leadName)} application to ${fundName}, ${roundName}, is not theirs, or is not what they wrote. They say:`,
    because,
    `See what came and how it was keyed in:\n${link}`,
    'Until they have confirmed it, it is marked in the sift, where somebody decides what becomes of it.',
  ].join('\n\n'),
})
