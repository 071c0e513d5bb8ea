import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { button, input, radios, select, table } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, momentField, problemSummary } from '../../../../ui/patterns/index.ts'
import type { FieldText } from '../../extending/extending.messages.ts'

export type KeyInModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly keyed: readonly {
    readonly reference: string
    readonly href: string
    readonly lead: string
    readonly received: string
    readonly by: string
    readonly state: string
  }[]
  readonly authorities: readonly { readonly value: string; readonly text: string }[]
  readonly typed: {
    readonly leadId: string
    readonly channel: string
    readonly received: MomentTyped
    readonly name: string
    readonly email: string
  }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Keying in what came by email or on paper. */
export const keyInPage = (model: KeyInModel): Page => ({
  title: 'Key in an application',
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Key in an application' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.caption}</span>
<h1 class="govuk-heading-l">Key in an application</h1>
<p class="govuk-body">For an authority that sent its application by email or on paper. Key it in as it was written, and submit it: the time at which it came to you is what counts. The applicant is then asked by email whether it is theirs. Whoever keys an application in must not assess it.</p>
${model.keyed.length > 0 && keyedTable(model.keyed)}
${starting(model)}`,
})

function keyedTable(keyed: KeyInModel['keyed']): SafeHtml {
  const grid = table({
    caption: 'Keyed in so far',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Reference', 'Lead', 'Received', 'Keyed in by', 'Confirmed'].map((text) => ({ text })),
    rows: keyed.map(({ reference, href, lead, received, by, state }) => [
      { html: html`<a class="govuk-link" href="${href}">${reference}</a>` },
      { text: lead },
      { text: received },
      { text: by },
      { text: state },
    ]),
  })
  return html`<div class="app-scroll" tabindex="0" role="region" aria-label="Keyed in so far">${grid}</div>`
}

function starting({ action, csrf, typed, errors, authorities }: KeyInModel): SafeHtml {
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && { text: found.text }
  }
  return form(
    { action, csrf },
    html`${select({
      id: 'lead',
      name: 'lead',
      label: { text: 'Which authority leads it?', classes: 'govuk-label--s' },
      attributes: { 'data-autocomplete': '' },
      items: [{ value: '', text: 'Select an authority' }, ...authorities],
      value: typed.leadId,
      errorMessage: errorAt('lead'),
    })}
${radios({
  name: 'channel',
  value: typed.channel,
  fieldset: { legend: { text: 'How did it come?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt('channel'),
  items: [
    { value: 'email', text: 'By email' },
    { value: 'paper', text: 'On paper' },
  ],
})}
${momentField({
  id: 'received',
  legend: 'When did it reach you?',
  hint: 'UK time. For an email, when the mailbox received it. For example 10 2 2027, 4:58pm.',
  typed: typed.received,
  error: errorAt('received')?.text,
})}
${input({
  name: 'name',
  label: { text: 'Name of the person who sent it', classes: 'govuk-label--s' },
  value: typed.name,
  errorMessage: errorAt('name'),
  classes: 'govuk-input--width-20',
})}
${input({
  name: 'email',
  type: 'email',
  label: { text: 'Their email address', classes: 'govuk-label--s' },
  hint: { text: 'They are asked there whether the application is theirs' },
  value: typed.email,
  errorMessage: errorAt('email'),
  classes: 'govuk-input--width-20',
  spellcheck: false,
})}
${button({ text: 'Start keying in', preventDoubleClick: true })}`,
  )
}
