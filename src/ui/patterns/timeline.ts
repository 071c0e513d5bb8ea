import { html, type SafeHtml } from '../html.ts'

export type TimelineItem = {
  readonly title: string
  /** When, as people read it. */
  readonly time: string
  /** The same for machines: ISO 8601. */
  readonly datetime?: string | undefined
  readonly by?: string | undefined
  readonly description?: SafeHtml | string | undefined
  readonly link?: { readonly text: string; readonly href: string } | undefined
}

/** What happened, the newest first or the next first: in the order given. */
export function timeline(items: readonly TimelineItem[], headingLevel: 2 | 3 = 3): SafeHtml {
  const titleOf = (title: string) =>
    headingLevel === 2
      ? html`<h2 class="app-timeline__title">${title}</h2>`
      : html`<h3 class="app-timeline__title">${title}</h3>`
  return html`<ol class="app-timeline">${items.map(
    ({ title, time, datetime, by, description, link }) => html`<li class="app-timeline__item">
${titleOf(title)}
<p class="app-timeline__time"><time${datetime !== undefined && html` datetime="${datetime}"`}>${time}</time>${by !== undefined && ` by ${by}`}</p>
${description !== undefined && html`<div class="govuk-body">${description}</div>`}${link !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${link.href}">${link.text}</a></p>`}
</li>`,
  )}</ol>`
}
