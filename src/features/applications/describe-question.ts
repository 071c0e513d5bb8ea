import { acceptedWords, fileKindIds } from '../../core/files/index.ts'
import {
  childrenOf,
  describeExpression,
  type Form,
  fileLimits,
  limitWords,
  moneyWords,
  type NameOf,
  numberWords,
  type Question,
} from '../../core/forms/index.ts'
import { clearList } from '../../core/text/clear-list.ts'
import { dayInWords } from '../../core/time/day.ts'

/** A question as it is read before anybody answers: its label, and what an answer may be. */
export type DescribedQuestion = {
  readonly label: string
  readonly notes: readonly string[]
  readonly reconstructed: boolean
  readonly inside: readonly DescribedQuestion[]
}

/**
 * A question in words, with its limits, choices and condition.
 *
 * @param nameOf what the authorities are called that its condition names
 */
export function describeQuestion(form: Form, question: Question, nameOf?: NameOf): DescribedQuestion {
  const { label, hint, required, showIf, reconstructed } = question
  const notes = [
    hint,
    ...limitsOf(question),
    required === true ? undefined : 'You may leave this out',
    showIf === undefined ? undefined : `Asked only if ${describeExpression(form, showIf, nameOf)}`,
  ]
  return {
    label,
    notes: notes.filter((note) => note !== undefined),
    reconstructed: reconstructed === true,
    inside: childrenOf(question).map((child) => describeQuestion(form, child, nameOf)),
  }
}

/** What an answer may be, one sentence each. */
function limitsOf(question: Question): readonly string[] {
  switch (question.type) {
    case 'short-text':
    case 'long-text':
    case 'email':
    case 'phone':
    case 'url':
      return [
        between(question.minWords, question.maxWords, (value) =>
          value === 1 ? '1 word' : `${numberWords(value)} words`,
        ),
        between(question.min, question.max, (value) =>
          value === 1 ? '1 character' : `${numberWords(value)} characters`,
        ),
      ].flat()
    case 'money':
    case 'whole-number':
    case 'number':
      return bothAs(question, (value) => limitWords(value, question))
    case 'percentage':
      return between(question.min, question.max, percentWords)
    case 'date':
      return [
        ...(question.min === undefined ? [] : [`Not before ${dayInWords(question.min)}`]),
        ...(question.max === undefined ? [] : [`Not after ${dayInWords(question.max)}`]),
      ]
    case 'radios':
    case 'select':
      return [
        `One of: ${clearList(
          question.options.map((option) => option.label),
          'or',
        )}`,
      ]
    case 'checkboxes':
      return [`Any of: ${clearList(question.options.map((option) => option.label))}`]
    case 'file': {
      const { most, megabytes, accept } = fileLimits(question)
      const kinds = accept.length === fileKindIds.length ? 'Documents, spreadsheets or pictures' : acceptedWords(accept)
      return [
        ...between(question.min, most, (value) => (value === 1 ? '1 file' : `${numberWords(value)} files`)),
        `${kinds}, each of up to ${megabytes} MB`,
      ]
    }
    case 'yes-no':
      return ['Yes or no']
    case 'authority':
      return ['An authority from the register']
    case 'declaration':
      return [question.declaration ?? 'To be confirmed']
    case 'money-table':
      return [
        ...(question.rows ? [`Rows: ${clearList(question.rows.map((row) => row.label))}`] : []),
        `Columns: ${clearList(question.columns.map((column) => column.label))}`,
        ...between(question.min, question.max, (value) => `${moneyWords(value)} in all`, moneyWords),
      ]
    case 'repeating-group':
      return between(question.minItems, question.maxItems, (value) =>
        value === 1 ? '1 item' : `${numberWords(value)} items`,
      )
    default:
      return []
  }
}

const percentWords = (value: number): string => `${numberWords(value)} per cent`

/** Limits of which each is said in full. */
const bothAs = (
  { min, max }: { readonly min?: number; readonly max?: number },
  words: (value: number) => string,
): readonly string[] => between(min, max, words, words)

/** @param withUnit the number that is said last; `bare` is one before it */
function between(
  least: number | undefined,
  most: number | undefined,
  withUnit: (value: number) => string,
  bare: (value: number) => string = numberWords,
): readonly string[] {
  if (least !== undefined && most !== undefined) return [`${bare(least)} to ${withUnit(most)}`]
  if (most !== undefined) return [`Up to ${withUnit(most)}`]
  return least === undefined ? [] : [`At least ${withUnit(least)}`]
}
