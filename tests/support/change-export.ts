import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../../src/core/canonical/index.ts'
import { type AssessmentExport, assembleExport } from '../../src/core/replay/index.ts'

export const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

/** The same document with one letter of one text, or one digit, changed somewhere in it: every place that a part has. */
export function altered(value: Json, at: number): Json | undefined {
  let left = at
  const walk = (node: Json): Json => {
    if (left < 0) return node
    if (typeof node === 'string' || typeof node === 'number') {
      left -= 1
      if (left >= 0) return node
      if (typeof node === 'number') return node + 1
      return node === '' ? 'x' : `${node.slice(0, -1)}${node.endsWith('x') ? 'y' : 'x'}`
    }
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, walk(member)]))
    return node
  }
  const changed = walk(value)
  return left < 0 ? changed : undefined
}

/** JSON of these bytes; undefined where they are none. */
export function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** The same with two of each thing and without statistics, so that it can be looked at a thousand times. */
export function withoutMost(document: AssessmentExport): AssessmentExport {
  const { parts } = document
  const few = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, Array.isArray(part) ? part.slice(0, 2) : part]),
  ) as unknown as AssessmentExport['parts']
  return { ...document, parts: { ...few, runs: [], shortlist: null } }
}

/** Where two documents differ, by another way than the program's: the item, and of an event how it is called. */
export function differing(one: unknown, other: unknown): readonly string[] {
  const entries = (value: unknown) => Object.entries((value ?? {}) as Readonly<Record<string, unknown>>)
  const paths = (value: unknown) =>
    new Map(
      entries(value).flatMap(([key, part]): [string, unknown][] =>
        key !== 'parts' || typeof part !== 'object'
          ? [[key, part]]
          : entries(part).flatMap(([name, of]): [string, unknown][] => [
              ['“parts”', ''],
              // A part that is called otherwise is missed by its own name.
              [`“${name}”`, ''],
              ...(Array.isArray(of) && of.length > 0
                ? of.map((item, at): [string, unknown] => [`${name}/${at}`, item])
                : [[name, of] as [string, unknown]]),
            ]),
      ),
    )
  const [left, right] = [paths(one), paths(other)]
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((path) => !isDeepStrictEqual(left.get(path), right.get(path)))
    .flatMap((path) => {
      // By the number it had, or where that was changed by the one that it has.
      const events = path.startsWith('events/') ? [left.get(path), right.get(path)] : []
      return [path, ...events.map((event) => `event ${(event as { sequence?: number } | undefined)?.sequence}`)]
    })
}

/** JSON with sorted keys, by another way than the program's. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
      .join(',')}}`
  return JSON.stringify(value)
}

/** With the hashes taken again: what somebody with a text editor could do. */
export function resealed({
  parts,
  manifest: _,
  digests: _digests,
  sha256: _old,
  ...head
}: AssessmentExport): AssessmentExport {
  return assembleExport(head, parts, sha256)
}
