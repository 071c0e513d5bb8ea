import type { FrozenApplication, FrozenQuestion } from '../forms/index.ts'

/** What stands where a name stood. */
export const HIDDEN_NAME = '[applicant]'

/**
 * The answers to some questions without the names of who applies, as far as they are written out. What a text tells of them
 * in other words stays, and files are not opened: the guidance of a round that hides names asks applicants to leave them out.
 *
 * @param names of the lead, whoever stands in for it and the partners, the long and the short ones
 */
export function hideNames(pages: FrozenApplication['pages'], names: readonly string[]): FrozenApplication['pages'] {
  const known = [...new Set(names.filter((name) => name.trim().length > 2))].sort(
    (one, other) => other.length - one.length,
  )
  if (known.length === 0) return pages
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const hide = (text: string): string => text.replaceAll(pattern, HIDDEN_NAME)
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

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
