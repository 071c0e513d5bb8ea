import { button } from '../../../../ui/components/index.ts'
import type { SafeHtml } from '../../../../ui/html.ts'

/** The name of the buttons that save and then do something else than go on. */
export const actionField = 'action'

/** What such a button asks for, by the question and the place of the item. */
export const addAction = (question: string): string => `add:${question}`
export const removeAction = (question: string, index: number): string => `remove:${question}:${index}`

/** Saves the page and shows it again with one more item. */
export const addButton = (question: string, itemName: string, first: boolean): SafeHtml =>
  button({
    text: first ? `Add a ${itemName}` : `Add another ${itemName}`,
    classes: 'govuk-button--secondary',
    name: actionField,
    value: addAction(question),
  })

/** Saves the page without this item. */
export const removeButton = (question: string, index: number, title: string): SafeHtml =>
  button({
    text: `Remove ${title}`,
    classes: 'govuk-button--warning',
    name: actionField,
    value: removeAction(question, index),
  })
