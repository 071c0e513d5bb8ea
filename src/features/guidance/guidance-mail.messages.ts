import { plainList } from '../../core/text/plain-list.ts'
import type { SubscriptionKind } from './guidance-parts.ts'

/** A mail as it is written: plain text. */
export type Mail = { readonly subject: string; readonly body: string }

/** What a subscriber can choose, as they read it. */
export const kindLabels: Readonly<Record<SubscriptionKind, string>> = {
  deadline: 'The deadline or another date changes',
  rules: 'The rules change',
  content: 'The guidance changes',
  correction: 'A mistake is corrected',
  answers: 'A question is answered',
}

const kindPhrases: Readonly<Record<SubscriptionKind, string>> = {
  deadline: 'changes to dates',
  rules: 'changes to the rules',
  content: 'changes to the guidance',
  correction: 'corrections',
  answers: 'answers to questions',
}

export const kindPhrase = (kind: SubscriptionKind): string => kindPhrases[kind]

type AboutSubscription = {
  readonly fundName: string
  readonly roundName: string
  readonly kinds: readonly SubscriptionKind[]
  readonly link: string
}

const kindsOf = (kinds: readonly SubscriptionKind[]): string => plainList(kinds.map(kindPhrase))

export const confirmMessage = ({ fundName, roundName, kinds, link }: AboutSubscription): Mail => ({
  subject: `Confirm that you want updates about ${fundName}`,
  body: `You (or somebody using your email address) asked us to tell you about ${fundName}, ${roundName}: ${kindsOf(kinds)}.

To confirm, open this link and press the button. It works for 7 days.

${link}

If it was not you, do nothing. We will not write to you about this again.
`,
})

export const heldAlreadyMessage = ({ fundName, roundName, link }: AboutSubscription): Mail => ({
  subject: `You already get updates about ${fundName}`,
  body: `You (or somebody using your email address) asked us to tell you about ${fundName}, ${roundName}. We already do.

To change the updates you get, or to stop them, open this link.

${link}
`,
})

type News = {
  readonly fundName: string
  readonly roundName: string
  readonly illustrative: boolean
  readonly manageLink: string
  readonly unsubscribeLink: string
}

const ending = ({ manageLink, unsubscribeLink }: News): string => `
--
You get this because you asked for updates.
Change the updates you get: ${manageLink}
Unsubscribe: ${unsubscribeLink}
`

const marked = (illustrative: boolean, subject: string): string =>
  illustrative ? `[Illustrative] ${subject}` : subject

/** A page was changed. */
export const pageChangedMessage = (
  news: News,
  { title, changeNote, link }: { readonly title: string; readonly changeNote: string; readonly link: string },
): Mail => ({
  subject: marked(news.illustrative, `${news.fundName}: “${title}” has changed`),
  body: `${changeNote}

This is a change to “${title}”, in ${news.fundName}, ${news.roundName}.

See what changed: ${link}
${ending(news)}`,
})

const changeWords = {
  deadline: { subject: 'the timetable has changed', about: 'a change to the dates' },
  rules: { subject: 'the rules have changed', about: 'a change to the rules' },
  content: { subject: 'the results are published', about: 'news' },
} as const

/** The dates or the rules of a round were changed, or its results published. */
export const roundChangedMessage = (
  news: News,
  {
    kind,
    notes,
    link,
  }: { readonly kind: keyof typeof changeWords; readonly notes: readonly string[]; readonly link: string },
): Mail => ({
  subject: marked(news.illustrative, `${news.fundName}: ${changeWords[kind].subject}`),
  body: `${notes.join('\n')}

This is ${changeWords[kind].about} of ${news.fundName}, ${news.roundName}.

See it as it is now: ${link}
${ending(news)}`,
})

/** A question was answered. */
export const answerPublishedMessage = (
  news: News,
  {
    number,
    question,
    answer,
    link,
  }: { readonly number: number; readonly question: string; readonly answer: string; readonly link: string },
): Mail => ({
  subject: marked(news.illustrative, `${news.fundName}: question ${number} is answered`),
  body: `Question ${number}: ${question}

${answer}

Read all questions and answers about ${news.fundName}, ${news.roundName}: ${link}
${ending(news)}`,
})

type ToAsker = { readonly fundName: string; readonly roundName: string; readonly asked: string; readonly link: string }

/** To whoever asked: what was published. */
export const yourAnswerMessage = ({
  fundName,
  roundName,
  asked,
  link,
  answer,
}: ToAsker & { readonly answer: string }): Mail => ({
  subject: `Your question about ${fundName} is answered`,
  body: `You asked about ${fundName}, ${roundName}:

${asked}

The answer, which everyone can read and which does not say that you asked:

${answer}

${link}
`,
})

/** To whoever asked: that their question is not answered in public, and why. */
export const declinedMessage = ({
  fundName,
  roundName,
  asked,
  link,
  reason,
}: ToAsker & { readonly reason: string }): Mail => ({
  subject: `Your question about ${fundName}`,
  body: `You asked about ${fundName}, ${roundName}:

${asked}

We will not publish an answer to this. The reason:

${reason}

Questions and answers that are published: ${link}
`,
})
