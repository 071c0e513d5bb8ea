import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectedText } from './collect-texts.ts'
import type { SpokenLanguage } from './load-in-language.ts'
import { type PoEntry, type PoFile, readPo } from './po-file.ts'
import { isFilled, rulesOf, translationOf, wrongIn } from './translations.ts'

/** Where the catalogues are: a file for each language. */
export const textsFolder: string = join(import.meta.dirname, '../../texts')

/** The languages that have a catalogue, by their tags. */
export const tagsWithCatalogue = (): readonly string[] =>
  readdirSync(textsFolder)
    .filter((name) => name.endsWith('.po'))
    .map((name) => name.slice(0, -'.po'.length))
    .sort()

export const readCatalogue = (tag: string): PoFile => readPo(readFileSync(join(textsFolder, `${tag}.po`), 'utf8'))

/**
 * The catalogue of a language as the source says it: each text with the translation that it has. A translation whose text
 * stands nowhere any more is kept at the end.
 */
export function updateCatalogue(texts: readonly CollectedText[], tag: string, known: PoFile): PoFile {
  const before = new Map(known.entries.map((entry) => [entry.english, entry]))
  const entries = texts.map((text) => entryOf(text, tag, before.get(text.english)))
  const there = new Set(entries.map(({ english }) => english))
  const gone = known.entries.filter((entry) => !there.has(entry.english) && entry.words.some((form) => form !== ''))
  return { heading: headingOf(tag), entries: [...entries, ...gone.map((entry) => ({ ...entry, gone: true }))] }
}

function entryOf({ english, places, values, text }: CollectedText, tag: string, known: PoEntry | undefined): PoEntry {
  const counts = text.counts !== undefined
  const forms = counts ? rulesOf(tag).length : 1
  const kept = known?.words ?? []
  const words = Array.from({ length: forms }, (_, index) => kept[index] ?? '')
  const notes = values.map((value, index) => `{${index + 1}} is ${value}`)
  return { english, notes, places, words, counts, gone: false }
}

/** The heading that translators' programs need. @see https://www.gnu.org/software/gettext/manual/html_node/Header-Entry.html */
const headingOf = (tag: string): string =>
  [
    `Language: ${tag}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `Plural-Forms: ${pluralForms[tag] ?? `nplurals=${rulesOf(tag).length};`}`,
    '',
  ].join('\n')

/** The rules of CLDR as gettext writes them. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
const pluralForms: Readonly<Record<string, string>> = {
  cy: 'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);',
}

/** Translations of texts as they stand now that cannot be used, with why. */
export function wrongTranslations(texts: readonly CollectedText[], { entries }: PoFile): readonly string[] {
  const byEnglish = new Map(entries.map((entry) => [entry.english, entry]))
  return texts.flatMap(({ english, text }) =>
    (byEnglish.get(english)?.words ?? []).flatMap((form) => {
      const wrong = form === '' ? undefined : wrongIn(text, form)
      return wrong === undefined ? [] : [`${english}\n  ${form}\n  ${wrong}`]
    }),
  )
}

/** A language was asked for whose texts nobody has begun to translate. */
export class NoCatalogue extends Error {
  override readonly name = 'NoCatalogue'
  constructor(tag: string) {
    super(`There is no catalogue of texts in "${tag}". LANGUAGES may name: ${tagsWithCatalogue().join(', ')}.`)
  }
}

/** How much of a catalogue must be translated before pages lead to the language. */
const enough = 0.95

/** How much of a catalogue is translated, from 0 to 1. */
export function shareFilled({ entries }: PoFile): number {
  const there = entries.filter(({ gone }) => !gone)
  return there.length === 0 ? 0 : there.filter(isFilled).length / there.length
}

/**
 * A language of the service from its catalogue. A text that is not translated, or not so that it can be used, stays as it is.
 *
 * @throws {NoCatalogue} if there is none of that language
 */
export function languageOf(tag: string): SpokenLanguage {
  if (!existsSync(join(textsFolder, `${tag}.po`))) throw new NoCatalogue(tag)
  const catalogue = readCatalogue(tag)
  const filled = new Map(catalogue.entries.filter(isFilled).map((entry) => [entry.english, entry]))
  return {
    offered: shareFilled(catalogue) >= enough,
    language: {
      tag,
      translate: (text) => {
        const entry = filled.get(text.english)
        if (entry === undefined || entry.words.some((form) => wrongIn(text, form) !== undefined)) return undefined
        return translationOf(text, entry, tag)
      },
    },
  }
}
