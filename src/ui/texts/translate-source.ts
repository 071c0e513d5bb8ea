import { escapeHtml } from '../html.ts'
import { type Part, readParts } from './read-parts.ts'
import type { Region, Text } from './text.ts'

/** What a text is in another language: one text, or one for each plural rule of the language by how many there are. */
export type Translation = string | { readonly by: number; readonly forms: Readonly<Record<string, string>> }

/** A language to which a program is translated. */
export type Language = {
  /** A BCP 47 tag, such as `cy`. */
  readonly tag: string
  /** Undefined leaves a text as it is. */
  readonly translate: (text: Text) => Translation | undefined
}

/** What a translated program calls to choose a text by how many there are: see `formFor`. */
export const chooserName = '_formFor'

/** The language in which programs are written: where it is named, the other language takes its place. */
const written = 'en-GB'

/**
 * A program in another language: the same, but for what people read. Values and markup stay those of the program; a
 * translation only says where they stand, and its words are escaped as text.
 *
 * @param region what `findTexts` found in it
 * @throws {RangeError} if a translation names a value or markup that its text does not have
 * @example translateSource("x = 'Yes'", findTexts("x = 'Yes'"), { tag: 'cy', translate: () => 'Ie' }) // 'x = "Ie"'
 */
export function translateSource(source: string, region: Region, language: Language): string {
  const put: Put = ({ start, end, texts }) => {
    let result = ''
    let at = start
    for (const text of texts) {
      result += source.slice(at, text.start) + putText(text)
      at = text.end
    }
    return result + source.slice(at, end)
  }
  const putText = (text: Text): string => {
    const translation = language.translate(text)
    if (translation === undefined) return put({ start: text.start, end: text.end, texts: inside(text) })
    return typeof translation === 'string' ? inPlace(text, translation, put) : byCount(text, translation, put, language)
  }
  return put(region)
    .replaceAll(`'${written}'`, JSON.stringify(language.tag))
    .replaceAll(`"${written}"`, `"${language.tag}"`)
}

type Put = (region: Region) => string

/** The texts in the values and the markup of a text, in the order of the source. */
const inside = ({ values, markup }: Text): readonly Text[] =>
  [...values, ...markup.map(({ open }) => open)]
    .sort((one, other) => one.start - other.start)
    .flatMap(({ texts }) => texts)

function inPlace(text: Text, translation: string, put: Put): string {
  if (text.kind === 'html') return assembled(text, translation, put)
  return text.kind === 'string' ? JSON.stringify(translation) : `\`${assembled(text, translation, put)}\``
}

function byCount(text: Text, { by, forms }: Exclude<Translation, string>, put: Put, { tag }: Language): string {
  const quote = text.kind === 'html' ? 'html`' : '`'
  const choices = Object.entries(forms).map(([rule, form]) => `${rule}: () => ${quote}${assembled(text, form, put)}\``)
  const counted = put(found(text.values[by - 1], text, by))
  const chosen = `${chooserName}(${JSON.stringify(tag)}, ${counted}, { ${choices.join(', ')} })`
  return text.kind === 'html' ? `\${${chosen}}` : chosen
}

/** The inside of a template that says a translation. */
function assembled(text: Text, translation: string, put: Put): string {
  const write = (part: Part): string => {
    if (typeof part === 'string') return inTemplate(text.kind === 'html' ? escapeHtml(part) : part)
    const { kind, number } = part
    if (kind === 'value') return `\${${put(found(text.values[number - 1], text, number))}}`
    const { open, close } = found(text.markup[number - 1], text, number)
    return put(kind === 'open' ? open : { ...found(close, text, number), texts: [] })
  }
  return readParts(translation, text).map(write).join('')
}

function found<Value>(value: Value | undefined, { english }: Text, number: number): Value {
  if (value === undefined) throw new RangeError(`a translation names ${number}, which is not in: ${english}`)
  return value
}

/** Text as it is written between backticks. */
const inTemplate = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, '\\$&')
