import type { MailOutcome } from './mails.store.ts'

/** Of what came of a mail its sender is told. */
export type ToldOutcome = 'conduct-first' | 'nothing-written' | 'too-long' | 'event-over'

const why: Readonly<Record<ToldOutcome, string>> = {
  'conduct-first':
    'It was not posted, because you have yet to accept the code of conduct. Sign in, accept it, and send your answer again.',
  'nothing-written':
    'Nothing came of it: we found nothing written above what it answers, or no answer to the event. Sign in to answer on the page.',
  'too-long': 'It was not posted, because it is longer than a post may be. Sign in to post it in parts.',
  'event-over': 'The event is over or cancelled, and your answer was not taken.',
}

/** Whether whoever sent a mail is told what came of it: where nothing did, and they can mend it. */
export const isTold = (outcome: MailOutcome): outcome is ToldOutcome => Object.hasOwn(why, outcome)

/** What somebody is told of whose mail nothing came. */
export const refusalMail = (
  outcome: ToldOutcome,
  { fundName, link }: { readonly fundName: string; readonly link: string },
) => ({
  subject: `Your email to the network of ${fundName}`,
  body: `You answered by email. ${why[outcome]}\n\n${link}`,
})

/** Names in a mail that is no longer than a mail should be. */
const mostNamed = 10

/** What somebody is told of whose answer was posted without what was attached to it. */
export function leftOutMail(
  files: readonly string[],
  { fundName, link }: { readonly fundName: string; readonly link: string },
): { readonly subject: string; readonly body: string } {
  const named = files.slice(0, mostNamed).map((name) => `- ${name.slice(0, 200) || 'a file without a name'}`)
  const more = files.length > mostNamed ? [`- and ${files.length - mostNamed} more`] : []
  return {
    subject: `Files left out of your answer in the network of ${fundName}`,
    body: [
      'Your answer by email is posted, without the files that came with it: posts have words alone.',
      [...named, ...more].join('\n'),
      'If others should read them, write where they can be found in another answer, or ask the programme team to add them to an event.',
      link,
    ].join('\n\n'),
  }
}

/** The same for those who moderate. */
export const outcomeWords: Readonly<Record<MailOutcome, string>> = {
  posted: 'Posted.',
  'event-answered': 'An answer to an event.',
  automatic: 'Sent by a program.',
  'unknown-address': 'To an address that leads nowhere.',
  'other-sender': 'From another address than that of whose answer it is: somebody may have taken their place.',
  'no-member': 'From somebody who is no member any more.',
  'conduct-first': 'From a member who has yet to accept the code of conduct.',
  'nothing-written': 'Nothing was written above what it answers.',
  'too-long': 'Longer than a post may be.',
  'event-over': 'An answer to an event that is over.',
  unreadable: 'It could not be read.',
  duplicate: 'It was taken before.',
}
