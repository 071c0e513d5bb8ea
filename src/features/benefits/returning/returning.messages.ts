import type { ReturnMonths, ReturnStep } from '../../../core/benefits/index.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'

/**
 * Why a return cannot go on. `words-missing`: the council has not said all in its words. `not-now`: it was moved meanwhile.
 */
export type ReturnProblem = {
  readonly code:
    | 'no-finance'
    | 'no-benefit'
    | 'words-missing'
    | 'reply-missing'
    | 'not-now'
    | 'own'
    | 'question-missing'
    | 'fault-missing'
    | 'question-too-long'
}

const at = (field: string, text: string): FieldText => ({ field, text, href: `#${field}` })

export const returnProblemText = ({ code }: ReturnProblem): FieldText =>
  ({
    'no-finance': at('freeze', 'First choose who confirms for finance'),
    'no-benefit': at('freeze', 'There is no benefit in the register yet'),
    'words-missing': at('freeze', 'Answer the questions of this return first'),
    'reply-missing': at('freeze', 'Answer first what you were asked: it is the last question of this return'),
    'not-now': at('main-content', 'Somebody else has gone on with this return meanwhile. This is where it stands now'),
    own: at('confirmed', 'You made this version, so somebody else must confirm it'),
    'question-missing': at('question', 'Enter your question'),
    'fault-missing': at('question', 'Enter what is wrong with it'),
    'question-too-long': at('question', 'What you write must be 2,000 characters or less'),
  })[code]

/** What was done with a version, as its history says it. */
export const stepWords: Readonly<Record<ReturnStep, string>> = {
  confirmed: 'Confirmed by finance',
  sent: 'Sent to the programme team',
  questioned: 'Question asked back',
  accepted: 'Accepted',
  published: 'Published',
}

/** The same of a question: finance asks before it confirms a version, the programme team once it is sent. */
export const askedBackWords = (steps: readonly { readonly step: ReturnStep }[]) =>
  steps.some(({ step }) => step === 'sent')
    ? { history: stepWords.questioned, heading: 'The programme team asks' }
    : { history: 'Sent back by finance', heading: 'Finance has sent it back' }

/** What is said to whoever has just done it. */
export const steppedWords: Readonly<Record<ReturnStep, string>> = {
  confirmed: 'You have confirmed the return for finance. The council can now send it.',
  sent: 'The return is sent. The programme team accepts it, or asks a question back.',
  questioned: 'We have sent what you wrote to the council.',
  accepted: 'The return is accepted. We have told the council.',
  published: 'The figures of the return are published.',
}

type About = {
  readonly organisation: string
  readonly title: string
  readonly months: ReturnMonths
  readonly link: string
}
type Mail = { readonly subject: string; readonly body: string }

const mail = (subject: string, ...lines: readonly string[]): Mail => ({ subject, body: lines.join('\n\n') })

/** To finance, when a version waits for them. */
export const frozenMail = ({ organisation, title, months, link }: About): Mail =>
  mail(
    `Confirm the return at ${months} months of ${title}`,
    `${organisation} has made its return at ${months} months. It is sent once you have confirmed it for finance.`,
    link,
  )

/** To the programme team, when a return is sent. */
export const sentMail = ({ organisation, title, months, link }: About): Mail =>
  mail(
    `${organisation}: return at ${months} months`,
    `${organisation} has sent its return at ${months} months on “${title}”. Accept it, or ask a question back.`,
    link,
  )

/** To the council, when a question is asked back. */
export const questionedMail = ({ title, months, link }: About, question: string): Mail =>
  mail(
    `A question on your return at ${months} months of ${title}`,
    'The programme team has read your return and asks:',
    question,
    'Answer it on the page of the return, change what has to be changed, and send another version.',
    link,
  )

/** To the council, when its finance does not confirm a version. */
export const returnSentBackMail = ({ title, months, link }: About, reason: string): Mail =>
  mail(
    `Finance sends your return at ${months} months of ${title} back`,
    'The finance of your council has not confirmed your return, and says:',
    reason,
    'Change what has to be changed, answer it on the page of the return, and make another version.',
    link,
  )

/** To the council, when its return is accepted. */
export const acceptedMail = ({ title, months, link }: About): Mail =>
  mail(
    `Your return at ${months} months of ${title} is accepted`,
    'The programme team has accepted your return. Thank you.',
    link,
  )

/** To the council, before and after the day of a return. */
export const reminderMail = ({ title, months, link }: About, due: string, isOverdue: boolean): Mail =>
  isOverdue
    ? mail(
        `Overdue: your return at ${months} months of ${title}`,
        `Your return at ${months} months was due on ${due}. The programme team waits for it.`,
        link,
      )
    : mail(
        `Your return at ${months} months of ${title} is due on ${due}`,
        `Bring the register up to date, say in your words what has happened, and have finance confirm it. It is due on ${due}.`,
        link,
      )
