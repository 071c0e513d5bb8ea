import accessibleAutocomplete from 'accessible-autocomplete'
import { listWords } from './list-words.ts'

/**
 * Turns long lists into boxes that narrow the list while a person types. The select stays in the form, out of sight,
 * and is what is sent.
 */
export function enhanceSelects(selects: Iterable<HTMLSelectElement>): void {
  for (const select of selects) {
    const describedBy = select.getAttribute('aria-describedby')
    const { id } = select
    accessibleAutocomplete.enhanceSelectElement({
      selectElement: select,
      defaultValue: select.value === '' ? '' : (select.selectedOptions[0]?.text ?? ''),
      preserveNullOptions: true,
      showAllValues: true,
      confirmOnBlur: false,
      tNoResults: () => 'Nothing found. Check the spelling.',
      ...(isTranslated ? listWords : {}),
    })
    const box = document.getElementById(id)
    if (box === null) continue
    if (describedBy !== null)
      box.setAttribute('aria-describedby', `${describedBy} ${box.getAttribute('aria-describedby') ?? ''}`.trim())
    keepInStep(box, select)
  }
}

/** What is typed in full without choosing it from the menu counts; what is cleared or not in the list chooses nothing. */
function keepInStep(box: HTMLElement, select: HTMLSelectElement): void {
  if (!(box instanceof HTMLInputElement)) return
  box.addEventListener('blur', () => {
    const typed = box.value.trim().toLowerCase()
    const match = [...select.options].find((option) => option.text.trim().toLowerCase() === typed)
    select.value = match?.value ?? ''
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}
