import { placesAt, type WeightLine } from '../../../core/mcda/weight-lines.ts'
import { sliderFor } from './slider.ts'

/** By the id of a criterion: its weight in percent, and the line of each option over it. */
type Given = Readonly<Record<string, { readonly now: number; readonly lines: readonly WeightLine[] }>>

/**
 * Puts a slider beside the weight that is tried, and works totals and places out anew while it moves, with the functions by
 * which the server does. Nothing of it is kept.
 */
export function startWeightIf(form: HTMLFormElement): void {
  const given = JSON.parse(form.dataset.weightIf ?? '{}') as Given
  const criterion = form.querySelector<HTMLSelectElement>('#tried-criterion')
  const weight = form.querySelector<HTMLInputElement>('#tried-weight')
  if (criterion === null || weight === null) return
  const slider = sliderFor(weight, { least: '0', most: '100', label: 'Weight in percent' })
  const cells = [...document.querySelectorAll<HTMLElement>('[data-weight-if]')]
  const show = (): void => {
    const tried = Number(weight.value)
    const lines = given[criterion.value]?.lines
    if (lines === undefined || weight.value.trim() === '' || !(tried >= 0 && tried <= 100)) return
    const places = placesAt(lines, tried / 100)
    for (const cell of cells) {
      const placed = places[Number(cell.dataset.option)]
      if (placed === undefined) continue
      const text = cell.dataset.weightIf === 'total' ? (placed.total * 100).toFixed(1) : String(placed.place)
      if (cell.textContent !== text) cell.textContent = text
    }
  }
  weight.addEventListener('input', show)
  criterion.addEventListener('change', () => {
    weight.value = String(Math.round((given[criterion.value]?.now ?? 0) * 10) / 10)
    slider.value = weight.value
    show()
  })
  show()
}
