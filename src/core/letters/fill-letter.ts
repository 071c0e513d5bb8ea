import type { LetterBlock, LetterTemplate, Slot, Words } from './letter.ts'
import type { LetterField } from './letter-fields.ts'

/** What each field of a letter says. */
export type LetterValues = Readonly<Partial<Record<LetterField, readonly Words[]>>>

/**
 * A letter from its template: every slot is filled with its words as they are, whatever marks are in them.
 *
 * @throws {Error} for a slot that has no value: the template was read for another outcome
 */
export const fillLetter = (template: LetterTemplate, values: LetterValues): readonly LetterBlock[] =>
  template.map((block) =>
    block.kind === 'list'
      ? { ...block, items: block.items.map((runs) => filled(runs, values)) }
      : { ...block, runs: filled(block.runs, values) },
  )

function filled(runs: readonly (Words | Slot)[], values: LetterValues): readonly Words[] {
  const words = runs.flatMap((run): readonly Words[] => {
    if (!('field' in run)) return [run]
    const { field, ...style } = run
    const value = values[field]
    if (value === undefined) throw new Error(`a letter lacks its ${field}`)
    return value.map((each) => ({ ...style, ...each }))
  })
  return words.reduce<readonly Words[]>(joined, [])
}

/** Words of one look in one run. */
function joined(before: readonly Words[], next: Words): readonly Words[] {
  const last = before.at(-1)
  if (last === undefined || last.strong !== next.strong || last.href !== next.href) return [...before, next]
  return [...before.slice(0, -1), { ...last, text: last.text + next.text }]
}
