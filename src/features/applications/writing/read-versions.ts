import type { FormPage, Question } from '../../../core/forms/index.ts'

/** How a question that was not on the page is marked. */
const notShown = 'x'

/**
 * The version of each answer on a page as its form carries it: in the order of the questions, so a page of one question
 * carries that answer's version itself. Those that were not shown are marked, since a browser sends nothing for boxes
 * left unticked either.
 *
 * @example writeVersions(page, new Map([['drivers', 3]])) // => '3'
 */
export const writeVersions = (page: FormPage, versions: ReadonlyMap<string, number>): string =>
  page.questions.map(({ id }) => versions.get(id) ?? notShown).join('-')

/**
 * The versions that somebody had seen, by question: which questions were on the page is known from it too.
 *
 * @returns undefined when the text was not written for this page
 */
export function readVersions(page: FormPage, text: string): ReadonlyMap<string, number> | undefined {
  const parts = text.split('-')
  if (parts.length !== page.questions.length || !parts.every((part) => /^(?:x|\d{1,9})$/.test(part))) return undefined
  const pairs = page.questions.map(({ id }: Question, index) => [id, parts[index] ?? notShown] as const)
  return new Map(pairs.filter(([, part]) => part !== notShown).map(([id, part]) => [id, Number(part)]))
}
