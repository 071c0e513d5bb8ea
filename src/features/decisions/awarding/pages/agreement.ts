import type { Agreement } from '../../../../core/awards/index.ts'
import { dayInWords } from '../../../../core/time/day.ts'
import { summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { pounds, typeText } from '../awarding.messages.ts'

const day = (on: string | null): string => (on === null ? 'Not set' : dayInWords(on))

/** What an agreement says, as both sides read it. */
export const agreementParts = ({ conditions, ...agreement }: Agreement): SafeHtml => {
  const further = conditions.filter(({ standing }) => !standing)
  return html`${summaryList({
    rows: [
      ['Title', agreement.title],
      ['Worth', pounds(agreement.pounds)],
      ['What it is', typeText[agreement.type]],
      ['Council', agreement.council.name],
      ['Partners', agreement.partners.map(({ name }) => name).join(', ') || 'None'],
      ['Funders', agreement.funders.join(', ')],
      ['Starts', day(agreement.startsOn)],
      ['Ends', day(agreement.endsOn)],
    ].map(([key = '', value = '']) => ({ key: { text: key }, value: { text: value } })),
  })}
<h3 class="govuk-heading-s">Learning agreement</h3>
<p class="govuk-body">In return for the award the council undertakes to:</p>
<ul class="govuk-list govuk-list--bullet">${conditions.filter(({ standing }) => standing).map(({ text }) => html`<li>${text}</li>`)}</ul>
${
  further.length > 0 &&
  html`<h3 class="govuk-heading-s">Further conditions</h3>
<ul class="govuk-list govuk-list--bullet">${further.map(({ text, dueOn }) => html`<li>${text}${dueOn !== null && html` <strong>Due ${dayInWords(dueOn)}</strong>`}</li>`)}</ul>`
}`
}

/** One version in the list of all. */
export type VersionLine = {
  readonly number: number
  readonly madeAt: string
  readonly reason: string
  readonly standing: string
  readonly pdfHref: string
}

export const versionList = (versions: readonly VersionLine[]): SafeHtml =>
  html`<h2 class="govuk-heading-m">Versions</h2>
<ul class="govuk-list govuk-list--spaced">${versions.map(
    ({ number, madeAt, reason, standing, pdfHref }) =>
      html`<li><a class="govuk-link" href="${pdfHref}">Version ${number} (PDF)</a>, ${madeAt}. ${standing}.${reason !== '' && html` Why it was changed: ${reason}`}</li>`,
  )}</ul>`

/** How a signer stands. */
export type SignerLine = { readonly role: string; readonly who: string; readonly standing: string }

export const signerList = (signers: readonly SignerLine[]): SafeHtml =>
  summaryList({
    rows: signers.map(({ role, who, standing }) => ({
      key: { text: role },
      value: { html: html`${who !== '' && html`${who}<br>`}${standing}` },
    })),
  })
