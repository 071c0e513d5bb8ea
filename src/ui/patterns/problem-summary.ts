import { errorSummary } from '../components/index.ts'
import { nothing, type SafeHtml } from '../html.ts'

/** Something wrong, and where on the page it can be put right. */
type Problem = { readonly text: string; readonly href?: string | undefined }

/** What is wrong with what was posted, on top of a page; nothing where nothing is. */
export const problemSummary = (problems: readonly Problem[]): SafeHtml =>
  problems.length === 0
    ? nothing
    : errorSummary({
        titleText: 'There is a problem',
        errorList: problems.map(({ text, href }) => ({ text, ...(href !== undefined && { href }) })),
      })

/** What people read of a problem, with the field that it is about. */
export type FieldText = { readonly text: string; readonly field: string; readonly href: string }

/** A problem with a field whose input has its name as id. @example fieldText('title', 'Enter a title') */
export const fieldText = (field: string, text: string): FieldText => ({ field, text, href: `#${field}` })

/** What is said beside a field of what is wrong with it, for its component; undefined where nothing is. */
export const errorAt = (
  errors: readonly { readonly text: string; readonly field: string }[],
  field: string,
): { readonly text: string } | undefined => {
  const text = errors.find((error) => error.field === field)?.text
  return text === undefined ? undefined : { text }
}
