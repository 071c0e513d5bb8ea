import {
  type Answers,
  type FormPage,
  type Question,
  validateSubmission,
  whatIsVisible,
} from '../../../core/forms/index.ts'
import type { FormVersion } from '../../forms/index.ts'

/** One page of a screener with those of its questions that these answers show. */
export type ScreenerPage = {
  readonly page: FormPage
  readonly questions: readonly Question[]
  /** The page after it; undefined when the result is next. */
  readonly next: string | undefined
  /** The page before it; undefined when it is the first. */
  readonly previous: string | undefined
}

/** @returns undefined when the screener has no such page, or these answers hide it */
export function screenerPage({ definition }: FormVersion, answers: Answers, pageId: string): ScreenerPage | undefined {
  const { pages } = whatIsVisible(definition, answers)
  const index = pages.findIndex(({ page }) => page.id === pageId)
  const found = pages[index]
  return found && { ...found, next: pages[index + 1]?.page.id, previous: pages[index - 1]?.page.id }
}

/** The first page on which something is still to be answered; undefined when all is. */
export function openPage({ definition }: FormVersion, answers: Answers): string | undefined {
  const open = new Set(validateSubmission(definition, answers).map(({ question }) => question))
  const { pages } = whatIsVisible(definition, answers)
  return pages.find(({ questions }) => questions.some(({ id }) => open.has(id)))?.page.id
}
