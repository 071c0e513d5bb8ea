import type { Json } from '../../src/core/canonical/index.ts'
import { type Answers, type Form, type Question, whatIsVisible } from '../../src/core/forms/index.ts'

/** An answer that a submission accepts, whatever the question. */
export function validAnswer(question: Question): Json {
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return Array.from({ length: Math.max(question.minWords ?? 1, 2) }, () => 'word').join(' ')
    case 'email':
      return 'somebody@example.gov.uk'
    case 'phone':
      return '020 7946 0000'
    case 'url':
      return 'https://example.gov.uk/'
    case 'address':
      return { line1: '1 High Street', town: 'Exbridge', postcode: 'SW1A 1AA' }
    case 'authority':
    case 'file':
      return 'X-EXBRIDGE'
    case 'yes-no':
    case 'declaration':
      return true
    case 'radios':
    case 'select':
      return question.options[0]?.value ?? ''
    case 'checkboxes':
      return question.options.slice(0, Math.max(question.min ?? 1, 1)).map(({ value }) => value)
    case 'date':
      return question.min ?? '2027-04-01'
    case 'repeating-group':
      return Array.from({ length: Math.max(question.minItems ?? 1, 1) }, () =>
        Object.fromEntries(question.questions.map((child) => [child.id, validAnswer(child)])),
      )
    case 'money-table':
      return moneyTable(question)
    default:
      return Math.max(question.min ?? 1, Math.min(1, question.max ?? 1))
  }
}

function moneyTable({ columns, rows, minItems = 1 }: Extract<Question, { type: 'money-table' }>): Json {
  const cells = Object.fromEntries(columns.map(({ id, type }) => [id, type === 'text' ? 'Advice' : 1]))
  if (rows !== undefined) return rows.map(({ id }) => ({ row: id, ...cells }))
  return Array.from({ length: Math.max(minItems, 1) }, () => cells)
}

/** These answers, and a valid one to every other question that they show. */
export function filledIn(form: Form, given: Answers): Answers {
  let answers = given
  for (;;) {
    const next = whatIsVisible(form, answers).questions.find(({ id }) => !Object.hasOwn(answers, id))
    if (next === undefined) return answers
    answers = { ...answers, [next.id]: validAnswer(next) }
  }
}
