import { plainMarkdown } from '../text/plain-markdown.ts'

/**
 * An excerpt of Markdown as words: it may begin and end in the middle of anything, so what is left of a mark goes too. Of a
 * link its words stay.
 *
 * @example plainExcerpt('Guide ## Who can **apply**\n\nSee [the rules](https://a.exam') // => 'Guide Who can apply See the rules'
 */
export const plainExcerpt = (excerpt: string): string =>
  plainMarkdown(
    excerpt
      .replaceAll(/(?:!?\[([^[\]]*))?\]\([^)\s]*(?:\s+"[^"]*"?)?\)?/g, '$1')
      .replaceAll(/(^|\s)#{1,6}\s/g, '$1\n')
      .replaceAll(/\s*\|[\s|:-]*/g, ' '),
  )
    .join(' ')
    .replaceAll(/\*\*|(?<=\s)#{1,6}$/g, '')
    .trim()
