import { wholePounds } from '../../../core/forms/number-words.ts'
import { changedBy, switchesAt, type WhatIfOption } from '../../../core/reviews/uncertainty/what-if.ts'
import { switchWords } from '../../../core/text/switch-words.ts'
import { sliderFor } from './slider.ts'

/**
 * Puts a slider beside the change in percent, and works the table out anew while it moves, with the functions by which the
 * server does.
 */
export function startWhatIf(form: HTMLFormElement): void {
  const options = JSON.parse(form.dataset.whatIf ?? '[]') as readonly WhatIfOption[]
  const line = form.querySelector<HTMLSelectElement>('#line')
  const percent = form.querySelector<HTMLInputElement>('#percent')
  const said = document.querySelector<HTMLElement>('[data-what-if-switches]')
  if (line === null || percent === null || said === null) return
  sliderFor(percent, { least: '-100', most: percent.dataset.most ?? '100', label: 'Change in percent' })
  const show = (): void => {
    const change = Number(percent.value)
    if (!Number.isFinite(change)) return
    for (const { id, npsv, place } of changedBy(options, line.value, change)) {
      write(`[data-what-if-after="${CSS.escape(id)}"]`, wholePounds(npsv))
      write(`[data-what-if-place="${CSS.escape(id)}"]`, String(place))
    }
    said.textContent = switchWords(switchesAt(options, line.value))
  }
  percent.addEventListener('input', show)
  line.addEventListener('change', show)
  show()
}

function write(place: string, text: string): void {
  const cell = document.querySelector(place)
  if (cell !== null && cell.textContent !== text) cell.textContent = text
}
