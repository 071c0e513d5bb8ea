import { errorSummary } from '../../../ui/components/index.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import type { ProblemWords } from '../guidance.messages.ts'

/** Everything that is wrong, each with a link to its question; nothing when nothing is. */
export const problemSummary = (list: readonly ProblemWords[]): SafeHtml | undefined =>
  list.length === 0
    ? undefined
    : errorSummary({ titleText: 'There is a problem', errorList: list.map(({ text, href }) => ({ text, href })) })
