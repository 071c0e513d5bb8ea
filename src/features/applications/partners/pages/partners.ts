import { capital } from '../../../../core/text/capital.ts'
import { button, summaryList } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, type Sought, searchBox } from '../../../../ui/patterns/index.ts'

export type PartnersModel = {
  /** Whether the round is made up. */
  readonly illustrative: boolean
  readonly reference: string
  readonly lead: string
  readonly back: string
  readonly csrf: string
  readonly partners: readonly {
    readonly id: string
    readonly name: string
    readonly state: string
    /** Why it may not know that it was asked, and what to do. */
    readonly unreached: string | undefined
    readonly removable: boolean
    /** What it writes, and where that is changed. */
    readonly part: { readonly text: string; readonly href: string } | undefined
  }[]
  readonly sought: Sought
  /** What was found; undefined before anything was searched for. */
  readonly found: readonly { readonly id: string; readonly name: string; readonly kind: string }[] | undefined
  readonly problems: readonly { readonly text: string }[]
  readonly searchAction: string
  readonly askAction: string
  readonly removeAction: string
  readonly fixed: boolean
}

/** The partners of an application: who was asked, what they said, and asking another. */
export function partnersPage(model: PartnersModel): Page {
  const { partners, sought } = model
  const problems = [...model.problems, ...sought.problems]
  return {
    title: 'Partners',
    backLink: { href: model.back, text: 'Back to all questions' },
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}, led by ${model.lead}</span>
<h1 class="govuk-heading-l">Partners</h1>
<p class="govuk-body">You may apply with other councils or public bodies. A partner can read the application, and writes all of it with you or the pages you choose. It becomes a partner when one of its people accepts. Asking takes nothing from what it can apply for itself.</p>
${partners.length === 0 ? html`<p class="govuk-body">No organisation has been asked yet.</p>` : listOf(model)}
${model.fixed ? html`<p class="govuk-body">The application is submitted. Withdraw it to change its partners.</p>` : search(model)}`,
  }
}

const listOf = ({ partners, removeAction, csrf, fixed }: PartnersModel): SafeHtml =>
  summaryList({
    rows: partners.map(({ id, name, state, unreached, removable, part }) => ({
      key: { text: name },
      value: {
        html: html`${capital(state)}${unreached !== undefined && html`<br><strong>${unreached}</strong>`}${
          part !== undefined &&
          html`<br>${part.text}.${
            !fixed &&
            html` <a class="govuk-link" href="${part.href}">Change<span class="govuk-visually-hidden"> what ${name} writes</span></a>`
          }`
        }${
          removable &&
          !fixed &&
          form(
            { action: removeAction, csrf },
            html`${hidden('organisation', id)}${button({ html: html`Remove<span class="govuk-visually-hidden"> ${name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-0' })}`,
          )
        }`,
      },
    })),
  })

function search({ searchAction, sought, found, askAction, csrf }: PartnersModel): SafeHtml {
  return html`<h2 class="govuk-heading-m">Ask an organisation</h2>
${searchBox({ action: searchAction, field: 'q', label: { text: 'Name of the council or public body' }, sought })}
${
  found !== undefined &&
  (found.length === 0
    ? html`<p class="govuk-body" role="status">Nothing found. Check the spelling.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${found.map(
        ({ id, name, kind }) =>
          html`<li>${form(
            { action: askAction, csrf },
            html`${hidden('organisation', id)}<p class="govuk-body govuk-!-margin-bottom-1"><strong>${name}</strong>, ${kind}</p>${button({ html: html`Ask<span class="govuk-visually-hidden"> ${name}</span> to be a partner`, classes: 'govuk-button--secondary' })}`,
          )}</li>`,
      )}</ul>`)
}`
}
