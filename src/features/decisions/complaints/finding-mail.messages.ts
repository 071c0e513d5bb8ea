import type { Reply } from '../../../core/complaints/index.ts'
import { decisionPath } from '../deciding/deciding.paths.ts'
import { ruleWordsOf } from '../deciding/decision-words.messages.ts'
import { type AboutComplaint, mail, managedLink } from './complaint-mail.messages.ts'
import { findingWords, groundWords } from './complaints.messages.ts'

/** That a complaint was replied to, to the programme team. */
export const closedMail = (about: AboutComplaint & Pick<Reply, 'found'>) =>
  mail(
    `Complaint ${about.reference} is replied to`,
    about,
    `What was found:\n${about.found.map(({ ground, finding }) => `${groundWords[ground]}: ${findingWords[finding]}.`).join('\n')}`,
    `Read the reply:\n${managedLink(about)}`,
  )

/** That a reply asks to look at a score or the decision again, to whoever decides. */
export const lookAgainMail = (about: AboutComplaint & { readonly departure: string }) =>
  mail(
    `You are asked to look at the decision about ${about.application} again`,
    about,
    `The reply to complaint ${about.reference} asks whether a score or the decision should change, under the rule “${ruleWordsOf(about.departure)}”. Nothing has changed by it. The programme team has the reply.`,
    `What was decided:\n${about.origin}${decisionPath(about.fund.slug, about.round.slug)}`,
  )
