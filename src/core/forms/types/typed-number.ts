import type { Json } from '../../canonical/json.ts'
import { decimalsOf } from '../exact-sum.ts'

/** More digits than this cannot be kept exactly. */
const MOST_DIGITS = 15

/**
 * A number as people type it: commas between thousands, a pound sign in front, a per cent sign behind.
 *
 * @returns undefined when it is not a number or has too many digits to be kept exactly
 * @example typedNumber('£1,234.56') // => 1234.56
 * @example typedNumber('12.5%') // => 12.5
 * @example typedNumber('1,23') // => undefined
 */
export function typedNumber(text: string): number | undefined {
  const bare = text
    .replaceAll(/\s+/g, '')
    .replace(/^[−–]/, '-')
    .replace(/^([+-]?)£/, '$1')
    .replace(/%$/, '')
  const plain = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : undefined
  if (plain === undefined || plain.replaceAll(/^[+-]?0*|\./g, '').length > MOST_DIGITS) return undefined
  return Number(plain) || 0
}

/** @param kind money always has its pence, or none */
export function shownNumber(value: Json, kind: string): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  return kind === 'money' && decimalsOf(value) === 1 ? value.toFixed(2) : String(value)
}
