import type { Asker } from './clarifications.store.ts'

/**
 * What in a text tells who asked: `surely` are the person's own name and address, which a public answer never needs;
 * `perhaps` are what may be there for another reason, such as the name of a council.
 */
export type Identifiers = { readonly surely: readonly string[]; readonly perhaps: readonly string[] }

type Named = Pick<Asker, 'name' | 'email' | 'organisations'>

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The words as they may be written: any case, any blanks between them, not inside a longer word. */
const pattern = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`, 'giu')

/** Left out of a body's name, the rest still names it: "Walsall Metropolitan Borough Council" is Walsall. */
const generic =
  /\b(council|borough|metropolitan|district|county|city|london|royal|corporation|combined|authority|of|the|and|&|mbc|bc|dc|cc|unitary)\b/giu

function namesOf({ name, shortName }: { readonly name: string; readonly shortName: string }): readonly string[] {
  const bare = name.replaceAll(generic, ' ').replaceAll(/\s+/g, ' ').trim()
  return [name, shortName, bare].filter((each) => each.length >= 3)
}

function candidates({ name, email, organisations }: Named): { surely: readonly string[]; perhaps: readonly string[] } {
  const [, domain = ''] = email.split('@')
  const surname = name.trim().split(/\s+/).at(-1) ?? ''
  return {
    surely: [email, name.trim()].filter((each) => each !== '' && /[\s@]/.test(each)),
    perhaps: [domain, ...(surname.length >= 3 ? [surname] : []), ...organisations.flatMap(namesOf)].filter(
      (each) => each !== '',
    ),
  }
}

/**
 * Finds what would tell who asked.
 *
 * @example findIdentifiers('Can Walsall apply?', { name: 'Ann Lee', email: 'ann@walsall.example', organisations: [{ name: 'Walsall Council', shortName: 'Walsall' }] }).perhaps // => ['Walsall']
 */
export function findIdentifiers(text: string, asker: Named): Identifiers {
  const { surely, perhaps } = candidates(asker)
  const found = (words: readonly string[]): string[] =>
    words.flatMap((each) => text.match(pattern(each))?.slice(0, 1) ?? [])
  const certain = [...new Set(found(surely))]
  const possible = [...new Set(found(perhaps))].filter(
    (each) => !certain.some((whole) => whole.toLowerCase().includes(each.toLowerCase())),
  )
  return { surely: certain, perhaps: longestOnly(possible) }
}

/** A short name within a long one that was found there too is not said twice. */
const longestOnly = (found: readonly string[]): readonly string[] =>
  found.filter((each) => !found.some((other) => other !== each && other.toLowerCase().includes(each.toLowerCase())))

/**
 * A question with what tells who asked taken out, for whoever rewrites it to begin with.
 *
 * @example withoutIdentifiers('I am Ann Lee of Walsall Council.', { name: 'Ann Lee', email: 'a@b.example', organisations: [{ name: 'Walsall Council', shortName: 'Walsall' }] }) // => 'I am […] of our authority.'
 */
export function withoutIdentifiers(text: string, asker: Named): string {
  const longestFirst = (words: readonly string[]): string[] =>
    [...words].sort((one, other) => other.length - one.length)
  const organisations = longestFirst(asker.organisations.flatMap(namesOf))
  const { surely, perhaps } = candidates(asker)
  let anonymous = text
  for (const words of longestFirst(surely)) anonymous = anonymous.replaceAll(pattern(words), '[…]')
  for (const words of organisations) anonymous = anonymous.replaceAll(pattern(words), 'our authority')
  for (const words of longestFirst(perhaps)) anonymous = anonymous.replaceAll(pattern(words), '[…]')
  return anonymous
}
