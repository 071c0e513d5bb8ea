/** A start tag as written. Text is escaped wherever it comes from, so a `<` is always a tag. */
export type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly at: number }

const tag = /<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*\/?>/gi
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g

/**
 * The start tags of a page in their order, with attribute names in lower case.
 *
 * @example readTags('<p class="a">b</p>')[0]?.attributes.get('class') // => 'a'
 */
export function readTags(html: string): readonly Tag[] {
  return [...html.matchAll(tag)].map(({ 1: name = '', 2: rest = '', index }) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(attribute)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        double ?? single ?? bare ?? '',
      ]),
    ),
    at: index,
  }))
}

/** How many `<` begin something that is not understood: then nothing said about the tags can be relied on. */
export function countUnread(html: string): number {
  return (
    html
      .replace(/<!doctype html>/i, '')
      .replaceAll(tag, '')
      .replaceAll(/<\/[a-z][\w-]*>/gi, '')
      .split('<').length - 1
  )
}

/** What stands between a tag and the next end of such an element. */
export function contentOf(html: string, { name, at }: Tag): string {
  const start = html.indexOf('>', at) + 1
  return html.slice(start, html.indexOf(`</${name}>`, start))
}

/** The addresses in what a search has found: after the form, before the footer. */
export function foundIn(body: string): readonly string[] {
  const main = body.slice(body.indexOf('</form>', body.indexOf('<main')), body.indexOf('</main>'))
  return [...main.matchAll(/<a class="govuk-link" href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
}
