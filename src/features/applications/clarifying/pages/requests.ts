import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { button, checkboxes, insetText, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, momentField, problemSummary } from '../../../../ui/patterns/index.ts'
import type { FileLink } from '../../../forms/index.ts'
import type { FieldText } from '../../extending/extending.messages.ts'
import type { ShownRequest } from '../read-clarified.ts'
import { clarifiedRequest } from './clarified.ts'

export type RequestsModel = {
  readonly reference: string
  readonly title: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** Where the files of replies can be had. */
  readonly fileHref: FileLink
  readonly requests: readonly (ShownRequest & { readonly closeAction: string | undefined })[]
  /** What can be asked about. */
  readonly questions: readonly { readonly id: string; readonly label: string }[]
  /** Why nothing can be asked now, if so. */
  readonly tooEarly: string | undefined
  readonly mayAsk: boolean
  readonly typed: { readonly note: string; readonly due: MomentTyped; readonly questions: ReadonlyMap<string, string> }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What the programme team asked about an application, what was replied, and asking more. */
export const requestsPage = (model: RequestsModel): Page => ({
  title: 'Clarify answers',
  wide: true,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Clarify answers' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.title} ${model.reference}</span>
<h1 class="govuk-heading-l">Clarify answers</h1>
<p class="govuk-body">The application stays as it was submitted. Replies are kept beside it, each as a new version.</p>
${model.requests.length > 0 && html`<h2 class="govuk-heading-m">What was asked</h2>`}
${model.requests.map((request) => clarifiedRequest(request, model.fileHref, closing(request, model)))}
${model.mayAsk && (model.tooEarly === undefined ? asking(model) : insetText({ text: model.tooEarly }))}`,
})

const closing = ({ number, closeAction }: RequestsModel['requests'][number], { csrf, mayAsk }: RequestsModel) =>
  mayAsk && closeAction !== undefined
    ? form(
        { action: closeAction, csrf },
        button({ text: `Close request ${number}`, classes: 'govuk-button--secondary', preventDoubleClick: true }),
      )
    : undefined

function asking({ action, csrf, questions, typed, errors }: RequestsModel): SafeHtml {
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && { text: found.text }
  }
  return html`<h2 class="govuk-heading-m">Ask about answers</h2>
${form(
  { action, csrf, namedByLabels: true },
  html`${checkboxes({
    name: 'questions',
    idPrefix: 'questions',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Which answers do you ask about?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Ask what an answer means, not for a better one: everybody is scored on what they submitted.' },
    errorMessage: errorAt('questions'),
    values: [...typed.questions.keys()],
    items: questions.map(({ id, label }) => ({
      value: id,
      text: label,
      conditional: {
        html: textarea({
          name: `ask-${id}`,
          label: { text: `What do you ask about “${label}”?` },
          value: typed.questions.get(id) ?? '',
          rows: 3,
          errorMessage: errorAt(`ask-${id}`),
        }),
      },
    })),
  })}
${momentField({
  id: 'due',
  legend: 'When is the reply due?',
  hint: 'UK time. For example 27 3 2027, 5pm. Replies after it are marked late.',
  typed: typed.due,
  error: errorAt('due')?.text,
})}
${textarea({
  name: 'note',
  label: { text: 'A note to the authority (optional)', classes: 'govuk-label--s' },
  value: typed.note,
  rows: 3,
  errorMessage: errorAt('note'),
})}
${button({ text: 'Send the request', preventDoubleClick: true })}`,
)}`
}
