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
    ...compareDefinitions(before, after).flatMap((change) => questionWords(change, { before, after, nameOf })),
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

/** A change of choices may be several. */
function questionWords(
  change: QuestionChange,
  { before, after, nameOf }: Compared,
): ChangeInWords | readonly ChangeInWords[] {
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
      return choiceChanges(change)
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

const partNames: { readonly [key: string]: readonly [one: string, many: string] } = {
  options: ['choice', 'choices'],
  columns: ['column', 'columns'],
  rows: ['row', 'rows'],
}

/** What came and what went of the choices of a question, or of the columns or rows of a table, and what is reworded. */
function choiceChanges({
  key,
  label,
  before,
  after,
}: Extract<QuestionChange, { readonly key: string }>): readonly ChangeInWords[] {
  const [one, many] = partNames[key] ?? ['choice', 'choices']
  const [was, is] = [partsOf(before), partsOf(after)]
  const gone = [...was].filter(([id]) => !is.has(id)).map(([, text]) => text)
  const fresh = [...is].filter(([id]) => !was.has(id)).map(([, text]) => text)
  const reworded = [...is].flatMap(([id, text]) => {
    const then = was.get(id)
    return then === undefined || then === text
      ? []
      : [{ text: `“${label}”: a ${one} reworded`, before: then, after: text }]
  })
  const found = [
    ...(gone.length > 0 ? [{ text: `“${label}”: ${many} taken away`, before: plainList(gone) }] : []),
    ...(fresh.length > 0 ? [{ text: `“${label}”: ${many} added`, after: plainList(fresh) }] : []),
    ...reworded,
  ]
  if (found.length > 0) return found
  const sameOrder = canonicalJson([...was.keys()]) === canonicalJson([...is.keys()])
  return [
    { text: `“${label}”: ${sameOrder ? `what is said of the ${many} changed` : `the ${many} are in another order`}` },
  ]
}

/** Labels by what they stand for. */
function partsOf(value: Json): ReadonlyMap<string, string> {
  if (!Array.isArray(value)) return new Map()
  const parts = value.map((item: Json): readonly [string, string] =>
    isObject(item) ? [String(item.value ?? item.id), String(item.label)] : [String(item), String(item)],
  )
  return new Map(parts)
}
