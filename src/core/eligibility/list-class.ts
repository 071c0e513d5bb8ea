import type { Json, JsonObject } from '../canonical/json.ts'
import type { Answers } from '../forms/answers.ts'
import type { Form, RepeatingGroupQuestion, SimpleQuestion } from '../forms/definition.ts'
import { holds } from '../forms/expression.ts'
import type { Expression, ItemsExpression, ItemTest } from '../forms/expression-shape.ts'
import { MOST_ITEMS } from '../forms/limits.ts'
import { visibleInItem, whatIsVisible } from '../forms/visibility.ts'
import { plainList } from '../text/plain-list.ts'
import { type AnswerClass, answerClasses, leaves } from './answer-class.ts'

/** Entries that nothing which is asked of them tells apart: one of them, and which of the tests it meets. */
type Entry = { readonly item: JsonObject; readonly words: string; readonly meets: readonly boolean[] }

/** All that a rule can know of a list: how many entries meet each test, up to where more make no difference, and whether all do. */
type Tally = {
  readonly meet: readonly number[]
  readonly missed: readonly boolean[]
  readonly entries: readonly Entry[]
}

type Listed = { readonly form: Form; readonly expressions: readonly Expression[]; readonly answers: Answers }

/**
 * The classes of the answers to a list, of every number of entries that it may have. What is asked of it is of how many entries
 * a test holds; so lists that are counted alike, up to one more than any rule asks for, are one, and longer ones tell nothing
 * new. A list that may be left empty has that as its last class.
 *
 * @param listed everything that reads the list, and the answers before it: they may decide what an entry is asked
 * @param most counts to go through before giving up
 * @returns undefined when there are more
 */
export function listClasses(
  list: RepeatingGroupQuestion,
  listed: Listed,
  most: number,
): readonly AnswerClass[] | undefined {
  const tests = listed.expressions.flatMap(leaves).filter((leaf) => readsList(leaf, list.id))
  const wheres = distinct(tests.flatMap((leaf) => ('items' in leaf ? [leaf.where] : [])))
  const entries = entriesOf(list, listed, wheres, most)
  const tallies = entries && talliesOf(list, entries, wheres.map(highest(tests)), most)
  if (tallies === undefined) return undefined
  const classes = new Map<string, readonly Entry[]>()
  for (const { entries: there } of tallies) {
    const told = whatIsTold(list, there, listed, tests)
    if (!classes.has(told)) classes.set(told, there)
  }
  const answered = [...classes.values()].map((there) => classOf(there, classes.size === 1))
  return list.required === true ? answered : [...answered, { values: [undefined], words: 'no entries' }]
}

const readsList = (leaf: Expression, id: string): boolean =>
  ('items' in leaf && leaf.items === id) || ('question' in leaf && leaf.question === id)

const distinct = (wheres: readonly ItemTest[]): readonly ItemTest[] => [
  ...new Map(wheres.map((where) => [JSON.stringify(where), where])).values(),
]

/** One more than the highest number of entries that is asked for: of more of them nothing else holds. */
const highest =
  (tests: readonly Expression[]) =>
  (where: ItemTest): number => {
    const asked = tests.filter((test): test is ItemsExpression => 'items' in test).filter(sameWhere(where))
    const numbers = asked.flatMap((test) => Object.values(test).filter((part) => typeof part === 'number'))
    return Math.max(0, ...numbers.map(Math.ceil)) + 1
  }

const sameWhere = (where: ItemTest) => (test: ItemsExpression) => JSON.stringify(test.where) === JSON.stringify(where)

type Part = { readonly item: JsonObject; readonly words: readonly string[] }

/** Every entry that can be told apart, in the order of its questions; undefined when there are too many. */
function entriesOf(
  list: RepeatingGroupQuestion,
  listed: Listed,
  wheres: readonly ItemTest[],
  most: number,
): readonly Entry[] | undefined {
  const outer = whatIsVisible(listed.form, listed.answers).reading
  let parts: readonly Part[] = [{ item: {}, words: [] }]
  for (const child of list.questions) {
    const classes = answerClasses(child, listed.expressions)
    parts = parts.flatMap((part) =>
      visibleInItem(list, part.item, outer).includes(child)
        ? classes.map((one) => withAnswer(part, child, one))
        : [part],
    )
    if (parts.length > most) return undefined
  }
  const found = new Map<string, Entry>()
  // Whoever answers nothing of an entry has not made one.
  for (const { item, words } of parts.filter((part) => Object.keys(part.item).length > 0)) {
    const [reading] = readingOf(list, [item], listed).items(list.id)
    const meets = wheres.map((where) => reading !== undefined && holds(where, reading))
    if (!found.has(meets.join())) found.set(meets.join(), { item, words: words.join(', '), meets })
  }
  return [...found.values()]
}

const withAnswer = (
  { item, words }: Part,
  { id, label }: SimpleQuestion,
  { values, words: answer }: AnswerClass,
): Part => {
  const [value] = values
  return { item: value === undefined ? item : { ...item, [id]: value }, words: [...words, `“${label}” ${answer}`] }
}

/** Every count that lists of entries can come to, with the shortest list of each; undefined when there are too many. */
function talliesOf(
  { minItems = 1, maxItems = MOST_ITEMS }: RepeatingGroupQuestion,
  entries: readonly Entry[],
  most: readonly number[],
  mostTallies: number,
): readonly Tally[] | undefined {
  const found = new Map<string, Tally>()
  let level: ReadonlyMap<string, Tally> = tallied([
    { meet: most.map(() => 0), missed: most.map(() => false), entries: [] },
  ])
  for (let length = 1; length <= Math.min(maxItems, MOST_ITEMS); length += 1) {
    const next = tallied([...level.values()].flatMap((tally) => entries.map((entry) => withEntry(tally, entry, most))))
    if (next.size > mostTallies) return undefined
    if (length >= minItems) for (const [key, tally] of next) if (!found.has(key)) found.set(key, tally)
    // Every list that is longer by one counts as one of these does, and so on.
    if (length >= minItems && next.size === level.size && [...next.keys()].every((key) => level.has(key))) break
    level = next
  }
  return [...found.values()]
}

const tallied = (tallies: readonly Tally[]): ReadonlyMap<string, Tally> => {
  const found = new Map<string, Tally>()
  for (const tally of tallies) {
    const key = JSON.stringify([tally.meet, tally.missed])
    if (!found.has(key)) found.set(key, tally)
  }
  return found
}

const withEntry = ({ meet, missed, entries }: Tally, entry: Entry, most: readonly number[]): Tally => ({
  meet: meet.map((count, index) => Math.min(count + (entry.meets[index] ? 1 : 0), most[index] ?? 0)),
  missed: missed.map((one, index) => one || !entry.meets[index]),
  entries: [...entries, entry],
})

const readingOf = (list: RepeatingGroupQuestion, items: readonly Json[], { form, answers }: Listed) =>
  whatIsVisible(form, { ...answers, [list.id]: items }).reading

/** Which of the tests hold of a list, as the engine itself says. */
function whatIsTold(
  list: RepeatingGroupQuestion,
  entries: readonly Entry[],
  listed: Listed,
  tests: readonly Expression[],
): string {
  const reading = readingOf(
    list,
    entries.map(({ item }) => item),
    listed,
  )
  return tests.map((test) => (holds(test, reading) ? '1' : '0')).join('')
}

function classOf(entries: readonly Entry[], isOnly: boolean): AnswerClass {
  const items = entries.map(({ item }) => item)
  if (isOnly) return { values: [items], words: 'any entries' }
  const kinds = [...new Set(entries)].map((entry) => ({ entry, count: entries.filter((one) => one === entry).length }))
  const words = kinds.map(({ entry, count }) => `${count} ${count === 1 ? 'entry' : 'entries'} (${entry.words})`)
  return { values: [items], words: `such as ${plainList(words)}` }
}
