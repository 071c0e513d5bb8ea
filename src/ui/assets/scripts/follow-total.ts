import { exactSum } from '../../../core/forms/exact-sum.ts'
import { moneyWords } from '../../../core/forms/number-words.ts'
import { typedNumber } from '../../../core/forms/types/typed-number.ts'

/** Keeps the total below a table of amounts what its amounts add up to while they are typed. */
export function followTotal(table: HTMLElement): void {
  const said = table.querySelector<HTMLElement>('[data-total]')
  if (said === null) return
  const show = (): void => {
    const words = totalWords(
      [...table.querySelectorAll<HTMLInputElement>('input[data-adds]')].map(({ value }) => value),
    )
    if (said.textContent !== words) said.textContent = words
  }
  table.addEventListener('input', show)
  // Browsers put back what was typed before, and say nothing of it.
  window.addEventListener('pageshow', show)
  show()
}

function totalWords(typed: readonly string[]): string {
  const written = typed.filter((text) => text.trim() !== '')
  const amounts = written.flatMap((text) => typedNumber(text) ?? [])
  if (written.length === 0) return 'Total: no amounts yet'
  const total = moneyWords(exactSum(amounts))
  return amounts.length < written.length ? `Total without what is not an amount: ${total}` : `Total: ${total}`
}
