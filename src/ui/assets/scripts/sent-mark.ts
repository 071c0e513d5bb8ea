/**
 * How a browser knows that what it sent with a form was taken: the form carries a mark, and the server puts it into the
 * address of the page to which it then leads. A page that only answers the form carries the mark in its body.
 */

import { forgetSent } from './unsaved.ts'

const addressPart = '_saved'
const fieldName = '_sent'

/** Deletes the copy of what the server has taken, and takes the mark out of the address. */
export function acknowledgeSent(): void {
  const address = new URL(window.location.href)
  const mark = address.searchParams.get(addressPart)
  if (mark === null) return
  forgetSent(mark)
  address.searchParams.delete(addressPart)
  window.history.replaceState(window.history.state, '', address)
}

/** The mark of the form that this page answers, and may not have saved. */
export const answeredMark = (): string | undefined => document.body.dataset.answerTo

/** @returns 128 random bits. `randomUUID` is only there over HTTPS. */
export const newMark = (): string =>
  Array.from(window.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Puts the mark into a form that is about to be sent. */
export function markForm(form: HTMLFormElement, mark: string): void {
  const known = form.querySelector<HTMLInputElement>(`input[name=${fieldName}]`)
  const field = known ?? document.createElement('input')
  field.type = 'hidden'
  field.name = fieldName
  field.value = mark
  if (known === null) form.append(field)
}

/** A form on a page that answers another, such as one to choose between two texts, settles what that one sent. */
export function passMarkOn(): void {
  const mark = answeredMark()
  if (mark === undefined) return
  for (const form of document.querySelectorAll<HTMLFormElement>('main form[method=post]:not([data-autosave])'))
    markForm(form, mark)
}
