import { dayInWords, type IsoDay } from '../../../core/time/day.ts'

/** What is wrong with giving a page to somebody. */
export type GivingProblem =
  | { readonly code: 'person-not-chosen' | 'day-wrong' | 'day-past' | 'application-submitted' }
  | { readonly code: 'cannot-write'; readonly name: string }

export function givingProblemText(problem: GivingProblem): string {
  switch (problem.code) {
    case 'person-not-chosen':
      return 'Select who writes this page'
    case 'day-wrong':
      return 'Enter a real day, like 27 3 2027, or leave it blank'
    case 'day-past':
      return 'The day must be today or later'
    case 'application-submitted':
      return 'This application is submitted. Withdraw it first'
    case 'cannot-write':
      return `${problem.name} cannot write this page. Change what they write first`
  }
}

/** "Due on Friday 4 December 2026", or nothing. */
export const dueWords = (dueOn: IsoDay | null): string => (dueOn === null ? '' : `due on ${dayInWords(dueOn)}`)

type Given = {
  readonly by: string
  readonly lead: string
  readonly fund: string
  readonly reference: string
  readonly pages: readonly { readonly title: string; readonly dueOn: IsoDay | null }[]
  readonly link: string
}

/** The message to somebody who was given pages. */
export const givenMessage = ({ by, lead, fund, reference, pages, link }: Given) => ({
  subject: `${pages.length === 1 ? 'A page' : `${pages.length} pages`} for you to write: ${reference}`,
  body: `${by} asks you to write, in the application of ${lead} to ${fund} (${reference}):

${pages.map(({ title, dueOn }) => `* ${title}${dueOn === null ? '' : `, ${dueWords(dueOn)}`}`).join('\n')}

See who writes what:
${link}`,
})
