import type { Json } from '../canonical/json.ts'
import { MOST_CHARACTERS } from './limits.ts'

/** A list of items with parts is as deep as answers go. */
const DEEPEST = 4

/** How many characters of text an answer holds. A text that is too long itself, which is said of it, counts as the longest allowed. */
export function charactersIn(value: Json | undefined, depth = DEEPEST): number {
  if (typeof value === 'string') return Math.min(value.length, MOST_CHARACTERS)
  if (typeof value !== 'object' || value === null || depth === 0) return 0
  return Object.values(value).reduce((total: number, part: Json) => total + charactersIn(part, depth - 1), 0)
}
