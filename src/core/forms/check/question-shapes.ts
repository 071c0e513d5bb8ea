import {
  count,
  flag,
  isObject,
  type KeyShapes,
  list,
  number,
  object,
  oneOf,
  optional,
  pointer,
  type Shape,
  text,
} from '../../canonical/index.ts'
import { fileKindIds } from '../../files/index.ts'
import type {
  MoneyColumn,
  MoneyRow,
  Option,
  Question,
  QuestionOf,
  QuestionType,
  SimpleQuestion,
} from '../definition.ts'
import { day, expression } from './expression-shapes.ts'

/** Ids are parts of input names and pointers: letters, digits and `_ - . :`, as JSON keys safe from `__proto__`. */
export const id: Shape = (value, at) => {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,99}$/.test(value) || value === '__proto__') {
    return [{ at, text: 'must be an id: up to 100 letters, digits, hyphens, full stops, colons or underscores' }]
  }
  return []
}

type Base = Omit<QuestionOf<'yes-no'>, 'type'>

const base = {
  id,
  label: text,
  shortName: optional(text),
  required: optional(flag),
  showIf: optional(expression),
  hint: optional(text),
  guidance: optional(text),
  material: optional(oneOf('money', 'scope', 'partners', 'none')),
  source: optional(text),
  reconstructed: optional(flag),
} satisfies KeyShapes<Base>

const texts = {
  minWords: optional(count(1)),
  maxWords: optional(count(1)),
  min: optional(count(0)),
  max: optional(count(1)),
  autocomplete: optional(text),
}
const numbers = { min: optional(number), max: optional(number), prefix: optional(text), suffix: optional(text) }
const items = { minItems: optional(count(0)), maxItems: optional(count(1)), itemName: optional(text) }
const options = { options: list(object<Option>({ value: text, label: text, hint: optional(text) }), 1) }

const kindOfNamed = object<{ readonly kindOf: string }>({ kindOf: id })
const fact: Shape = (value, at) => (isObject(value) ? kindOfNamed(value, at) : oneOf('lead-kind')(value, at))

const column: Shape = (value, at) =>
  typeof value === 'string'
    ? text(value, at)
    : object<MoneyColumn>({
        id,
        label: text,
        type: optional(oneOf('money', 'text', 'whole-number', 'number')),
        min: optional(number),
      })(value, at)
const row = object<MoneyRow>({ id, label: text, hint: optional(text) })

type SimpleType = SimpleQuestion['type']
/** The keys that each type adds to what every question has. */
type Added<Type extends QuestionType> = KeyShapes<Omit<QuestionOf<Type>, keyof Base | 'type'>>

const simple: { readonly [Type in SimpleType]: Added<Type> } = {
  'short-text': texts,
  'long-text': texts,
  email: texts,
  phone: texts,
  url: texts,
  'whole-number': numbers,
  number: numbers,
  money: numbers,
  percentage: numbers,
  date: { min: optional(day), max: optional(day) },
  'yes-no': {},
  radios: options,
  select: { ...options, fact: optional(fact) },
  checkboxes: { ...options, min: optional(count(0)), max: optional(count(1)) },
  authority: {},
  address: {},
  file: {
    min: optional(count(0)),
    max: optional(count(1)),
    maxMegabytes: optional(count(1)),
    accept: optional(list(oneOf(...fileKindIds), 1)),
  },
  declaration: { declaration: optional(text) },
}

const lists: { readonly [Type in Exclude<QuestionType, SimpleType>]: Added<Type> } = {
  'repeating-group': { ...items, questions: list((value, at) => questionAmong(simple, value, at), 1) },
  'money-table': {
    ...items,
    columns: list(column, 1),
    rows: optional(list(row, 1)),
    min: optional(number),
    max: optional(number),
  },
}

const every = { ...simple, ...lists }

/** A question on a page: what every question has, and what its type adds. */
export const question: Shape = (value, at) => questionAmong(every, value, at)

function questionAmong(types: { readonly [type: string]: object }, value: unknown, at: string) {
  const type = isObject(value) ? value.type : undefined
  const known = oneOf(...Object.keys(types))
  if (isObject(value) && (typeof type !== 'string' || !Object.hasOwn(types, type))) {
    return type === undefined ? [{ at: pointer(at, 'type'), text: 'is missing' }] : known(type, pointer(at, 'type'))
  }
  return object<Question>({ type: known, ...base, ...types[String(type)] } as KeyShapes<Question>)(value, at)
}
