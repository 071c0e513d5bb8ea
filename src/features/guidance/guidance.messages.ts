import { numberWords } from '../../core/forms/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { AnswerProblem } from './answer-question.ts'
import type { SubscribeProblem } from './ask-for-updates.ts'
import type { AskProblem } from './ask-question.ts'
import type { ConfirmProblem } from './change-subscription.ts'
import type { PageProblem } from './check-page.ts'

/** Everything that can be wrong with what people do in this area. */
export type GuidanceProblem = PageProblem | SubscribeProblem | ConfirmProblem | AskProblem | AnswerProblem

/** A problem as people read it, with the question it is about. */
export type ProblemWords = { readonly text: string; readonly href: string }

type ProblemOf<Code> = Extract<GuidanceProblem, { readonly code: Code }>
type Wording = { readonly [Code in GuidanceProblem['code']]: (problem: ProblemOf<Code>) => ProblemWords }

const fieldNames = {
  title: 'Title',
  summary: 'Summary',
  body: 'Text of the page',
  changeNote: 'What has changed',
  question: 'Question',
  publishedQuestion: 'Question as published',
  answer: 'Answer',
  reason: 'Reason',
} as const

/** What people read. A new problem code does not compile until it has words here. */
const wording: Wording = {
  'title-missing': () => ({ text: 'Enter a title', href: '#title' }),
  'body-missing': () => ({ text: 'Enter the text of the page', href: '#body' }),
  'change-note-missing': () => ({
    text: 'Say what has changed, for people who read an earlier version',
    href: '#changeNote',
  }),
  'change-kind-unknown': () => ({ text: 'Select what kind of change it is', href: '#changeKind' }),
  'too-long': ({ field, most }) => ({
    text: `${fieldNames[field]} must be ${numberWords(most)} characters or less`,
    href: `#${field}`,
  }),
  'nothing-to-publish': () => ({ text: 'There is no draft to publish', href: '#title' }),
  'nothing-changed': ({ number }) => ({
    text: `This is the same as version ${number}, which is already published`,
    href: '#body',
  }),
  'changed-meanwhile': ({ theirs }) => ({
    text: `${theirs.authorName === '' ? 'Somebody else' : theirs.authorName} saved this page at ${ukTimeWithZone(theirs.savedAt)}, after you opened it. Your text is below and is not saved yet`,
    href: '#theirs',
  }),
  'email-missing': () => ({ text: 'Enter your email address', href: '#email' }),
  'email-malformed': () => ({
    text: 'Enter an email address in the correct format, like name@example.gov.uk',
    href: '#email',
  }),
  'kinds-missing': () => ({ text: 'Select what you want to be told about', href: '#kinds' }),
  'link-has-run-out': () => ({ text: 'This link has run out. Ask for updates again', href: '#again' }),
  'subscription-ended': () => ({
    text: 'You have unsubscribed. Ask for updates again if you want them',
    href: '#again',
  }),
  'question-missing': () => ({ text: 'Enter your question', href: '#question' }),
  'questions-closed': ({ closedAt }) => ({
    text: closedAt === null ? 'Questions cannot be asked now' : `Questions closed at ${ukTimeWithZone(closedAt)}`,
    href: '#question',
  }),
  'too-many-waiting': ({ most }) => ({
    text: `${numberWords(most)} of your questions wait for an answer. Ask more when they have been answered`,
    href: '#question',
  }),
  'published-question-missing': () => ({
    text: 'Enter the question as it is to be published',
    href: '#publishedQuestion',
  }),
  'answer-missing': () => ({ text: 'Enter the answer', href: '#answer' }),
  'reason-missing': () => ({ text: 'Say why it is not answered', href: '#reason' }),
  'dealt-with-already': () => ({
    text: 'Somebody else has already published or declined this question',
    href: '#publishedQuestion',
  }),
  'tells-who-asked': ({ field, found }) => ({
    text: `${fieldNames[field]} has ${plainList(found.map((words) => `“${words}”`))} in it, which shows who asked. Remove it`,
    href: `#${field}`,
  }),
  'may-tell-who-asked': ({ field, found }) => ({
    text: `${fieldNames[field]} has ${plainList(found.map((words) => `“${words}”`))} in it, which may show who asked. Remove it, or confirm that it does not`,
    href: `#${field}`,
  }),
}

/** The words for a problem. */
export const problemWords = (problem: GuidanceProblem): ProblemWords =>
  (wording[problem.code] as (problem: GuidanceProblem) => ProblemWords)(problem)

/** The words for the problems of a page, in their order, and by the field they are about. */
export type ProblemsInWords = {
  readonly list: readonly ProblemWords[]
  /** The first problem of the field with this id. */
  readonly of: (field: string) => { readonly text: string } | undefined
}

export function problemsInWords(problems: readonly GuidanceProblem[]): ProblemsInWords {
  const list = problems.map(problemWords)
  return {
    list,
    of: (field) => {
      const found = list.find(({ href }) => href === `#${field}`)
      return found && { text: found.text }
    },
  }
}
