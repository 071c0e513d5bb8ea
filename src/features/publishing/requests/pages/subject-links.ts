import { html, type SafeHtml } from '../../../../ui/html.ts'

export type SubjectLink = { readonly text: string; readonly href: string }

/** What a request is about, as links to its rows. */
export const subjectLinks = (links: readonly SubjectLink[]): SafeHtml =>
  links.length === 0
    ? html`The round as a whole`
    : html`${links.map(({ text, href }, index) => html`${index > 0 && html`<br>`}<a class="govuk-link" href="${href}">${text}</a>`)}`
