import type { Json } from '../../canonical/json.ts'
import type { Answered } from '../answers.ts'
import type { CheckboxesQuestion, Option, RadiosQuestion, SelectQuestion } from '../definition.ts'
import type { Finding } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { textFindings } from './text.ts'
import { asTyped, rawWords, typedLine } from './typed-text.ts'

const isOffered = (options: readonly Option[], value: Json): boolean => options.some((option) => option.value === value)

const labelOf = (options: readonly Option[], value: Json): string =>
  options.find((option) => option.value === value)?.label ?? rawWords(value).join()

function oneChoiceKind<Of extends RadiosQuestion | SelectQuestion>(): QuestionKind<Of> {
  return {
    codes: ['not-an-option', 'too-long', 'control-characters'],
    draft({ options }, value) {
      if (isOffered(options, value)) return []
      const long = typeof value === 'string' ? textFindings(value) : []
      return long.length > 0 ? long : [{ code: 'not-an-option' }]
    },
    submission: () => [],
    read: (_question, fields, name) => typedLine(fields.text(name)),
    show: (_question, value, name) => ({ [name]: asTyped(value) }),
    words: ({ options }, value) => [labelOf(options, value)],
  }
}

export const radiosKind = oneChoiceKind<RadiosQuestion>()
export const selectKind = oneChoiceKind<SelectQuestion>()

function listFindings({ options }: CheckboxesQuestion, value: Answered): readonly Finding[] {
  if (!Array.isArray(value)) return [{ code: 'not-a-list' }]
  const fit = value.length <= options.length && new Set(value).size === value.length
  return fit && value.every((one: Json) => isOffered(options, one)) ? [] : [{ code: 'not-an-option' }]
}

/** In the order of the options, then what is not offered, each once. */
function inOrder(options: readonly Option[], values: readonly string[]): readonly string[] {
  const offered = options.map((option) => option.value)
  const ticked = new Set(values)
  return [...offered.filter((value) => ticked.has(value)), ...[...ticked].filter((value) => !offered.includes(value))]
}

const texts = (value: Answered): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one: Json) => typeof one === 'string')

export const checkboxesKind: QuestionKind<CheckboxesQuestion> = {
  codes: ['not-a-list', 'not-an-option', 'too-few-chosen', 'too-many-chosen'],
  draft: listFindings,
  submission({ min, max }, value) {
    const chosen = Array.isArray(value) ? value.length : 0
    if (min !== undefined && chosen < min) return [{ code: 'too-few-chosen', chosen, limit: min }]
    return max !== undefined && chosen > max ? [{ code: 'too-many-chosen', chosen, limit: max }] : []
  },
  read({ options }, fields, name) {
    const ticked = fields.all(name).flatMap((text) => typedLine(text) ?? [])
    return ticked.length > 0 ? inOrder(options, ticked) : undefined
  },
  show: (_question, value, name) => ({ [name]: texts(value) }),
  words: ({ options }, value) =>
    Array.isArray(value) ? inOrder(options, texts(value)).map((one) => labelOf(options, one)) : rawWords(value),
}
