import type { Json } from '../canonical/json.ts'

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null))

/** By field: what it was, and what it is. */
export type Changes = Readonly<Record<string, { readonly from: Json; readonly to: Json }>>

/**
 * What is different between two versions of a thing, by field, for the audit log. Fields that the second does not have
 * are not compared.
 *
 * @example listChanges({ places: 10, name: 'A' }, { places: 24, name: 'A' }) // => { places: { from: 10, to: 24 } }
 */
export function listChanges<After extends object>(
  before: { readonly [Field in keyof After]: unknown },
  after: After,
): Changes {
  const changes: Record<string, { from: Json; to: Json }> = {}
  for (const [field, value] of Object.entries(after)) {
    const [from, to] = [asJson(before[field as keyof After]), asJson(value)]
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to }
  }
  return changes
}
