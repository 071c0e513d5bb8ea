import { fill, sameText, shownFields, typedFields } from './form-fields.ts'
import { answeredMark } from './sent-mark.ts'
import { clockTime, dayAndMonth } from './uk-time.ts'
import { findAside, findUnsaved, forgetUnsaved, type SetAside, setAside } from './unsaved.ts'

/**
 * Gives back what was typed in this browser and never acknowledged, if the person wants it. Only what the page shows as
 * saved is forgotten by itself: an offer too many does no harm.
 */
export function offerBack(form: HTMLFormElement, key: string): void {
  const answered = answeredMark()
  const unsaved = findUnsaved(key)
  const onThisPage = unsaved?.sent !== undefined && unsaved.sent === answered
  if (unsaved !== undefined && !onThisPage) setAside(key, unsaved)
  const shown = shownFields(form)
  for (const aside of findAside(key)) {
    if (!sameText(aside.unsaved.fields, shown)) offer(form, aside)
    else if (answered === undefined) forgetUnsaved(aside.id)
  }
}

function offer(form: HTMLFormElement, { id, unsaved }: SetAside): void {
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
      // From here on it is kept as what is typed is, unless the form no longer asks for all of it.
      if (sameText(unsaved.fields, typedFields(form))) forgetUnsaved(id)
    }),
    button('Delete it', () => {
      box.remove()
      forgetUnsaved(id)
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
