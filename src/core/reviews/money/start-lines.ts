import { type Answers, answerOf } from '../../forms/index.ts'
import { entriesOf, plainName } from '../../sheets/index.ts'
import { optionsOf } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'

/** A line that an option might have: all that its page asks for, but perhaps the amounts. */
export type StartingLine = {
  /** The same each time it is asked for, as long as what it is taken from stays. */
  readonly key: string
  readonly content: Answers
  /** Whether the option has a line of that title already. */
  readonly there: boolean
}

/** From where lines are taken: what the way of delivery usually has, or another option. */
export type LineSource = 'usual' | (string & {})

/** The lines of an option, in their order. */
export const entriesOfOption = (record: ReviewRecord, option: string) =>
  entriesOf(record, 'lines').filter(({ content }) => answerOf(content, 'option') === option)

/**
 * Lines with which an option could begin: those that its way of delivery usually has, without amounts, or those of another
 * option with theirs.
 *
 * @returns none where the option or the source is not on the longlist
 */
export function startingLines(record: ReviewRecord, option: string, from: LineSource): readonly StartingLine[] {
  const there = new Set(entriesOfOption(record, option).map(({ content }) => titleIn(content)))
  const lines = from === 'usual' ? usualLines(record, option) : copiedLines(record, option, from)
  return lines.map((line) => ({ ...line, there: there.has(titleIn(line.content)) }))
}

const titleIn = (content: Answers): string => plainName(answerOf(content, 'title'))

type Line = Omit<StartingLine, 'there'>

function usualLines(record: ReviewRecord, option: string): readonly Line[] {
  const found = optionsOf(record).find(({ id }) => id === option)
  return (found?.model.lines ?? []).map(({ title, kind, bearer, nature }, at) => ({
    key: `usual-${at}`,
    content: { option, title, kind, bearer, nature, basis: 'real' },
  }))
}

function copiedLines(record: ReviewRecord, option: string, from: string): readonly Line[] {
  if (from === option || !optionsOf(record).some(({ id }) => id === option)) return []
  return entriesOfOption(record, from).map(({ id, content }) => ({ key: id, content: { ...content, option } }))
}
