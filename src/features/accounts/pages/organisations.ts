import { button, tag } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary, searchBox } from '../../../ui/patterns/index.ts'
import { accountPath, organisationsPath } from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { paragraph } from './problems.ts'

/** A body as it is offered: its kind and place tell two of one name apart. */
export type OfferedOrganisation = { readonly id: string; readonly name: string; readonly about: string }

export type OrganisationsModel = {
  readonly csrf: string
  readonly returnTo: string
  readonly mine: readonly {
    readonly name: string
    readonly confirmed: boolean
    readonly leavePath: string
    /** Undefined until confirmed. */
    readonly peoplePath: string | undefined
  }[]
  /** Then anybody can be the programme team, and confirm whoever waits. */
  readonly evaluation: boolean
  readonly suggested: readonly OfferedOrganisation[]
  readonly query: string
  /** Undefined when nothing was searched for. */
  readonly found: readonly OfferedOrganisation[] | undefined
  readonly errors: readonly ErrorText[]
}

export function organisationsPage(model: OrganisationsModel): Page {
  const { mine, evaluation, suggested, query, found, errors, returnTo } = model
  const waits = mine.some(({ confirmed }) => !confirmed)
  return {
    title: 'Organisations you work for',
    backLink: { href: returnTo === '' ? accountPath : returnTo },
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">Organisations you work for</h1>
${paragraph('You can start an application for an organisation, and see its applications, once you are confirmed there. Somebody who works there confirms you or, if nobody is here yet, a programme team.')}
${mine.length === 0 ? paragraph('You have not joined an organisation yet.') : html`<ul class="govuk-list">${mine.map((row) => myRow(model, row))}</ul>`}
${evaluation && waits && paragraph('Evaluation only: to confirm yourself, sign out, sign in as the made-up programme manager, and open the requests to join from “People and their roles” on a fund.')}
${
  suggested.length > 0 &&
  html`<h2 class="govuk-heading-m">Suggested from your email address</h2>
<ul class="govuk-list">${suggested.map((row) => offerRow(model, row))}</ul>`
}
<h2 class="govuk-heading-m">Find an organisation</h2>
${searchBox({ action: organisationsPath, field: 'query', label: { text: 'Name of the council or other public body' }, sought: { words: query, problems: errors }, before: returnTo === '' ? undefined : hidden('return', returnTo) })}
${found !== undefined && foundList(model, found)}`,
  }
}

function foundList(model: OrganisationsModel, found: readonly OfferedOrganisation[]): SafeHtml {
  if (found.length === 0)
    return html`<p class="govuk-body" role="status">Nothing found for “${model.query}”. Try a shorter part of the name. A council that has ended is not here: look for the one that took over from it.</p>`
  return html`<h3 class="govuk-heading-s">Found for “${model.query}”</h3>
<ul class="govuk-list">${found.map((row) => offerRow(model, row))}</ul>`
}

const myRow = (
  { csrf }: OrganisationsModel,
  row: OrganisationsModel['mine'][number],
): SafeHtml => html`<li class="govuk-!-margin-bottom-4">
<strong>${row.name}</strong>
${row.confirmed ? false : tag({ text: 'Waiting to be confirmed', classes: 'govuk-tag--yellow' })}
${row.peoplePath !== undefined && html`<br><a class="govuk-link" href="${row.peoplePath}">People<span class="govuk-visually-hidden"> of ${row.name}</span></a>`}
${form(
  { action: row.leavePath, csrf },
  html`<button type="submit" class="app-link-button">${row.confirmed ? 'Leave' : 'Withdraw'}<span class="govuk-visually-hidden"> ${row.name}</span></button>`,
)}</li>`

const offerRow = ({ csrf, returnTo }: OrganisationsModel, row: OfferedOrganisation): SafeHtml =>
  html`<li class="govuk-!-margin-bottom-4"><strong>${row.name}</strong><br><span class="govuk-hint govuk-!-margin-bottom-1">${row.about}</span>
${form(
  { action: organisationsPath, csrf },
  html`${hidden('organisation', row.id)}${returnTo !== '' && hidden('return', returnTo)}
${button({ html: html`Ask to join<span class="govuk-visually-hidden"> ${row.name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`,
)}</li>`
