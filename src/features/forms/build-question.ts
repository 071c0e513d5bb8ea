import { authorityKinds } from '../../core/authorities/authority.ts'
import {
  type Expression,
  type Fact,
  type Form,
  isFact,
  materialKinds,
  type Option,
  type Question,
  type QuestionType,
} from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { slug } from '../../core/text/slug.ts'
import { kindName } from '../accounts/index.ts'
import { blankParts, buildParts, typedParts } from './build-parts.ts'
import { crossedLimits } from './crossed-limits.ts'
import type { FormProblem } from './form-problem.ts'
import { freeName } from './free-name.ts'
import type { QuestionTyped } from './question-typed.ts'

/** What the service answers itself, by what the editor calls it. */
export const factTypes = ['lead-kind', 'named-kind'] as const
export type FactType = (typeof factTypes)[number]

/** The types that the editor offers for a new question. */
export const offeredTypes = [
  'short-text',
  'long-text',
  'yes-no',
  'radios',
  'checkboxes',
  'select',
  'date',
  'money',
  'whole-number',
  'number',
  'percentage',
  'email',
  'phone',
  'url',
  'address',
  'authority',
  ...factTypes,
  'declaration',
  'file',
  'money-table',
  'repeating-group',
] as const satisfies readonly (QuestionType | FactType)[]

/** A way to answer that the editor offers: a type, or what the service answers itself. */
export type OfferedType = (typeof offeredTypes)[number]

/** The types of questions that may stand in a repeating group. */
export const typesInGroups = offeredTypes.filter(
  (type) => type !== 'money-table' && type !== 'repeating-group' && type !== 'lead-kind',
)

/** What a new question is before anything is typed. A question that the service answers has its options from the start. */
export const startedQuestion = (type: OfferedType, id: string): NewQuestion =>
  type === 'lead-kind' || type === 'named-kind'
    ? { id, type: 'select', options: kindOptions, asks: type }
    : { id, type }

const kindOptions: readonly Option[] = authorityKinds.map((kind) => ({ value: kind, label: kindName(kind) }))

/** A question without its words. */
export type NewQuestion = {
  readonly id: string
  readonly type: QuestionType
  readonly options?: readonly Option[]
  /** What the service is to answer it with. */
  readonly asks?: FactType
}

/** How a question is answered, as the editor offers it. */
export const offeredTypeOf = (question: Question): QuestionType | FactType => {
  if (!isFact(question)) return question.type
  return question.fact === 'lead-kind' ? 'lead-kind' : 'named-kind'
}

/** Whether the words of an answer can be limited in the editor. */
export const hasWordLimit = (type: string): boolean => type === 'long-text' || type === 'short-text'

export const hasOptions = (type: string): boolean => type === 'radios' || type === 'checkboxes' || type === 'select'

/** What an answer can be said to be to those who sign off; not saying leaves it to the type. */
export const materialChoices = [...materialKinds, 'none'] as const

/** A question as it stands in the fields of the editor. */
export const typedQuestion = (question: Question): QuestionTyped => ({
  type: offeredTypeOf(question),
  label: question.label,
  shortName: question.shortName ?? '',
  hint: question.hint ?? '',
  guidance: question.guidance ?? '',
  required: question.required === true,
  maxWords: 'maxWords' in question ? String(question.maxWords ?? '') : '',
  options: 'options' in question ? question.options.map(({ value, label }) => ({ value, label })) : [],
  moreOptions: '',
  declaration: question.type === 'declaration' ? (question.declaration ?? '') : '',
  material: question.material ?? '',
  ...typedParts(question),
})

/** What a new question starts with. */
export const blankQuestion: QuestionTyped = {
  type: '',
  label: '',
  shortName: '',
  hint: '',
  guidance: '',
  required: true,
  maxWords: '',
  options: [],
  moreOptions: '',
  declaration: '',
  material: '',
  ...blankParts,
}

/**
 * The question that was typed, over the one there is: what the editor does not show stays as it is. An option keeps its
 * value when it is reworded, so that conditions that name it go on working. Words that were cited from elsewhere lose
 * their source once they are not those words any more.
 *
 * The definition it goes into is checked afterwards; here is only what people type.
 */
export function buildQuestion(typed: QuestionTyped, before: Question | NewQuestion): Result<Question, FormProblem> {
  const { type } = before
  const words = typed.maxWords.replaceAll(',', '').trim()
  const { asks, ...start } = 'asks' in before ? before : { ...before, asks: undefined }
  const named = asks === 'named-kind' || ('label' in before && offeredTypeOf(before) === 'named-kind')
  const known = asks !== undefined || ('label' in before && isFact(before))
  const options =
    hasOptions(type) && !known ? optionsOf(typed, ('options' in before && before.options) || []) : undefined
  const parts = buildParts(typed, before)
  const problems: FormProblem[] = parts.ok ? [] : [...parts.problems]
  if (typed.label.trim() === '') problems.push({ code: 'label-missing' })
  if (hasWordLimit(type) && words !== '' && !/^[1-9]\d{0,6}$/.test(words)) problems.push({ code: 'word-limit-wrong' })
  if (options?.length === 0) problems.push({ code: 'options-missing' })
  const kindOf = typed.kindOf ?? ''
  if (asks === 'named-kind' && kindOf === '')
    problems.push({ code: 'build-wrong', problem: { code: 'named-question-missing' } })
  const twice = options?.find(({ label }, index) => options.findIndex((other) => other.label === label) !== index)
  if (twice !== undefined) problems.push({ code: 'option-twice', label: twice.label })
  if (!parts.ok || problems.length > 0) return refused(...problems)
  const set = {
    ...start,
    ...(asks !== undefined && factFrom(asks, kindOf)),
    label: typed.label.trim(),
    shortName: textOrNone(typed.shortName),
    hint: textOrNone(typed.hint),
    guidance: textOrNone(typed.guidance),
    // Not answering is allowed unless said: a question that says so itself goes on saying so.
    required: (typed.required && !named) || ('required' in before && before.required === false ? false : undefined),
    ...(hasWordLimit(type) && { maxWords: words === '' ? undefined : Number(words) }),
    ...(options !== undefined && { options }),
    ...parts.value,
    material: materialChoices.find((choice) => choice === typed.material),
    ...(type === 'declaration' && { declaration: textOrNone(typed.declaration) }),
    ...('source' in before && { source: sameWords(typed, before) ? before.source : undefined }),
  }
  const present = Object.entries(set).filter(([, value]) => value !== undefined)
  const question = Object.fromEntries(present) as unknown as Question
  const crossed = crossedLimits(question)
  return crossed.length > 0 ? refused(...crossed) : done(question)
}

/** The kind of a body that an answer names is there with that answer: nobody else could give it. */
const factFrom = (asks: FactType, kindOf: string): { readonly fact: Fact; readonly showIf?: Expression } =>
  asks === 'lead-kind' ? { fact: asks } : { fact: { kindOf }, showIf: { question: kindOf, answered: true } }

const textOrNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

const sameWords = (typed: QuestionTyped, before: Question): boolean =>
  typed.label.trim() === before.label && typed.hint.trim() === (before.hint ?? '')

function optionsOf(typed: QuestionTyped, before: readonly Option[]): readonly Option[] {
  const kept = typed.options
    .filter(({ label }) => label.trim() !== '')
    .map(({ value, label }) => ({ ...before.find((option) => option.value === value), value, label: label.trim() }))
  const added = typed.moreOptions.split('\n').map((line) => line.trim())
  const taken = new Set([...before, ...kept].map(({ value }) => value))
  const fresh = added
    .filter((label) => label !== '')
    .map((label) => {
      const value = freeName(slug(label, 40) || 'option', taken)
      taken.add(value)
      return { value, label }
    })
  return [...kept, ...fresh]
}

/** Ids of pages and questions of a form, those inside groups too. */
export const idsOf = (form: Form): ReadonlySet<string> =>
  new Set(
    form.pages.flatMap(({ id, questions }) => [
      id,
      ...questions.flatMap((question) => [
        question.id,
        ...(question.type === 'repeating-group' ? question.questions.map((child) => child.id) : []),
      ]),
    ]),
  )

export { freeName }
