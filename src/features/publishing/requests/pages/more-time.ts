import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, checkboxes, details, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { dayField, errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import { letterPart } from './letter.ts'

/** More time for a request: what was taken of it, and taking it; `take` is undefined where this person cannot, or not now. */
export type MoreTime = {
  readonly taken: readonly { readonly when: string; readonly reason: string; readonly letter: string }[]
  readonly take:
    | {
        readonly action: string
        readonly allowed: string
        /** None where the law asks for none. */
        readonly exemptions: readonly { readonly value: string; readonly text: string }[]
        readonly latest: string
        /** What is ticked to take longer than that; '' where the law does not allow it. */
        readonly longer: string
        readonly typed: {
          readonly exemptions: readonly string[]
          readonly reason: string
          readonly until: TypedDay
          readonly exceptional: boolean
        }
      }
    | undefined
}

type Around = { readonly errors: readonly FieldText[]; readonly csrf: string }

export const moreTimePart = ({ taken, take }: MoreTime, around: Around): SafeHtml => html`${
  taken.length > 0 &&
  html`<h2 class="govuk-heading-m">More time</h2>
${taken.map(takenOne)}`
}
${take !== undefined && taking(take, around)}`

const takenOne = ({
  when,
  reason,
  letter,
}: MoreTime['taken'][number]): SafeHtml => html`<p class="govuk-body">${when}</p>
<p class="govuk-body app-kept-lines">${reason}</p>
${letterPart('Letter to the requester', 'Send it from the mail system on the day on which the time is extended.', letter)}`

const fieldsOfTime: readonly string[] = ['extension-exemptions', 'extension-reason', 'until-day', 'exceptional']

function taking(
  { action, allowed, exemptions, latest, longer, typed }: NonNullable<MoreTime['take']>,
  { errors, csrf }: Around,
): SafeHtml {
  const small = 'govuk-fieldset__legend--s'
  return details({
    summaryText: 'Take more time',
    open: errors.some(({ field }) => fieldsOfTime.includes(field)),
    html: form(
      { action, csrf },
      html`<p class="govuk-body">${allowed}</p>
${
  exemptions.length > 0 &&
  checkboxes({
    idPrefix: 'extension-exemptions',
    name: 'extension-exemptions',
    fieldset: { legend: { text: 'For which exemptions is the public interest weighed?', classes: small } },
    classes: 'govuk-checkboxes--small',
    values: typed.exemptions,
    items: exemptions.map((each) => ({ ...each })),
    errorMessage: errorAt(errors, 'extension-exemptions'),
  })
}
${textarea({ id: 'extension-reason', name: 'extension-reason', label: { text: 'Why is more time needed?', classes: 'govuk-label--s' }, hint: { text: 'The requester reads it in the letter' }, rows: 3, value: typed.reason, errorMessage: errorAt(errors, 'extension-reason') })}
${dayField({ id: 'until', legend: 'By when do you expect to answer?', hint: latest, typed: typed.until, errors })}
${
  longer !== '' &&
  checkboxes({
    idPrefix: 'exceptional',
    name: 'exceptional',
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: longer, checked: typed.exceptional }],
  })
}
${button({ text: 'Extend the time', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })
}
