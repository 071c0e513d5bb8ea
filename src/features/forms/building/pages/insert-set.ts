import { button, radios, select } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { errorAt, link, managedForm } from '../../pages/parts.ts'
import type { EditorFrame } from '../../read-draft.ts'

export type InsertSetModel = EditorFrame & {
  readonly sets: readonly {
    readonly id: string
    readonly name: string
    /** Whether it is offered to every fund, and changed by nobody here. */
    readonly ofService: boolean
    readonly questions: readonly string[]
  }[]
  readonly pages: readonly { readonly id: string; readonly title: string }[]
  readonly set: string
  readonly page: string
  readonly action: string
  readonly retireAction: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** The sets of questions of the fund and of the service, to be put into a draft; those of the fund can be removed. */
export const insertSetPage = (model: InsertSetModel): Page =>
  managedForm(model.frame, {
    title: 'Add a set of questions',
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems: model.problems,
    content:
      model.sets.length === 0
        ? html`<p class="govuk-body">The fund has no sets of questions yet. Keep questions of a form as a set first.</p>
<p class="govuk-body">${link(model.editHref, 'Back to the pages and questions')}</p>`
        : html`${form(
            { action: model.action, csrf: model.csrf },
            html`${radios({
              name: 'set',
              idPrefix: 'set',
              fieldset: { legend: { text: 'Which set?', classes: 'govuk-fieldset__legend--s' } },
              value: model.set,
              errorMessage: errorAt(model.problems, 'set'),
              items: model.sets.map(({ id, name, ofService, questions }) => ({
                value: id,
                text: ofService ? `${name} (offered to every fund)` : name,
                hint: { text: questions.join('; ') },
              })),
            })}
${select({
  name: 'page',
  label: { text: 'Which page do you want to add it to?', classes: 'govuk-label--s' },
  value: model.page,
  errorMessage: errorAt(model.problems, 'page'),
  items: [{ value: '', text: 'Select a page' }, ...model.pages.map(({ id, title }) => ({ value: id, text: title }))],
})}
<div class="govuk-button-group">${button({ text: 'Add the questions', preventDoubleClick: true })}${link(model.editHref, 'Cancel')}</div>`,
          )}
${changes(model)}`,
  })

const changes = (model: InsertSetModel): SafeHtml | false => {
  const own = model.sets.filter(({ ofService }) => !ofService)
  return (
    own.length > 0 &&
    html`<h2 class="govuk-heading-m">Change or remove a set</h2>
<p class="govuk-body">To change a set, add its questions to a form, change them there and keep them under the same name. A set that is removed is not offered any more; forms that have its questions keep them.</p>
${own.map(({ id, name }) =>
  form(
    { action: model.retireAction, csrf: model.csrf },
    html`${hidden('set', id)}<p class="govuk-body"><button type="submit" class="app-link-button">Remove<span class="govuk-visually-hidden"> the set</span> “${name}”</button></p>`,
  ),
)}`
  )
}
