import type { Json } from '../../../../core/canonical/index.ts'
import { MOST_ITEMS, type MoneyTableQuestion, type RepeatingGroupQuestion } from '../../../../core/forms/index.ts'

/** A question whose answer is a list, as it stands on the page. */
export type ListContext = {
  readonly value: Json | undefined
  /** One blank item more than there are, because somebody asked for it. */
  readonly oneMore: boolean
}

/** How many items to show: those there are, at least as many as the form asks for, and one at least. */
export function itemsShown(question: RepeatingGroupQuestion | MoneyTableQuestion, list: ListContext): number {
  const there = Array.isArray(list.value) ? list.value.length : 0
  const wanted = Math.max(there + (list.oneMore ? 1 : 0), question.minItems ?? 0, 1)
  return Math.min(wanted, Math.max(question.maxItems ?? MOST_ITEMS, there))
}

/** Whether there is room for another. */
export const mayAdd = (question: RepeatingGroupQuestion | MoneyTableQuestion, shown: number): boolean =>
  shown < (question.maxItems ?? MOST_ITEMS)
