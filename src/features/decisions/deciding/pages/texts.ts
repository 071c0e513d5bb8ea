import { button, input, insetText, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'

export type TextsModel = {
  readonly round: RoundInFund
  readonly title: string
  readonly intro: string
  /** Whether it is shown to somebody who may not write it, or not any more. */
  readonly readOnly: boolean
  readonly fields: readonly {
    readonly id: string
    readonly label: string
    readonly hint: string
    readonly value: string
    readonly short: boolean
  }[]
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Texts that are written for the decision, each in a field of its own. */
export function textsPage({ round, title, intro, readOnly, fields, errors, action, csrf }: TextsModel): Page {
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && { text: found.text }
  }
  return {
    title,
    hasErrors: errors.length > 0,
    breadcrumbs: [...decisionsCrumbs(round), { text: title }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl" id="decision"><span class="govuk-caption-xl">${round.name}</span>${title}</h1>
<p class="govuk-body">${intro}</p>
${
  readOnly
    ? fields.every(({ value }) => value === '')
      ? insetText({ text: 'Nothing is written yet.' })
      : fields.map(
          ({ label, value }) =>
            html`<h2 class="govuk-heading-m">${label}</h2><p class="govuk-body app-kept-lines">${value}</p>`,
        )
    : form(
        { action, csrf },
        html`${fields.map(({ id, label, hint, value, short }) => {
          const common = {
            id,
            name: id,
            label: { text: label, classes: 'govuk-label--m' },
            hint: { text: hint },
            value,
          }
          const errorMessage = errorAt(id)
          return short ? input({ ...common, errorMessage }) : textarea({ ...common, errorMessage, rows: 5 })
        })}${button({ text: 'Save', preventDoubleClick: true })}`,
      )
}`,
  }
}
