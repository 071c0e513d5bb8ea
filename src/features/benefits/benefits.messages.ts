import { type OverlapReason, type ReturnState, singularUnit } from '../../core/benefits/index.ts'
import { numberWords, wholePounds } from '../../core/forms/index.ts'

/** A value of a benefit in words: whole pounds, or a number in its unit. */
export const valueWords = (
  { isMoney, unit }: { readonly isMoney: boolean; readonly unit: string },
  value: number,
): string => {
  if (isMoney) return wholePounds(value)
  const rounded = Math.round(value * 100) / 100
  return `${numberWords(rounded)} ${Math.abs(rounded) === 1 ? singularUnit(unit) : unit}`
}

/** From one value to another, with the unit once. @example fromTo({ isMoney: false, unit: 'days' }, 8.5, 9) // => '8.5 to 9 days' */
export const fromTo = (of: { readonly isMoney: boolean; readonly unit: string }, low: number, high: number): string => {
  const first = of.isMoney ? wholePounds(low) : numberWords(Math.round(low * 100) / 100)
  return `${first} to ${valueWords(of, high)}`
}

/** A value in words, or that there is none. */
export const valueOrNone = (
  of: { readonly isMoney: boolean; readonly unit: string },
  value: number | undefined,
): string => (value === undefined ? 'None yet' : valueWords(of, value))

/** A share in words. @example percentWords(0.805) // => '81%' */
export const percentWords = (share: number): string => `${Math.round(share * 100)}%`

/** Why two benefits may be one, after “… and …:”. */
export const overlapWords: Readonly<Record<OverlapReason, string>> = {
  marked: 'the register says that they overlap',
  'same-line': 'both come out of the same budget',
  'cashed-and-avoided': 'one cuts the budget that the other says is not spent',
  'same-measure': 'both are measured by the same thing',
}

/** How far a return is. */
export const returnStateWords: Readonly<Record<ReturnState, { readonly text: string; readonly classes: string }>> = {
  waiting: { text: 'Not due yet', classes: 'govuk-tag--grey' },
  due: { text: 'Due', classes: 'govuk-tag--yellow' },
  overdue: { text: 'Overdue', classes: 'govuk-tag--red' },
  frozen: { text: 'Waits for finance', classes: 'govuk-tag--purple' },
  confirmed: { text: 'To be sent', classes: 'govuk-tag--yellow' },
  sent: { text: 'Sent', classes: 'govuk-tag--blue' },
  questioned: { text: 'Question asked back', classes: 'govuk-tag--orange' },
  'sent-back': { text: 'Sent back', classes: 'govuk-tag--orange' },
  accepted: { text: 'Accepted', classes: 'govuk-tag--green' },
  published: { text: 'Published', classes: 'govuk-tag--green' },
}
