import { html, type SafeHtml } from '../../../ui/html.ts'

/** The attribute that says in which language something is; nothing where it is in that of the page. */
export const langAttribute = (lang: string | undefined): SafeHtml | false => lang !== undefined && html` lang="${lang}"`

/** A text in its language. */
export const inLanguage = (lang: string | undefined, text: string): SafeHtml =>
  lang === undefined ? html`${text}` : html`<span lang="${lang}">${text}</span>`
