import type { Json } from '../canonical/json.ts'

/** A list of items with parts is as deep as answers go. */
const DEEPEST = 4

/** How many characters of text an answer holds. */
export function charactersIn(value: Json | undefined, depth = DEEPEST): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null || depth === 0) return 0
  return Object.values(value).reduce((total: number, part: Json) => total + charactersIn(part, depth - 1), 0)
}
