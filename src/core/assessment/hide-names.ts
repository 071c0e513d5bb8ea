import type { FrozenApplication, FrozenQuestion } from '../forms/index.ts'
import { literalPattern } from '../text/literal-pattern.ts'

/** What stands where a name stood. */
export const HIDDEN_NAME = '[applicant]'

/**
 * The answers to some questions without the names of who applies, as far as they are written out. What a text tells of them
 * in other words stays, and files are not opened: the guidance of a round that hides names asks applicants to leave them out.
 *
 * @param names of the lead, whoever stands in for it and the partners, the long and the short ones
 */
export function hideNames(pages: FrozenApplication['pages'], names: readonly string[]): FrozenApplication['pages'] {
  const hide = nameHider(names)
  const question = (one: FrozenQuestion): FrozenQuestion => ({
    ...one,
    shown: one.type === 'authority' ? one.shown.map(() => HIDDEN_NAME) : one.shown.map(hide),
    ...(one.items && {
      items: one.items.map((item) => ({ title: hide(item.title), questions: item.questions.map(question) })),
    }),
    ...(one.table && {
      table: {
        columns: one.table.columns,
        rows: one.table.rows.map(({ name, cells }) => ({ name: hide(name), cells: cells.map(hide) })),
      },
    }),
  })
  return pages.map((page) => ({ ...page, questions: page.questions.map(question) }))
}

/**
 * What puts something else in the place of these names in a text, whatever case they are written in; a longer one goes
 * before one that it begins with, and names of one or two letters are left.
 *
 * @example nameHider(['Leeds'])('What leeds does') // => 'What [applicant] does'
 */
export function nameHider(names: readonly string[], instead: string = HIDDEN_NAME): (text: string) => string {
  const known = [...new Set(names.filter((name) => name.trim().length > 2))].sort(
    (one, other) => other.length - one.length,
  )
  if (known.length === 0) return (text) => text
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.map(literalPattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => text.replaceAll(pattern, () => instead)
}
