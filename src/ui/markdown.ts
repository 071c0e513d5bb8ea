import { Marked, type RendererObject, type TokenizerObject, type Tokens } from 'marked'
import { escapeHtml, raw, type SafeHtml } from './html.ts'

export type MarkdownOptions = {
  /** The level of a first-level heading: 2 under a page's own heading. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | undefined
}

const allowedProtocols = new Set(['http:', 'https:', 'mailto:'])
const headingSizes = ['xl', 'l', 'm', 's', 's', 's']

/**
 * Text that people write with Markdown, as HTML with govuk-frontend's classes.
 *
 * HTML in it is text like any other: shown and not obeyed. Links lead to http, https and mailto addresses and within the service; any other
 * is left as its text. Pictures are left as their description, since they would be fetched from somebody else.
 *
 * @example render(markdown('**Hello** <b>')) // => '<p class="govuk-body"><strong>Hello</strong> &lt;b&gt;</p>\n'
 */
export function markdown(source: string, { headingLevel = 2 }: MarkdownOptions = {}): SafeHtml {
  return raw(writerFor(headingLevel).parse(source, { async: false }))
}

/**
 * The same for words within a sentence, such as a hint: emphasis, code and links, and no blocks.
 *
 * @example render(markdownLine('See [the rules](/rules)')) // => 'See <a class="govuk-link" href="/rules">the rules</a>'
 */
export function markdownLine(source: string): SafeHtml {
  return raw(writerFor(2).parseInline(source, { async: false }))
}

const writers = new Map<number, Marked>()

function writerFor(headingLevel: number): Marked {
  const known = writers.get(headingLevel)
  if (known !== undefined) return known
  const renderer = { ...blocks, ...inline, ...headings(headingLevel), ...tables }
  const writer = new Marked({ gfm: true, tokenizer: noHtml, renderer })
  writers.set(headingLevel, writer)
  return writer
}

/** Where a link may lead, or undefined. Read as a browser reads it, which skips tabs and line breaks in `java\nscript:`. */
export function safeAddress(href: string): string | undefined {
  try {
    const { protocol } = new URL(href, 'https://relative.invalid/')
    return allowedProtocols.has(protocol) ? href : undefined
  } catch {
    return undefined
  }
}

/** Reads tags as the text that they are, so that links and emphasis of the same line stay what they are. */
const noHtml: TokenizerObject = { html: () => undefined, tag: () => undefined }

function headings(firstLevel: number): RendererObject {
  return {
    heading({ tokens, depth }: Tokens.Heading) {
      const level = Math.min(depth + firstLevel - 1, 6)
      return `<h${level} class="govuk-heading-${headingSizes[level - 1]}">${this.parser.parseInline(tokens)}</h${level}>\n`
    },
  }
}

const blocks: RendererObject = {
  paragraph({ tokens }: Tokens.Paragraph) {
    return `<p class="govuk-body">${this.parser.parseInline(tokens)}</p>\n`
  },
  list({ ordered, start, items }: Tokens.List) {
    const tag = ordered ? 'ol' : 'ul'
    const first = ordered && start !== '' && start !== 1 ? ` start="${Number(start)}"` : ''
    const content = items.map((item) => this.listitem(item)).join('')
    return `<${tag} class="govuk-list govuk-list--${ordered ? 'number' : 'bullet'}"${first}>\n${content}</${tag}>\n`
  },
  listitem({ tokens }: Tokens.ListItem) {
    return `<li>${this.parser.parse(tokens)}</li>\n`
  },
  checkbox({ checked }: Tokens.Checkbox) {
    return checked ? '☑ ' : '☐ '
  },
  blockquote({ tokens }: Tokens.Blockquote) {
    return `<blockquote class="govuk-inset-text">${this.parser.parse(tokens)}</blockquote>\n`
  },
  code({ text }: Tokens.Code) {
    return `<pre class="app-scroll" tabindex="0"><code>${escapeHtml(text)}\n</code></pre>\n`
  },
  hr() {
    return '<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">\n'
  },
  html({ text }: Tokens.HTML | Tokens.Tag) {
    return escapeHtml(text)
  },
}

const inline: RendererObject = {
  link({ href, tokens }: Tokens.Link) {
    const text = this.parser.parseInline(tokens)
    const address = safeAddress(href)
    return address === undefined ? text : `<a class="govuk-link" href="${escapeHtml(address)}">${text}</a>`
  },
  image({ text }: Tokens.Image) {
    return escapeHtml(text)
  },
  codespan({ text }: Tokens.Codespan) {
    return `<code>${escapeHtml(text)}</code>`
  },
  text(token: Tokens.Text | Tokens.Escape) {
    // Not what marked itself does: it leaves text between HTML tags as it is, and ours is shown, not obeyed.
    return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escapeHtml(token.text)
  },
}

const tables: RendererObject = {
  table({ header, rows }: Tokens.Table) {
    const line = (cells: readonly Tokens.TableCell[]) =>
      `<tr class="govuk-table__row">${cells.map((cell) => this.tablecell(cell)).join('')}</tr>\n`
    return `<div class="app-scroll" tabindex="0" role="group" aria-label="Table"><table class="govuk-table">\n<thead class="govuk-table__head">\n${line(header)}</thead>\n<tbody class="govuk-table__body">\n${rows.map(line).join('')}</tbody>\n</table></div>\n`
  },
  tablecell({ header, align, tokens }: Tokens.TableCell) {
    const numeric = align === 'right'
    const content = this.parser.parseInline(tokens)
    return header
      ? `<th scope="col" class="govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}">${content}</th>`
      : `<td class="govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}">${content}</td>`
  },
}
