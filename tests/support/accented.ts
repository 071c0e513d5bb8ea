import type { SpokenLanguage } from '../../src/languages/load-in-language.ts'
import { readParts } from '../../src/ui/texts/read-parts.ts'
import type { Text } from '../../src/ui/texts/text.ts'

/** A text with its words said in another way, and its values and markup where they are. */
export const inOtherWords = (text: Text, say: (words: string) => string): string =>
  readParts(text.english, text)
    .map((part) => {
      if (typeof part === 'string') return say(part)
      if (part.kind === 'value') return `{${part.number}}`
      const { close } = text.markup[part.number - 1] ?? {}
      return part.kind === 'close' ? `</${part.number}>` : `<${part.number}${close === undefined ? '/' : ''}>`
    })
    .join('')

const accents: Readonly<Record<string, string>> = { a: 'â', e: 'ê', i: 'î', o: 'ô', u: 'û', w: 'ŵ', y: 'ŷ' }

/** @example inAccents('Sign in') // => 'Sîgn în' */
export const inAccents = (words: string): string => words.replace(/[aeiouwy]/g, (letter) => accents[letter] ?? letter)

/** The same without accents. @example inEnglish('Sîgn în') // => 'Sign in' */
export const inEnglish = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\u0302/g, '')
    .normalize('NFC')

/** A language in which each text of the service is another than in English, with the dates and numbers of Welsh. */
export const accented: SpokenLanguage = {
  offered: false,
  language: { tag: 'cy', translate: (text) => inOtherWords(text, inAccents) },
}
