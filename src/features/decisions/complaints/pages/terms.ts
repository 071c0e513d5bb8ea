import type { TermsTyped } from '../../../../core/complaints/index.ts'
import { button, input, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { termLabels } from '../complaints.messages.ts'
import { complaintsPath, complaintTermsPath } from '../complaints.paths.ts'

export type TermsModel = {
  readonly round: RoundInFund
  readonly typed: TermsTyped
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const days = ['windowDays', 'acknowledgeDays', 'replyDays'] as const

const dayHints: Readonly<Record<(typeof days)[number], string>> = {
  windowDays: 'After everybody was told what was decided, and after a reply',
  acknowledgeDays: 'After a complaint came in',
  replyDays: 'After a complaint came in, and after a review was asked for',
}

/** On what terms applicants can complain. */
export const termsPage = ({ round, typed, errors, csrf }: TermsModel): Page => {
  const text = (name: 'team' | 'outside', hint: string) =>
    textarea({
      id: name,
      name,
      label: { text: termLabels[name], classes: 'govuk-label--s' },
      hint: { text: hint },
      rows: 4,
      value: typed[name],
      errorMessage: errorAt(errors, name),
    })
  return {
    title: 'Terms of complaints',
    hasErrors: errors.length > 0,
    breadcrumbs: [
      ...decisionsCrumbs(round),
      { text: 'Complaints', href: complaintsPath(round.fund.slug, round.slug) },
      { text: 'Terms' },
    ],
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.name}</span>Terms of complaints</h1>
<p class="govuk-body">Working days are those of England. Complaints that were made keep the days that they were promised.</p>
${form(
  { action: complaintTermsPath(round.fund.slug, round.slug), csrf },
  html`<h2 class="govuk-heading-m">Of this round</h2>
${days.map((name) => input({ id: name, name, label: { text: termLabels[name], classes: 'govuk-label--s' }, hint: { text: dayHints[name] }, classes: 'govuk-input--width-3', inputmode: 'numeric', value: typed[name], errorMessage: errorAt(errors, name) }))}
<h2 class="govuk-heading-m">Of the whole fund</h2>
${text('team', 'What applicants can do before they complain')}
${input({ id: 'outsideBody', name: 'outsideBody', label: { text: termLabels.outsideBody, classes: 'govuk-label--s' }, hint: { text: 'Such as an ombudsman' }, value: typed.outsideBody, errorMessage: errorAt(errors, 'outsideBody') })}
${text('outside', 'How that body can be asked, and what it looks at')}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  }
}
