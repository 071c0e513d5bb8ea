import type { BorderNote, BorderProblem } from '../../../core/authorities/borders.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords } from '../../../core/time/day.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { rowProblemText } from '../register.messages.ts'
import type { BorderSource } from './borders.store.ts'
import { type BordersProblem, type BordersReport, longestSource } from './import-borders.ts'

/** @example sourceText({ source: 'ONS', asOfOn: '2024-12-01' }) // => 'ONS, as of 1 December 2024' */
export const sourceText = ({ source, asOfOn }: BorderSource): string => `${source}, as of ${dayInWords(asOfOn)}`

/** A problem in words, with the field that can put it right. */
export function bordersProblemText(problem: BordersProblem): ErrorText {
  switch (problem.code) {
    case 'source-missing':
      return { text: 'Enter where the borders are from', href: '#source' }
    case 'source-long':
      return { text: `Where the borders are from must be ${longestSource} characters or less`, href: '#source' }
    case 'as-of-not-a-day':
      return { text: 'Enter the day of which the borders are true, like 1 12 2024', href: '#asOf-day' }
    case 'as-of-to-come':
      return { text: 'The date the borders are correct for must be today or in the past', href: '#asOf-day' }
    case 'no-borders':
      return { text: 'There is no border in the file', href: '#file' }
    default:
      return {
        text: 'line' in problem && isOfLine(problem) ? lineText(problem) : rowProblemText(problem),
        href: '#file',
      }
  }
}

const isOfLine = (problem: { readonly code: string }): problem is BorderProblem => problem.code.startsWith('border-')

function lineText(problem: BorderProblem): string {
  const where = `Line ${problem.line}`
  switch (problem.code) {
    case 'border-gss-missing':
      return `${where}: a GSS code is missing`
    case 'border-gss-unknown':
      return `${where}: no body in the register has the GSS code ${problem.value}`
    case 'border-with-itself':
      return `${where}: ${problem.value} is beside itself`
    case 'border-not-yet':
      return `${where}: ${problem.value} (${problem.authority}) was not in being on that day`
    case 'border-twice':
      return `${where}: the same two are in line ${problem.earlier}`
    case 'border-note-long':
      return `${where}: the note must be ${problem.most} characters or less`
  }
}

/** What was made of a line. */
export const borderNoteText = (note: BorderNote): string =>
  note.code === 'taken-over'
    ? `Line ${note.line}: ${note.value} had ended by that day, and ${plainList(note.by)} ${note.by.length === 1 ? 'stands' : 'stand'} in its place`
    : `Line ${note.line}: both had become ${note.authority} by that day, so that there is no border`

/** An import in lines, for the command line. */
export function bordersReportLines(report: BordersReport): readonly string[] {
  const { read, problems, notes, comparison } = report
  const lines = [read === 1 ? 'Read 1 border.' : `Read ${read} borders.`, ...notes.map(borderNoteText)]
  if (comparison === undefined)
    return [...lines, ...problems.map((problem) => bordersProblemText(problem).text), 'Nothing was changed.']
  const { added, removed, kept } = comparison
  return [...lines, `Added ${added.length}, removed ${removed.length}, kept ${kept}.`]
}
