type Ends = { readonly least: string; readonly most: string; readonly label: string }

/** Puts a slider below a field for a number. Each follows the other; the field goes on being what is sent. */
export function sliderFor(field: HTMLInputElement, { least, most, label }: Ends): HTMLInputElement {
  const slider = document.createElement('input')
  slider.type = 'range'
  slider.className = 'app-slider'
  slider.min = least
  slider.max = most
  slider.step = '1'
  slider.value = field.value === '' ? least : field.value
  slider.setAttribute('aria-label', label)
  slider.addEventListener('input', () => {
    field.value = slider.value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  field.addEventListener('input', () => {
    if (slider.value !== field.value) slider.value = field.value
  })
  field.closest('.govuk-form-group')?.append(slider)
  return slider
}

/** Gives every field that has ends for one a slider. */
export function startSliders(fields: Iterable<HTMLInputElement>): void {
  for (const field of fields) {
    const { sliderLeast = '0', sliderMost = '100', sliderLabel = '' } = field.dataset
    sliderFor(field, { least: sliderLeast, most: sliderMost, label: sliderLabel })
  }
}
