import { acceptedWords, fileKindIds } from '../../core/files/index.ts'
import {
  childrenOf,
  describeExpression,
  type Expression,
  type Form,
  fileLimits,
  limitWords,
  moneyWords,
  type NameOf,
  numberWords,
  type Question,
  type QuestionOf,
  type QuestionType,
  questionsOf,
} from '../../core/forms/index.ts'
import { capital } from '../../core/text/capital.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { dayInWords } from '../../core/time/day.ts'

/** A question as somebody who thinks of applying reads it. */
export type OutlinedQuestion = {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** Markdown. */
  readonly guidance: string
  /** How it is answered and within which limits: "Text of at most 500 words". */
  readonly answer: string
  readonly options: readonly string[]
  readonly required: boolean
  /** When it is asked, if not always. */
  readonly condition: string
  readonly reconstructed: boolean
  /** The questions of each item, for a question that repeats. */
  readonly questions: readonly OutlinedQuestion[]
}

export type OutlinedPage = {
  readonly id: string
  readonly title: string
  readonly guidance: string
  readonly condition: string
  readonly reconstructed: boolean
  readonly questions: readonly OutlinedQuestion[]
}

/** A rule of eligibility in words. */
export type OutlinedRule = {
  readonly clause: string
  readonly text: string
  readonly condition: string
  readonly outcome: 'fail' | 'caveat'
}

/** A form to read: every question in the order in which it is asked. */
export type FormOutline = {
  readonly title: string
  readonly guidance: string
  readonly source: string
  readonly reconstructed: boolean
  readonly pages: readonly OutlinedPage[]
  readonly rules: readonly OutlinedRule[]
  readonly questionCount: number
  /** Words at most, over the questions that have a limit in words. */
  readonly mostWords: number
}

/**
 * Makes a form readable without asking it: conditions in plain words, limits beside each question.
 *
 * @param nameOf what the authorities are called that conditions name
 */
export function outlineForm(form: Form, nameOf?: NameOf): FormOutline {
  const named = { form, nameOf }
  const questions = questionsOf(form)
  return {
    title: form.title,
    guidance: form.guidance ?? '',
    source: form.source ?? '',
    reconstructed: form.reconstructed ?? false,
    pages: form.pages.map((page) => ({
      id: page.id,
      title: page.title,
      guidance: page.guidance ?? '',
      condition: conditionWords(named, page.showIf),
      reconstructed: page.reconstructed ?? false,
      questions: page.questions.map((question) => outlineQuestion(named, question)),
    })),
    rules: (form.rules ?? []).map(({ clause, text, when, outcome }) => ({
      clause,
      text,
      outcome,
      condition: describeExpression(form, when, nameOf),
    })),
    questionCount: questions.length,
    mostWords: questions.reduce((sum, question) => sum + ('maxWords' in question ? (question.maxWords ?? 0) : 0), 0),
  }
}

type Named = { readonly form: Form; readonly nameOf: NameOf | undefined }

function outlineQuestion(named: Named, question: Question): OutlinedQuestion {
  return {
    id: question.id,
    label: question.label,
    hint: question.hint ?? '',
    guidance: [question.guidance, question.type === 'declaration' ? question.declaration : undefined]
      .filter((text) => text !== undefined)
      .join('\n\n'),
    answer: answerSentence(question),
    options: optionsOf(question),
    required: question.required ?? false,
    condition: conditionWords(named, question.showIf),
    reconstructed: question.reconstructed ?? false,
    questions: childrenOf(question).map((child) => outlineQuestion(named, child)),
  }
}

const conditionWords = ({ form, nameOf }: Named, expression: Expression | undefined): string =>
  expression === undefined ? '' : `Asked only if ${describeExpression(form, expression, nameOf)}`

function optionsOf(question: Question): readonly string[] {
  if ('options' in question) return question.options.map(({ label }) => label)
  if (question.type !== 'money-table') return []
  return (question.rows ?? question.columns).map(({ label }) => label)
}

const kinds: Readonly<Record<QuestionType, string>> = {
  'short-text': 'one line of text',
  'long-text': 'text',
  email: 'an email address',
  phone: 'a telephone number',
  url: 'a web address',
  'whole-number': 'a whole number',
  number: 'a number',
  money: 'an amount in pounds',
  percentage: 'a percentage',
  date: 'a date',
  'yes-no': 'yes or no',
  radios: 'one of:',
  select: 'one of:',
  checkboxes: 'any of:',
  authority: 'an authority from the register',
  address: 'an address',
  file: 'a file',
  declaration: 'a tick to agree',
  'repeating-group': 'for each one:',
  'money-table': 'a table of amounts in pounds:',
}

/** How a question is answered. @example answerSentence({ type: 'long-text', id: 'd', label: 'Why?', maxWords: 500 }) // => 'Text of at most 500 words' */
export function answerSentence(question: Question): string {
  const limits = limitsOf(question)
  const kind = kinds[question.type]
  if (question.type === 'repeating-group')
    return `For each ${question.itemName ?? 'entry'}${limits === '' ? '' : ` (${limits})`}:`
  if (question.type === 'file') return filesSentence(question)
  if (limits === '') return capital(kind)
  return capital(kind.endsWith(':') ? `${limits}, ${kind}` : `${kind} ${limits}`)
}

function filesSentence(question: QuestionOf<'file'>): string {
  const { most, megabytes, accept } = fileLimits(question)
  const count = most === 1 ? 'One file' : `Up to ${numberWords(most)} files`
  const kinds = accept.length === fileKindIds.length ? '' : ` (${acceptedWords(accept)})`
  return `${count}${kinds}, each of up to ${megabytes} MB`
}

function limitsOf(question: Question): string {
  const { type } = question
  if ('maxWords' in question || 'minWords' in question) {
    const words = range(question.minWords, question.maxWords, (count) => numberWords(count))
    const last = question.maxWords ?? question.minWords
    if (words !== '') return last === 1 ? `of ${words} word` : `of ${words} words`
  }
  if (type === 'short-text' || type === 'long-text') {
    const characters = range(question.min, question.max, numberWords)
    if (characters === '') return ''
    const last = question.max ?? question.min
    return last === 1 ? `of ${characters} character` : `of ${characters} characters`
  }
  if (type === 'repeating-group' || type === 'money-table')
    return range(question.minItems, question.maxItems, numberWords)
  if (type === 'date') return range(question.min, question.max, dayInWords)
  if (type === 'checkboxes') return range(question.min, question.max, numberWords)
  if (type === 'money') return range(question.min, question.max, moneyWords)
  if (type === 'percentage') return range(question.min, question.max, (value) => `${numberWords(value)}%`)
  return type === 'number' || type === 'whole-number'
    ? range(question.min, question.max, (value) => limitWords(value, question))
    : ''
}

function range<Limit>(least: Limit | undefined, most: Limit | undefined, words: (limit: Limit) => string): string {
  const parts = [
    // That an amount is not below nothing goes without saying.
    least === undefined || least === 0 ? [] : [`at least ${words(least)}`],
    most === undefined ? [] : [`at most ${words(most)}`],
  ].flat()
  return plainList(parts)
}
