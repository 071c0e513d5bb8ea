import { canonicalJson, isObject, type Json } from '../../core/canonical/index.ts'
import {
  compareDefinitions,
  describeExpression,
  type Expression,
  type Form,
  type NameOf,
  numberWords,
  type QuestionChange,
  type QuestionType,
} from '../../core/forms/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { typeWords } from './forms.messages.ts'

/** One change in words. `before` and `after` are texts to set beside each other, where the words themselves changed. */
export type ChangeInWords = { readonly text: string; readonly before?: string; readonly after?: string }

/**
 * What changed between two versions of a form, in words: its title and guidance, its pages and sections, its questions,
 * eligibility rules and checks.
 *
 * @param nameOf what the authorities are called that conditions name
 * @returns empty when applicants would see and be held to the same
 */
export function describeChanges(before: Form, after: Form, nameOf?: NameOf): readonly ChangeInWords[] {
  return [
    ...textChange('The title', before.title, after.title),
    ...textChange('The guidance before the first page', before.guidance, after.guidance),
    ...pageChanges(before, after),
    ...compareDefinitions(before, after).map((change) => questionWords(change, { before, after, nameOf })),
    ...namedChanges('Eligibility rule', before.rules, after.rules, ({ clause, text }) => `${clause}: ${text}`),
    ...namedChanges('Check', before.checks, after.checks, ({ text }) => text),
  ]
}

function textChange(what: string, before = '', after = ''): readonly ChangeInWords[] {
  if (before === after) return []
  if (before === '') return [{ text: `${what} is new`, after }]
  return after === '' ? [{ text: `${what} was removed`, before }] : [{ text: `${what} was reworded`, before, after }]
}

function pageChanges(before: Form, after: Form): readonly ChangeInWords[] {
  const old = new Map(before.pages.map((page) => [page.id, page]))
  const kept = new Set(after.pages.map(({ id }) => id))
  const order = (form: Form, others: { has(id: string): boolean }) =>
    form.pages.map(({ id }) => id).filter((id) => others.has(id))
  const moved = canonicalJson(order(before, kept)) !== canonicalJson(order(after, old))
  // Pages that are only in one of the two say themselves that they came or went.
  const sections = ({ sections = [] }: Form) =>
    canonicalJson(
      sections
        .map(({ title, pages }) => [title, ...pages.filter((id) => kept.has(id) && old.has(id))])
        .filter(({ length }) => length > 1),
    )
  return [
    ...after.pages.flatMap((page) => {
      const was = old.get(page.id)
      if (was === undefined) return [{ text: `The page “${page.title}” is new` }]
      return [
        ...textChange(`The title of the page “${was.title}”`, was.title, page.title),
        ...textChange(`The guidance of the page “${page.title}”`, was.guidance, page.guidance),
      ]
    }),
    ...before.pages.filter(({ id }) => !kept.has(id)).map(({ title }) => ({ text: `The page “${title}” was removed` })),
    ...(moved ? [{ text: `The pages are in another order: ${after.pages.map(({ title }) => title).join(', ')}` }] : []),
    ...(sections(before) === sections(after) ? [] : [{ text: 'The pages are grouped in another way' }]),
  ]
}

type Named = { readonly id: string }

function namedChanges<Item extends Named>(
  what: string,
  before: readonly Item[] = [],
  after: readonly Item[] = [],
  words: (item: Item) => string,
): readonly ChangeInWords[] {
  const old = new Map(before.map((item) => [item.id, item]))
  const kept = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((item): readonly ChangeInWords[] => {
      const was = old.get(item.id)
      if (was === undefined) return [{ text: `${what} added`, after: words(item) }]
      if (canonicalJson(was as unknown as Json) === canonicalJson(item as unknown as Json)) return []
      const [then, now] = [words(was), words(item)]
      return [
        then === now
          ? { text: `${what} applies in other cases: ${now}` }
          : { text: `${what} changed`, before: then, after: now },
      ]
    }),
    ...before.filter(({ id }) => !kept.has(id)).map((item) => ({ text: `${what} removed`, before: words(item) })),
  ]
}

const keyWords: { readonly [key: string]: string } = {
  label: 'Question',
  hint: 'Hint',
  guidance: 'Help',
  declaration: 'Text of the declaration',
  shortName: 'Short name',
}

const otherWords: { readonly [key: string]: string } = {
  material: 'to a sign-off its answer is',
  maxMegabytes: 'largest size of a file in megabytes',
  accept: 'kinds of files',
}

const limitWords: { readonly [key: string]: string } = {
  minWords: 'words at least',
  maxWords: 'words at most',
  min: 'least',
  max: 'most',
  minItems: 'entries at least',
  maxItems: 'entries at most',
}

type Compared = { readonly before: Form; readonly after: Form; readonly nameOf: NameOf | undefined }

function questionWords(change: QuestionChange, { before, after, nameOf }: Compared): ChangeInWords {
  const name = `“${change.label}”`
  switch (change.kind) {
    case 'added':
      return { text: `Added: ${name}` }
    case 'removed':
      return { text: `Removed: ${name}` }
    case 'moved':
      return { text: `Moved: ${name}` }
    case 'required':
      return { text: `${name} ${change.after === true ? 'must now be answered' : 'need no longer be answered'}` }
    case 'limits':
      return {
        text: `${name}: ${limitWords[change.key] ?? change.key} ${limit(change.after)}, was ${limit(change.before)}`,
      }
    case 'type':
      return { text: `${name} is answered in another way: ${typeOf(change.after)}, was ${typeOf(change.before)}` }
    case 'condition':
      return {
        text: `${name} is asked in other cases`,
        before: conditionWords(before, change.before, nameOf),
        after: conditionWords(after, change.after, nameOf),
      }
    case 'options':
      return { text: `${name}: the choices changed`, before: labels(change.before), after: labels(change.after) }
    case 'reworded':
      return rewording(`${keyWords[change.key] ?? change.key} reworded: ${name}`, change.before, change.after)
    case 'other':
      return {
        text: `${name}: ${otherWords[change.key] ?? change.key} ${limit(change.after)}, was ${limit(change.before)}`,
      }
  }
}

const rewording = (text: string, before: Json, after: Json): ChangeInWords => ({
  text,
  ...(typeof before === 'string' && { before }),
  ...(typeof after === 'string' && { after }),
})

const typeOf = (value: Json): string => (typeWords[value as QuestionType] ?? String(value)).toLowerCase()

function limit(value: Json): string {
  if (value === null) return 'not set'
  if (Array.isArray(value) && value.every((item: Json) => typeof item === 'string')) return plainList(value)
  return typeof value === 'number' ? numberWords(value) : typeof value === 'string' ? value : canonicalJson(value)
}

const conditionWords = (form: Form, value: Json, nameOf: NameOf | undefined): string =>
  value === null ? 'Always' : `Only if ${describeExpression(form, value as unknown as Expression, nameOf)}`

function labels(value: Json): string {
  if (!Array.isArray(value)) return 'None'
  return plainList(value.map((item) => (isObject(item) ? String(item.label) : String(item))))
}
