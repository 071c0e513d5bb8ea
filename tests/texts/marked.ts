import type { Language } from '../../src/ui/texts/translate-source.ts'
import { inOtherWords } from '../support/accented.ts'

const begin = '\u27e6'
const end = '\u27e7'

/** A language that says what English says, with marks around the words: what a page shows without marks is in no catalogue. */
export const marked: Language = {
  tag: 'en-x-marked',
  translate: (text) => inOtherWords(text, (words) => (/\p{L}/u.test(words) ? begin + words + end : words)),
}

/** The same without the marks. */
export const unmarked = (words: string): string => words.replace(/[\u27e6\u27e7]/g, '')

/** What stands outside the marks in what a page shows. A text of Markdown begins in one element and ends in another. */
export const outsideMarks = (shown: readonly string[]): readonly string[] =>
  shown
    .map((words) => words.replace(/\u27e6[^\u27e7]*\u27e7/g, '\n'))
    .join('\n')
    .split(/\u27e6[^\u27e6\u27e7]*\u27e7|\n/)
