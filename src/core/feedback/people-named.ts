import { literalPattern } from '../text/literal-pattern.ts'

/** Somebody whom no feedback may identify. */
export type Judge = { readonly name: string; readonly email: string }

/** A place at which a text may say who judged. `certain`: it can mean nothing else. */
export type Named = { readonly item: string; readonly found: string; readonly certain: boolean }

type Text = { readonly item: string; readonly text: string }

/** Letters without accents, one kind of apostrophe, hyphen and space, and nothing that is not seen. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[‘’ʼ`]/g, "'")
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s+/g, ' ')

const alone = (pattern: string): string => `(?<![\\p{L}\\p{N}@])(?:${pattern})(?![\\p{L}\\p{N}@])`

const titles = 'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor'

/** A name without what stands beside it, in brackets or after a comma. @example nameAlone('Jo Bell (she/her), OBE') // => 'Jo Bell' */
export const nameAlone = (name: string): string => name.replaceAll(/\([^)]*\)|,.*$/g, '').trim()

/** Shorter words are not looked for by themselves: they are words of the language more often than names. */
const leastLetters = 3

type Patterns = { readonly certain: readonly RegExp[]; readonly possible: readonly RegExp[] }

function patternsOf({ name, email }: Judge): Patterns {
  const words = plain(nameAlone(name)).trim().split(' ').filter(Boolean)
  const [first, last] = [words[0], words.at(-1)].map((word) => literalPattern(word ?? ''))
  const address = plain(email).trim()
  const [mailbox = ''] = address.split('@')
  const certain: RegExp[] = []
  if (address !== '') certain.push(new RegExp(literalPattern(address), 'giu'))
  // A mailbox such as a.brown says who it is without its domain; one such as info does not.
  if (/[._\d]/.test(mailbox) && mailbox.length > leastLetters)
    certain.push(new RegExp(alone(literalPattern(mailbox)), 'giu'))
  if (words.length < 2) {
    if ((words[0] ?? '').length >= leastLetters) certain.push(new RegExp(alone(first ?? ''), 'giu'))
    return { certain, possible: [] }
  }
  certain.push(
    new RegExp(alone(`${first} (?:\\S+ ){0,2}${last}|${last},? ${first}`), 'giu'),
    new RegExp(alone(`(?:(?:${titles})\\.? (?:\\S+ )?|${(words[0] ?? '')[0] ?? ''}\\. ?)${last}`), 'gu'),
  )
  const possible = [words[0] ?? '', words.at(-1) ?? '']
    .filter((word) => word.length >= leastLetters)
    .map((word) => new RegExp(alone(literalPattern(word)), 'gu'))
  return { certain, possible }
}

/**
 * Where texts say, or may say, who judged: names in whatever case and with or without accents, titles and initials with a
 * surname, addresses; and, not certain, a first name or surname by itself. Each place once.
 *
 * @param allowed words that are no clue although somebody is called so, such as those of the applicant's own name
 * @example peopleNamed([{ item: 'need', text: 'As Zoe Quill says' }], [{ name: 'Zoë Quill', email: 'zq@a.example' }], [])
 * // => [{ item: 'need', found: 'Zoe Quill', certain: true }]
 */
export function peopleNamed(
  texts: readonly Text[],
  judges: readonly Judge[],
  allowed: readonly string[],
): readonly Named[] {
  const patterns = judges.map(patternsOf)
  const known = new Set(allowed.flatMap((name) => plain(name).split(' ')))
  return texts.flatMap(({ item, text }) => {
    const read = plain(text)
    const matches = (list: readonly RegExp[]) => list.flatMap((pattern) => read.match(pattern) ?? [])
    const certain = [...new Set(patterns.flatMap((each) => matches(each.certain)))]
    const possible = [...new Set(patterns.flatMap((each) => matches(each.possible)))].filter(
      (found) => !known.has(found) && !certain.some((longer) => longer.includes(found)),
    )
    return [
      ...certain.map((found) => ({ item, found, certain: true })),
      ...possible.map((found) => ({ item, found, certain: false })),
    ]
  })
}
