import { sentence } from '../../../core/text/sentence.ts'
import { type Fields, fill, sameText, shownFields, typedFields } from './form-fields.ts'
import { answeredMark } from './sent-mark.ts'
import { clockTime, dayAndMonth } from './uk-time.ts'
import { findAside, findUnsaved, forgetUnsaved, type SetAside, setAside, type Unsaved } from './unsaved.ts'

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
  let offers = 0
  for (const aside of findAside(key)) {
    const there = partOf(shown, aside.unsaved)
    if (sameText(aside.unsaved.fields, there)) {
      if (answered === undefined) forgetUnsaved(aside.id)
      continue
    }
    offers += 1
    offer(form, aside, { place: offers, words: newWords(aside.unsaved.fields, there) })
  }
}

/** Of the fields of a page, those that were kept. */
const partOf = (fields: Fields, { only }: Unsaved): Fields =>
  only === undefined ? fields : fields.filter(([name]) => only.includes(name))

/** How what was kept begins, where it says something else than the page. */
function newWords(fields: Fields, shown: Fields): string {
  const there = new Set(shown.map(([name, value]) => `${name} ${value}`))
  const text = fields
    .filter(([name, value]) => value.trim() !== '' && !there.has(`${name} ${value}`))
    .map(([, value]) => value.trim())
    .join('; ')
  return text.length > longestWords ? `${text.slice(0, longestWords).trimEnd()}…` : text
}

const longestWords = 100

function offer(
  form: HTMLFormElement,
  { id, unsaved }: SetAside,
  { place, words: begins }: { readonly place: number; readonly words: string },
): void {
  const keptAt = new Date(unsaved.keptAt)
  const box = document.createElement('div')
  box.className = 'govuk-inset-text'
  box.setAttribute('role', 'region')
  box.setAttribute('aria-label', place === 1 ? 'Text that was not saved' : `Text that was not saved, number ${place}`)
  const words = document.createElement('p')
  words.className = 'govuk-body'
  words.textContent = sentence(
    `What you wrote ${unsaved.twoTexts ? 'where two texts were shown,' : 'here'} at ${clockTime(keptAt)} on ${dayAndMonth(keptAt)} was not saved${begins === '' ? '' : `: “${begins}”`}`,
  )
  const buttons = document.createElement('div')
  buttons.className = 'govuk-button-group'
  buttons.append(
    button('Put it back', () => {
      box.remove()
      fill(form, unsaved.fields, unsaved.only)
      // From here on it is kept as what is typed is, unless the form no longer asks for all of it.
      if (sameText(unsaved.fields, partOf(typedFields(form), unsaved))) forgetUnsaved(id)
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
