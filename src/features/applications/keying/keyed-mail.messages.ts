import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { possessive } from '../applications.messages.ts'
import type { KeyedApplication } from './keyed.store.ts'

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
