import type { Fund } from '../../../../core/rounds/fund.ts'
import { button, insetText, taskList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

type Line = {
  readonly title: string
  readonly href: string
  readonly detail: string
  readonly state: { readonly text: string; readonly classes: string }
}

export type PanelModel = {
  readonly fund: Fund
  /** What an expert has still to do before they can be asked; undefined where nothing, and for others. */
  readonly toDo: { readonly text: string; readonly href: string } | undefined
  /** For an expert: their questions and where they change what is known of them. */
  readonly expert:
    | {
        readonly requests: readonly Line[]
        readonly links: readonly { readonly text: string; readonly href: string }[]
      }
    | undefined
  /** For a council: its questions and where it asks. */
  readonly council: { readonly requests: readonly Line[]; readonly askHref: string } | undefined
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

/** The expert panel of a fund, for its experts and for councils with an award. */
export const panelPage = ({ fund, toDo, expert, council, links }: PanelModel): Page => ({
  title: 'Expert panel',
  main: html`${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${fund.name}</span>Expert panel</h1>
<p class="govuk-body">Experts answer questions of councils that hold an award of this fund. It costs the council nothing.</p>
${toDo !== undefined && insetText({ html: html`<a class="govuk-link" href="${toDo.href}">${toDo.text}</a>` })}
${links.length > 0 && html`<ul class="govuk-list">${links.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}
${
  council !== undefined &&
  html`${button({ text: 'Ask an expert', href: council.askHref })}
<h2 class="govuk-heading-m">What your council asked</h2>
${lines('asked', council.requests, 'Nothing yet.')}`
}
${
  expert !== undefined &&
  html`<h2 class="govuk-heading-m">Questions for you</h2>
${lines('for-you', expert.requests, 'There are none now.')}
<ul class="govuk-list">${expert.links.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`
}`,
})

const lines = (idPrefix: string, all: readonly Line[], none: string): SafeHtml =>
  all.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : taskList({
        idPrefix,
        items: all.map(({ title, href, detail, state }) => ({
          title: { text: title },
          href,
          hint: { text: detail },
          status: { tag: state },
        })),
      })
