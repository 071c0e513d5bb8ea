import { pointer, type ShapeProblem } from '../../canonical/index.ts'
import type { Form, Question } from '../definition.ts'
import type { Standing } from './outline.ts'

type Named = { readonly id: string }

/** Says every id after the first of its kind that is the same. */
function repeated(ids: readonly { readonly id: string; readonly at: string }[], what: string): readonly ShapeProblem[] {
  const seen = new Set<string>()
  return ids.flatMap(({ id, at }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ at, text: `${what} “${id}” is there already: ids must not be repeated` }]
  })
}

const within = (at: string, list: readonly Named[] = [], key = 'id') =>
  list.map(({ id }, index) => ({ id, at: `${pointer(at, index)}/${key}` }))

function insideQuestion(question: Question, at: string): readonly ShapeProblem[] {
  if ('options' in question) {
    const values = question.options.map(({ value }) => ({ id: value }))
    return repeated(within(`${at}/options`, values, 'value'), 'option')
  }
  if (question.type !== 'money-table') return []
  const row = question.rows ? question.columns.findIndex((column) => column.id === 'row') : -1
  return [
    ...repeated(within(`${at}/columns`, question.columns), 'column'),
    ...repeated(within(`${at}/rows`, question.rows), 'row'),
    ...(row < 0 ? [] : [{ at: `${at}/columns/${row}/id`, text: 'must not be “row” in a table with fixed rows' }]),
  ]
}

/** Repeated ids of pages, questions, rules, checks, sections, options, columns and rows. */
export function checkIds(form: Form, standings: readonly Standing[]): readonly ShapeProblem[] {
  const questions = standings.map(({ question, at }) => ({ id: question.id, at: `${at}/id` }))
  return [
    ...repeated(within('/pages', form.pages), 'page'),
    ...repeated(questions, 'question'),
    ...repeated(within('/rules', form.rules), 'rule'),
    ...repeated(within('/checks', form.checks), 'check'),
    ...repeated(within('/sections', form.sections), 'section'),
    ...standings.flatMap(({ question, at }) => insideQuestion(question, at)),
    ...sharedInputs(standings),
  ]
}

const PART_OF: { readonly [Type in Question['type']]?: RegExp } = {
  date: /^(?:day|month|year)$/,
  address: /^(?:line1|line2|town|county|postcode)$/,
  'repeating-group': /^\d+-/,
  'money-table': /^\d+-/,
}

/** A question whose id is the name of an input of another: `start-day` beside the date `start`. */
function sharedInputs(standings: readonly Standing[]): readonly ShapeProblem[] {
  const several = standings.filter(({ question }) => PART_OF[question.type])
  return standings.flatMap(({ question, at }) =>
    several
      .filter(
        ({ question: { id, type } }) =>
          question.id.startsWith(`${id}-`) && PART_OF[type]?.test(question.id.slice(id.length + 1)),
      )
      .map(({ question: { id } }) => ({
        at: `${at}/id`,
        text: `“${question.id}” is the name of an input of question “${id}”`,
      })),
  )
}
