import type { LetterBlock, Words } from './letter.ts'

/**
 * Words without marks, with the address of a link beside it.
 *
 * @example plainWords([{ text: 'See ' }, { text: 'the rules', href: 'https://a.example' }]) // => 'See the rules (https://a.example)'
 */
export const plainWords = (runs: readonly Words[]): string =>
  runs
    .map(({ text, href }) => {
      const address = href?.replace(/^mailto:/, '')
      return address === undefined || address === text ? text : `${text} (${address})`
    })
    .join('')

/** A letter as plain text, a paragraph, heading or list each. */
export const plainLetter = (blocks: readonly LetterBlock[]): readonly string[] =>
  blocks.map((block) =>
    block.kind === 'list' ? block.items.map((item) => `- ${plainWords(item)}`).join('\n') : plainWords(block.runs),
  )
