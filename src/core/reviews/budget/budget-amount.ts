import { typedNumber } from '../../forms/index.ts'

/**
 * An amount as budgets have it: below nothing with a sign before or behind it, or in brackets; nothing as a dash or a blank.
 *
 * @returns undefined where it is none; to the penny otherwise
 * @example budgetAmount('(1,250)') // => -1250
 */
export function budgetAmount(text: string, thousands: boolean): number | undefined {
  const bare = text.replaceAll(/\s/g, '')
  if (bare === '' || /^[-–—−]$/.test(bare)) return 0
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1]
  const behind = /^([^-−–]*)[-−–]$/.exec(bare)?.[1]
  const size = typedNumber(inBrackets ?? behind ?? bare)
  if (size === undefined || (inBrackets ?? behind ?? '').startsWith('-')) return undefined
  const signed = inBrackets === undefined && behind === undefined ? size : -size
  return Math.round(signed * (thousands ? 100_000 : 100)) / 100 || 0
}
