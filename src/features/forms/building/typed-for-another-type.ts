import { isList, isNumber, limitsOf } from '../build-parts.ts'
import { hasOptions, hasWordLimit } from '../build-question.ts'
import type { LimitName, QuestionTyped } from '../question-typed.ts'

/** Something typed, by the name of the field it was typed into. */
export type LeftOver = { readonly name: string; readonly text: string }

const limitNames: { readonly [Name in LimitName]: string } = {
  minWords: 'Fewest words',
  min: 'Least',
  max: 'Most',
  minItems: 'Fewest entries',
  maxItems: 'Most entries',
  maxMegabytes: 'Largest size of each file',
}

/**
 * What was typed into fields that a question of this type does not have: somebody else put a question of another type in
 * its place while the page was open, and none of it may be lost.
 *
 * @example typedForAnotherType({ ...blankQuestion, type: 'radios', moreOptions: 'Yes\nNo' }, 'date')
 * // => [{ name: 'Options', text: 'Yes\nNo' }]
 */
export function typedForAnotherType(typed: QuestionTyped, type: string): readonly LeftOver[] {
  if (typed.type === '' || typed.type === type) return []
  const limits = limitsOf(type)
  const labels = (items: readonly { readonly label: string }[], more: string) =>
    [...items.map(({ label }) => label), more].filter((text) => text.trim() !== '').join('\n')
  const table = type === 'money-table'
  const left = [
    [hasWordLimit(type), 'Most words', typed.maxWords],
    [hasOptions(type), 'Options', labels(typed.options, typed.moreOptions)],
    [table, 'Columns', labels(typed.columns, typed.moreColumns)],
    [table, 'Rows', labels(typed.rows, typed.moreRows)],
    [false, 'First question of the group', typed.firstQuestion],
    [isList(type), 'What one entry is called', typed.itemName ?? ''],
    [type === 'declaration', 'What is agreed to', typed.declaration],
    [isNumber(type), 'Shown before the number', typed.prefix ?? ''],
    [isNumber(type), 'Shown after the number', typed.suffix ?? ''],
    ...(Object.keys(limitNames) as LimitName[]).map(
      (name) => [limits.includes(name), limitNames[name], typed.limits[name] ?? ''] as const,
    ),
  ] as const
  return left.filter(([kept, , text]) => !kept && text.trim() !== '').map(([, name, text]) => ({ name, text }))
}
