import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { Assignable } from './find-assignable.ts'

/** What is wrong with giving a page or a question to somebody. */
export type GivingProblem =
  | { readonly code: 'person-not-chosen' | 'day-wrong' | 'day-past' | 'application-submitted' }
  | { readonly code: 'cannot-write'; readonly name: string }

export function givingProblemText(problem: GivingProblem, kind: Assignable['kind']): FieldText {
  switch (problem.code) {
    case 'person-not-chosen':
      return fieldText('person', kind === 'page' ? 'Select who writes this page' : 'Select who answers this question')
    case 'day-wrong':
      return fieldText('due-day', 'Enter a real day, like 27 3 2027, or leave it blank')
    case 'day-past':
      return fieldText('due-day', 'The day must be today or later')
    case 'application-submitted':
      return fieldText('person', 'This application is submitted. Withdraw it first')
    case 'cannot-write':
      return fieldText('person', `${problem.name} cannot write this page. Change what they write first`)
  }
}

/** "Due on Friday 4 December 2026", or nothing. */
export const dueWords = (dueOn: IsoDay | null): string => (dueOn === null ? '' : `due on ${dayInWords(dueOn)}`)

/** "For Tom Okafor, due on Friday 4 December 2026". */
export const forWords = (name: string, dueOn: IsoDay | null): string =>
  [`For ${name}`, dueWords(dueOn)].filter((words) => words !== '').join(', ')

/**
 * How many questions of a page were given by themselves, and to whom.
 *
 * @param names of who has each
 * @example questionsForWords(['Ben', 'Cai', 'Ben']) // => '3 questions for Ben and Cai'
 */
export const questionsForWords = (names: readonly string[]): string =>
  `${names.length === 1 ? '1 question' : `${names.length} questions`} for ${plainList([...new Set(names)])}`

/** What is said once something was given; `name` is '' for nobody. */
export function givenFlash(kind: Assignable['kind'], name: string): string {
  if (kind === 'page') return name === '' ? 'The page is given to nobody.' : `The page is given to ${name}.`
  return name === '' ? 'The question is for whoever writes its page.' : `The question is given to ${name}.`
}

type Given = {
  readonly by: string
  readonly lead: string
  readonly fund: string
  readonly reference: string
  /** `title`: of the page, with the question if it is that one alone. */
  readonly items: readonly {
    readonly kind: Assignable['kind']
    readonly title: string
    readonly dueOn: IsoDay | null
  }[]
  readonly link: string
}

/** The message to somebody who was given pages and questions. */
export const givenMessage = ({ by, lead, fund, reference, items, link }: Given) => ({
  subject: `${givenWords(items)} for you to write: ${reference}`,
  body: `${by} asks you to write, in the application of ${lead} to ${fund} (${reference}):

${items.map(({ title, dueOn }) => `* ${title}${dueOn === null ? '' : `, ${dueWords(dueOn)}`}`).join('\n')}

See who writes what:
${link}`,
})

function givenWords(items: Given['items']): string {
  const questions = items.filter(({ kind }) => kind === 'question').length
  const pages = items.length - questions
  if (questions === 0) return pages === 1 ? 'A page' : `${pages} pages`
  if (pages === 0) return questions === 1 ? 'A question' : `${questions} questions`
  return `${pages === 1 ? 'A page' : `${pages} pages`} and ${questions === 1 ? 'a question' : `${questions} questions`}`
}
