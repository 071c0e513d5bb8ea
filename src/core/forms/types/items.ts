import { isObject, type Json, type JsonObject } from '../../canonical/json.ts'
import type { Answered } from '../answers.ts'
import { MOST_ITEMS } from '../limits.ts'
import type { Finding } from '../problem.ts'

/** How many items a question may have, and what one is called. */
type ItemLimits = { readonly minItems?: number; readonly maxItems?: number; readonly itemName?: string }

export const itemNameOf = ({ itemName = 'item' }: ItemLimits): string => itemName

/** The items when the value is a list of them, not too many, with no part but these; otherwise what is wrong. */
export function readItems(
  limits: ItemLimits,
  value: Answered,
  parts: readonly string[],
): { readonly items: readonly JsonObject[] } | { readonly finding: Finding } {
  if (!Array.isArray(value)) return { finding: { code: 'not-a-list' } }
  if (value.length > MOST_ITEMS) return { finding: tooMany(limits, value.length, MOST_ITEMS) }
  const items = value.filter((item: Json): item is JsonObject => isObject(item))
  const known = items.every((item) => Object.keys(item).every((key) => parts.includes(key)))
  return known && items.length === value.length ? { items } : { finding: { code: 'not-an-item' } }
}

/** Too few or too many for the form. */
export function itemCountFindings(limits: ItemLimits, items: number): readonly Finding[] {
  const { minItems, maxItems } = limits
  if (minItems !== undefined && items < minItems) {
    return [{ code: 'too-few-items', items, limit: minItems, itemName: itemNameOf(limits) }]
  }
  return maxItems !== undefined && items > maxItems ? [tooMany(limits, items, maxItems)] : []
}

const tooMany = (limits: ItemLimits, items: number, limit: number): Finding => ({
  code: 'too-many-items',
  items,
  limit,
  itemName: itemNameOf(limits),
})

/** Reads items by index until there are no more fields. Gaps, which scripts that remove an item leave, are closed up. */
export function readIndexed(
  limits: ItemLimits,
  has: (index: number) => boolean,
  readItem: (index: number) => JsonObject | undefined,
): readonly JsonObject[] | undefined {
  const items: JsonObject[] = []
  const offered = limits.maxItems ?? 0
  for (let index = 0; index < MOST_ITEMS; index += 1) {
    if (!has(index)) {
      if (index >= offered) break
      continue
    }
    const item = readItem(index)
    if (item) items.push(item)
  }
  return items.length > 0 ? items : undefined
}
