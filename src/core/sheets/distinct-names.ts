import type { Json } from '../canonical/index.ts'
import { type Answers, answerOf, nameInSentence, type Problem, type Question } from '../forms/index.ts'
import type { EntryList } from './sheet.ts'
import type { SheetEntry } from './sheet-record.ts'

/** A name as people tell it from others: capitals and blanks make no other name. @example plainName(' Parks  trust') // => 'parks trust' */
export const plainName = (name: Json | undefined): string =>
  typeof name === 'string' ? name.toLowerCase().replaceAll(/\s+/g, ' ').trim() : ''

type Listed = {
  readonly list?: Pick<EntryList, 'titledBy' | 'distinct'> | undefined
  readonly entries: readonly Pick<SheetEntry, 'id' | 'content'>[]
}

/**
 * What is wrong with the name of an entry: that another one of its list has it. An entry that had its name before keeps it,
 * so that a list in which two have one name can still be written in.
 *
 * @param entry undefined for a new one
 * @param questions those of its page
 * @example takenName({ list: { titledBy: 'a', distinct: { text: 'Taken' } }, entries: [{ id: '1', content: { a: 'X' } }] }, undefined, { a: 'x' }, []).length // => 1
 */
export function takenName(
  { list, entries }: Listed,
  entry: string | undefined,
  answers: Answers,
  questions: readonly Question[],
): readonly Problem[] {
  if (list?.distinct === undefined) return []
  const { titledBy, distinct } = list
  const naming = distinct.within === undefined ? [titledBy] : [titledBy, distinct.within]
  const nameIn = (content: Answers): string => naming.map((id) => plainName(answerOf(content, id))).join('\n')
  const name = nameIn(answers)
  const before = entries.find(({ id }) => id === entry)
  if (plainName(answerOf(answers, titledBy)) === '' || (before && nameIn(before.content) === name)) return []
  if (!entries.some(({ id, content }) => id !== entry && nameIn(content) === name)) return []
  const asked = questions.find(({ id }) => id === titledBy)
  return [
    {
      code: 'check',
      check: 'distinct',
      text: distinct.text,
      question: titledBy,
      field: titledBy,
      name: asked === undefined ? titledBy : nameInSentence(asked),
      type: asked?.type ?? 'short-text',
    },
  ]
}
