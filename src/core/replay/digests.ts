import { canonicalJson, isObject, type Json, type Sha256 } from '../canonical/index.ts'

/** The items of a value, each with its path. */
function* itemsOf(value: Json, path: string, depth: number): Generator<readonly [path: string, value: Json]> {
  const members: readonly (readonly [string, Json])[] = Array.isArray(value)
    ? value.map((item, at) => [String(at), item])
    : isObject(value)
      ? Object.entries(value as Readonly<Record<string, Json>>)
      : []
  // An item is one thing: a review, an event, a score of moderation, or of a run its case or its result.
  const opens =
    members.length > 0 && (depth === 0 || (depth === 1 && (Array.isArray(value) || path.startsWith('runs/'))))
  if (!opens) yield [path, value]
  else for (const [key, member] of members) yield* itemsOf(member, `${path}/${key}`, depth + 1)
}

/**
 * The SHA-256 of the canonical JSON of each item of an export by its path: of what stands in the head, such as `names`, and
 * of each thing in its parts, such as `reviews/17`.
 */
export function digestsOf(
  document: { readonly parts: unknown } & object,
  sha256: Sha256,
): Readonly<Record<string, string>> {
  const { parts, ...head } = document
  const items = [
    ...Object.entries(head as Readonly<Record<string, Json>>),
    ...Object.entries((parts ?? {}) as Readonly<Record<string, Json>>).flatMap(([part, value]) => [
      ...itemsOf(value, part, 0),
    ]),
  ]
  return Object.fromEntries(items.map(([path, value]) => [path, sha256(canonicalJson(value))]))
}

/** The first path whose item is not the one of its digest, is missing, or has no digest; undefined where all are. */
export function firstDifferent(
  said: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): string | undefined {
  const paths = new Set([...Object.keys(found), ...Object.keys(said)])
  return [...paths].find((path) => said[path] !== found[path])
}
