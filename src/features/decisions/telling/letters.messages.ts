import type { LetterField, TemplateProblem, UntakenMark } from '../../../core/letters/index.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import type { SaveLetterProblem } from './save-letter.ts'

export const fieldMeanings: Readonly<Record<LetterField, string>> = {
  outcome: 'What was decided, in words that are the same in every letter',
  reference: 'The reference of the application',
  'lead-council': 'The council that leads it',
  'project-title': 'The title of the project, where the form asks for one',
  fund: 'The fund',
  round: 'The round',
  'told-on': 'The day on which everybody is told',
  contact: 'The contact address of the round',
  debrief: 'How to ask for a debrief',
  complaint: 'How to complain',
  pounds: 'The sum that is offered',
  'reserve-place': 'The place on the reserve list',
  'reserve-until': 'The day until which the reserve list counts',
}

/** A field as it is written. @example fieldMark('fund') // => '{{fund}}' */
export const fieldMark = (name: string): string => `{{${name}}}`

const markWords: Readonly<Record<UntakenMark, string>> = {
  heading: 'begin a heading with ## and a space',
  numbers: 'begin each point with - and a space: lists with numbers are not taken',
  quote: 'quotations are not taken',
  table: 'tables are not taken',
  code: 'code is not taken',
  picture: 'pictures are not taken',
  html: 'HTML is not taken',
}

const about = (text: string): FieldText => ({ field: 'text', text, href: '#text' })

/** What is wrong with a template, by name and line. */
export function templateProblemText(problem: TemplateProblem): FieldText {
  switch (problem.code) {
    case 'text-missing':
      return about('Enter the text of the letter')
    case 'text-too-long':
      return about(`The text must be ${problem.most.toLocaleString('en-GB')} characters or less`)
    case 'field-missing':
      return about(`The letter must say ${fieldMark(problem.name)}: ${lowerFirst(fieldMeanings[problem.name])}`)
    case 'field-unknown':
      return about(`Line ${problem.line}: ${fieldMark(problem.name)} is not a field. The fields are listed below`)
    case 'field-of-another-outcome':
      return about(`Line ${problem.line}: ${fieldMark(problem.name)} is not known for this outcome`)
    case 'field-not-closed':
      return about(`Line ${problem.line}: a field begins with {{ and ends with }} on the same line`)
    case 'bold-not-closed':
      return about(`Line ${problem.line}: bold words begin and end with ** on the same line`)
    case 'address-not-taken':
      return about(
        `Line ${problem.line}: a link is written [words](https://address), or with mailto: and an email address`,
      )
    case 'mark-not-taken':
      return about(`Line ${problem.line}: ${markWords[problem.mark]}`)
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

export function letterProblemText(problem: SaveLetterProblem): FieldText {
  switch (problem.code) {
    case 'told':
      return about('Everybody is told. The letters are as they were sent')
    case 'saved-meanwhile':
      return about(
        `${problem.by} saved version ${problem.number} meanwhile. It is below; bring the two together and save again`,
      )
    default:
      return templateProblemText(problem)
  }
}
