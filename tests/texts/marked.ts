import { readParts } from '../../src/ui/texts/read-parts.ts'
import type { Language } from '../../src/ui/texts/translate-source.ts'

const begin = '\u27e6'
const end = '\u27e7'

/** A language that says what English says, with marks around the words: what a page shows without marks is in no catalogue. */
export const marked: Language = {
  tag: 'en-x-marked',
  translate: (text) =>
    readParts(text.english, text)
      .map((part) => {
        if (typeof part === 'string') return /\p{L}/u.test(part) ? begin + part + end : part
        if (part.kind === 'value') return `{${part.number}}`
        const { close } = text.markup[part.number - 1] ?? {}
        return part.kind === 'close' ? `</${part.number}>` : `<${part.number}${close === undefined ? '/' : ''}>`
      })
      .join(''),
}

/** The same without the marks. */
export const unmarked = (words: string): string => words.replace(/[\u27e6\u27e7]/g, '')

/** What stands outside the marks in what a page shows. A text of Markdown begins in one element and ends in another. */
export const outsideMarks = (shown: readonly string[]): readonly string[] =>
  shown
    .map((words) => words.replace(/\u27e6[^\u27e7]*\u27e7/g, '\n'))
    .join('\n')
    .split(/\u27e6[^\u27e6\u27e7]*\u27e7|\n/)
