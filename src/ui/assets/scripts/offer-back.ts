import { fill, sameText, typedFields, versionOf } from './form-fields.ts'
import { clockTime, dayAndMonth } from './uk-time.ts'
import { findUnsaved, forgetUnsaved } from './unsaved.ts'

/** Gives back what was typed in this browser and never acknowledged, if the person wants it. */
export function offerBack(form: HTMLFormElement, key: string): void {
  const unsaved = findUnsaved(key)
  if (unsaved === undefined) return
  const arrived = unsaved.sent && versionOf(form) !== unsaved.version
  if (arrived || sameText(unsaved.fields, typedFields(form))) {
    forgetUnsaved(key)
    return
  }
  const keptAt = new Date(unsaved.keptAt)
  const box = document.createElement('div')
  box.className = 'govuk-inset-text'
  box.setAttribute('role', 'region')
  box.setAttribute('aria-label', 'Text that was not saved')
  const words = document.createElement('p')
  words.className = 'govuk-body'
  words.textContent = `What you wrote here at ${clockTime(keptAt)} on ${dayAndMonth(keptAt)} was not saved.`
  const buttons = document.createElement('div')
  buttons.className = 'govuk-button-group'
  buttons.append(
    button('Put it back', () => {
      box.remove()
      fill(form, unsaved.fields)
    }),
    button('Delete it', () => {
      box.remove()
      forgetUnsaved(key)
    }),
  )
  box.append(words, buttons)
  form.before(box)
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'govuk-button govuk-button--secondary'
  element.textContent = text
  element.addEventListener('click', act)
  return element
}
