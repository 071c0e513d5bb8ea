import { button, dateInput, radios } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type GiveModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly page: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly detail: string }[]
  readonly chosen: string
  readonly due: { readonly day: string; readonly month: string; readonly year: string }
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  readonly back: string
  readonly colleagues: string
  readonly csrf: string
}

/** Giving a page to somebody who writes. */
export function givePageTo(model: GiveModel): Page {
  const { problems, due } = model
  const problemAt = (href: string) => problems.find((problem) => problem.href === href)
  const title = `Who writes “${model.page}”?`
  return {
    title,
    backLink: { href: model.back, text: 'Back to who owes what' },
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
${form(
  { action: model.action, csrf: model.csrf },
  html`${radios({
    name: 'person',
    idPrefix: 'person',
    fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true } },
    hint: { html: html`Somebody is missing? <a class="govuk-link" href="${model.colleagues}">Invite them</a> first.` },
    errorMessage: problemAt('#person'),
    value: model.chosen,
    items: [
      ...model.people.map(({ id, name, detail }) => ({
        value: id,
        text: name,
        ...(detail !== '' && { hint: { text: detail } }),
      })),
      { divider: 'or' },
      { value: 'nobody', text: 'Nobody in particular' },
    ],
  })}${dateInput({
    id: 'due',
    namePrefix: 'due',
    fieldset: { legend: { text: 'By when? (optional)', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'For example, 27 3 2027. Nothing happens when it passes: it is shown as late.' },
    errorMessage: problemAt('#due-day'),
    items: [
      { name: 'day', value: due.day, classes: 'govuk-input--width-2' },
      { name: 'month', value: due.month, classes: 'govuk-input--width-2' },
      { name: 'year', value: due.year, classes: 'govuk-input--width-4' },
    ],
  })}${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  }
}
