import { html, render, type SafeHtml } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'

/** One entry of the feed. `text` is Markdown. */
export type FeedEntry = {
  /** A permanent IRI. */
  readonly id: string
  readonly title: string
  readonly at: Date
  readonly href: string
  readonly text: string
}

export type FeedModel = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly updatedAt: Date
  readonly selfHref: string
  readonly pageHref: string
  readonly entries: readonly FeedEntry[]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these characters
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const plain = (text: string): string => text.replace(notInXml, '').toWellFormed()

/**
 * The updates of a round as an Atom feed. HTML content is escaped, so that the feed is well-formed whatever is in it.
 *
 * @see RFC 4287
 */
export function updatesFeed(feed: FeedModel): string {
  const document = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${plain(feed.id)}</id>
<title>${plain(feed.title)}</title>
<subtitle>${plain(feed.subtitle)}</subtitle>
<updated>${feed.updatedAt.toISOString()}</updated>
<author><name>${plain(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${plain(feed.selfHref)}"/>
<link rel="alternate" type="text/html" href="${plain(feed.pageHref)}"/>
${feed.entries.map(entryOf)}
</feed>
`
  return `<?xml version="1.0" encoding="utf-8"?>\n${render(document)}`
}

const entryOf = ({ id, title, at, href, text }: FeedEntry): SafeHtml => html`<entry>
<id>${plain(id)}</id>
<title>${plain(title)}</title>
<updated>${at.toISOString()}</updated>
<published>${at.toISOString()}</published>
<link rel="alternate" type="text/html" href="${plain(href)}"/>
<content type="html">${render(markdown(plain(text)))}</content>
</entry>
`
