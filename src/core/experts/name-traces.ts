import { nameHider } from '../assessment/hide-names.ts'
import { type Judge, peopleNamed } from '../feedback/index.ts'

/** Whom a published text must not tell of. `bodies`: names of councils and of the places they are named after. */
export type KnownNames = { readonly bodies: readonly string[]; readonly people: readonly Judge[] }

/** Something in a text that tells, or may tell, who or where. `certain`: it is one of the names that are known. */
export type Trace = { readonly found: string; readonly certain: boolean }

/** What stands where a name stood. */
export const struckOut = '[name]'

const contacts =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b|\b[A-Z]{2,8}-\d{4}-[0-9A-Z]{4}-?[0-9A-Z]\b|\bhttps?:\/\/\S+/g

/** A word with a capital that does not begin a sentence, or several of them; abbreviations are not. */
const capitals = /(?<=[\p{Ll}\p{N},;:)’'"”] )\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\p{Ll}[\p{L}’'-]*)*/gu

/** The longer names of bodies and the places in them: of "Exbridge City Council" Exbridge too. */
const placeWords =
  /\b(?:city|county|borough|district|metropolitan|royal|london|council|of|and|the|combined|authority|unitary|upon|illustrative)\b|[^\p{L} '’-]/giu

/** A body’s name with the place that it is named after. @example placesOf('Exbridge City Council') // => ['Exbridge City Council', 'Exbridge'] */
export function placesOf(name: string): readonly string[] {
  const place = name.replaceAll(placeWords, ' ').replaceAll(/\s+/g, ' ').trim()
  return place === '' || place === name ? [name] : [name, place]
}

/**
 * What in a text tells, or may tell, who asked or where: names of councils and their places, people, addresses, telephone numbers
 * and references; and, not certain, any other word with a capital inside a sentence. Each once, those that are certain first.
 *
 * @example tracesIn('We asked Exbridge about Cog Lane.', { bodies: ['Exbridge'], people: [] })
 * // => [{ found: 'Exbridge', certain: true }, { found: 'Cog Lane', certain: false }]
 */
export function tracesIn(text: string, { bodies, people }: KnownNames): readonly Trace[] {
  const places = bodies.filter((name) => nameHider([name])(text) !== text)
  const named = peopleNamed([{ item: '', text }], people, [])
  const certain = new Set([
    ...places,
    ...named.filter((each) => each.certain).map(({ found }) => found),
    ...(text.match(contacts) ?? []),
  ])
  const possible = new Set([
    ...named.filter((each) => !each.certain).map(({ found }) => found),
    ...(text.match(capitals) ?? []),
  ])
  return [
    ...[...certain].map((found) => ({ found, certain: true })),
    ...[...possible]
      .filter((found) => ![...certain].some((known) => known.includes(found)))
      .map((found) => ({ found, certain: false })),
  ]
}

/** The text with everything certain struck out. @example strikeOut('Ask Exbridge', { bodies: ['Exbridge'], people: [] }) // => 'Ask [name]' */
export function strikeOut(text: string, known: KnownNames): string {
  const certain = tracesIn(text, known).filter((trace) => trace.certain)
  return nameHider(
    certain.map(({ found }) => found),
    struckOut,
  )(text)
}
