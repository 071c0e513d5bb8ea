import type { FunderTyped } from '../../../core/rounds/read-fund.ts'
import { button } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary, type Sought, searchBox } from '../../../ui/patterns/index.ts'
import { funderFields } from '../fields.messages.ts'
import { caption, type FormState, link, longField, saveButton, textField } from './parts.ts'

export type FindFunderModel = {
  readonly fundName: string
  readonly sought: Sought
  readonly action: string
  readonly backHref: string
  readonly found: readonly { readonly name: string; readonly href: string }[]
}

/** Finds the body that is to be a funder in the register. */
export function findFunderPage({ fundName, sought, action, backHref, found }: FindFunderModel): Page {
  return {
    title: 'Add a funder',
    backLink: { href: backHref },
    hasErrors: sought.problems.length > 0,
    main: html`${problemSummary(sought.problems)}
<h1 class="govuk-heading-l">${caption(fundName)}Add a funder</h1>
${searchBox({ action, field: 'q', label: { text: 'Find a body in the register', classes: 'govuk-label--s' }, hint: 'Part of its name, or its code', sought })}
${sought.words !== '' && results(found)}`,
  }
}

const results = (found: FindFunderModel['found']): SafeHtml =>
  found.length === 0
    ? html`<p class="govuk-body">Nothing in the register matches. An administrator of the service can add a body to it.</p>`
    : html`<h2 class="govuk-heading-m">Choose one</h2>
<ul class="govuk-list govuk-list--spaced">${found.map(({ name, href }) => html`<li>${link(href, name)}</li>`)}</ul>`

export type FunderFormModel = FormState<FunderTyped> & {
  readonly fundName: string
  readonly organisationId: string
  readonly organisationName: string
  readonly action: string
  /** Null for a funder that is being added. */
  readonly removeAction: string | null
  readonly backHref: string
  readonly csrf: string
}

/** What a funder contributes and says. */
export function funderFormPage(model: FunderFormModel): Page {
  const { typed, errors, fundName, organisationName, removeAction, csrf } = model
  const field = (name: keyof FunderTyped) => ({ field: name, words: funderFields[name], value: typed[name], errors })
  return {
    title: organisationName,
    hasErrors: errors.length > 0,
    backLink: { href: model.backHref },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`Funder of ${fundName}`)}${organisationName}</h1>
${form(
  { action: model.action, csrf },
  html`${hidden('organisation', model.organisationId)}
${textField(field('contributionPounds'), { pounds: true, width: 'govuk-input--width-10' })}
${textField(field('logoText'))}
${longField(field('quote'), 6)}
${textField(field('quoteSpeaker'))}
${textField(field('quoteSourceUrl'), { type: 'url' })}
${removeAction !== null && html`<p class="govuk-body">A change to the quote or the contribution needs the funder’s approval again.</p>`}
${saveButton(removeAction === null ? 'Add this funder' : 'Save changes')}`,
)}
${
  removeAction !== null &&
  html`<h2 class="govuk-heading-m">Remove this funder</h2>
<p class="govuk-body">What it has approved no longer counts. The audit log keeps it.</p>
${form({ action: removeAction, csrf }, button({ text: `Remove ${organisationName}`, classes: 'govuk-button--warning', preventDoubleClick: true }))}`
}`,
  }
}
