import { done, type Result, refused } from '../result.ts'
import type { LetterBlock, LetterTemplate, Slot, Words } from './letter.ts'
import { fieldsFor, type LetterField, type LetterOutcome, letterFields, requiredFields } from './letter-fields.ts'

/** Marks of Markdown that a letter does not take: not every form of it could show them. */
export type UntakenMark = 'heading' | 'numbers' | 'quote' | 'table' | 'code' | 'picture' | 'html'

/** What is wrong with a template. `line` counts from 1. */
export type TemplateProblem =
  | { readonly code: 'text-missing' }
  | { readonly code: 'text-too-long'; readonly most: number }
  | { readonly code: 'field-missing'; readonly name: LetterField }
  | { readonly code: 'field-unknown'; readonly name: string; readonly line: number }
  | { readonly code: 'field-of-another-outcome'; readonly name: LetterField; readonly line: number }
  | { readonly code: 'field-not-closed' | 'bold-not-closed' | 'address-not-taken'; readonly line: number }
  | { readonly code: 'mark-not-taken'; readonly mark: UntakenMark; readonly line: number }

/** Characters of a template at the most. */
export const longestTemplate = 10_000

type Run = Words | Slot
type Style = Pick<Words, 'strong' | 'href'>

/**
 * Reads the template of a letter: paragraphs, `## headings`, `- points`, `**bold words**`, `[links](https://…)` and fields.
 * Fields are put in after this, so that what an applicant wrote is never read as a mark.
 *
 * @example readTemplate('{{outcome}}', 'award').ok // => false: it names no reference, debrief or complaint
 */
export function readTemplate(text: string, outcome: LetterOutcome): Result<LetterTemplate, TemplateProblem> {
  if (text.trim() === '') return refused<TemplateProblem>({ code: 'text-missing' })
  if (text.length > longestTemplate) return refused<TemplateProblem>({ code: 'text-too-long', most: longestTemplate })
  const problems: TemplateProblem[] = []
  const named = new Set<LetterField>()
  const template = blocksOf(text, (line, number) => runsOf(line, {}, { outcome, number, problems, named }), problems)
  for (const name of requiredFields) if (!named.has(name)) problems.push({ code: 'field-missing', name })
  return problems.length > 0 ? refused(...problems) : done(template)
}

const untaken: readonly (readonly [RegExp, UntakenMark])[] = [
  [/^#/, 'heading'],
  [/^\d{1,3}[.)]\s/, 'numbers'],
  [/^>/, 'quote'],
  [/^\|/, 'table'],
  [/^```/, 'code'],
  [/!\[/, 'picture'],
  [/<[a-z/!]/i, 'html'],
]

/** The lines of a template as blocks: a blank line ends one, and a line after another goes on with it. */
function blocksOf(
  text: string,
  runs: (line: string, number: number) => readonly Run[],
  problems: TemplateProblem[],
): LetterTemplate {
  const blocks: LetterBlock<Run>[] = []
  let open: LetterBlock<Run> | undefined
  const add = (block: LetterBlock<Run>) => {
    if (open !== undefined) blocks.pop()
    blocks.push(block)
    open = block
  }
  for (const [index, raw] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const line = raw.trim()
    const number = index + 1
    const heading = /^## +(.+)$/.exec(line)?.[1]
    const point = /^[-*] +(.+)$/.exec(line)?.[1]
    const mark = untaken.find(
      ([shape, what]) => shape.test(line) && !(what === 'heading' && heading !== undefined),
    )?.[1]
    if (mark !== undefined) problems.push({ code: 'mark-not-taken', mark, line: number })
    if (line === '') open = undefined
    else if (heading !== undefined) {
      open = undefined
      blocks.push({ kind: 'heading', runs: runs(heading, number) })
    } else if (point !== undefined) {
      const before = open?.kind === 'list' ? open.items : []
      if (open?.kind !== 'list') open = undefined
      add({ kind: 'list', items: [...before, runs(point, number)] })
    } else add(longer(open, runs(line, number)))
  }
  return blocks
}

/** What is open with one more line. */
function longer(open: LetterBlock<Run> | undefined, line: readonly Run[]): LetterBlock<Run> {
  const space = { text: ' ' }
  if (open === undefined) return { kind: 'paragraph', runs: line }
  if (open.kind !== 'list') return { ...open, runs: [...open.runs, space, ...line] }
  return { kind: 'list', items: [...open.items.slice(0, -1), [...(open.items.at(-1) ?? []), space, ...line]] }
}

type Reading = {
  readonly outcome: LetterOutcome
  readonly number: number
  readonly problems: TemplateProblem[]
  readonly named: Set<LetterField>
}

const marks = /\{\{(?<field>[^{}]*)\}\}|\*\*(?<strong>\S|\S.*?\S)\*\*|\[(?<words>[^\]]+)\]\((?<address>[^()\s]*)\)/g

function runsOf(text: string, style: Style, reading: Reading): readonly Run[] {
  const { number: line, problems } = reading
  const runs: Run[] = []
  let from = 0
  const plain = (words: string) => {
    if (/\{\{|\}\}/.test(words)) problems.push({ code: 'field-not-closed', line })
    if (words.includes('**')) problems.push({ code: 'bold-not-closed', line })
    if (words.includes('](')) problems.push({ code: 'address-not-taken', line })
    if (words !== '') runs.push({ ...style, text: words })
  }
  for (const match of text.matchAll(marks)) {
    plain(text.slice(from, match.index))
    from = match.index + match[0].length
    const { field, strong, words, address = '' } = match.groups ?? {}
    if (field !== undefined) runs.push(...slotOf(field.trim(), style, reading))
    else if (strong !== undefined) runs.push(...runsOf(strong, { ...style, strong: true }, reading))
    else if (words !== undefined) {
      if (!isTaken(address)) problems.push({ code: 'address-not-taken', line })
      runs.push(...runsOf(words, { ...style, href: address }, reading))
    }
  }
  plain(text.slice(from))
  return runs
}

/** Where a link of a letter may lead: it is read in an email and on paper too. */
const isTaken = (address: string): boolean => /^(?:https:\/\/[^/\s]+\.|mailto:[^@\s]+@)[^\s]+$/i.test(address)

function slotOf(name: string, style: Style, { outcome, number: line, problems, named }: Reading): readonly Slot[] {
  const field = letterFields.find((each) => each === name.toLowerCase())
  if (field === undefined) problems.push({ code: 'field-unknown', name, line })
  else if (!fieldsFor(outcome).includes(field)) problems.push({ code: 'field-of-another-outcome', name: field, line })
  else {
    named.add(field)
    return [{ ...style, field }]
  }
  return []
}
