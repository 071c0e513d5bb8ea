import { button, input, select } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { errorAt, link, managedForm } from '../../pages/parts.ts'
import type { EditorFrame } from '../../read-draft.ts'

export type SectionModel = EditorFrame & {
  readonly isNew: boolean
  readonly title: string
  readonly from: string
  readonly pages: readonly { readonly id: string; readonly title: string }[]
  readonly action: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** A section of a draft: its title, and for a new one where it begins. */
export function sectionPage(model: SectionModel): Page {
  const { isNew, pages, problems } = model
  return managedForm(model.frame, {
    title: isNew ? 'Add a section' : 'Change a section',
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems,
    content: html`<p class="govuk-body">A section is a heading over pages in the list of tasks.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${input({ name: 'title', label: { text: 'Title of the section', classes: 'govuk-label--s' }, value: model.title, errorMessage: errorAt(problems, 'title') })}
${
  isNew &&
  select({
    name: 'from',
    label: { text: 'Which page does it begin with?', classes: 'govuk-label--s' },
    hint: { text: 'That page and those after it, up to the next section, go into it. Pages can be moved afterwards' },
    value: model.from,
    errorMessage: errorAt(problems, 'from'),
    items: [{ value: '', text: 'Select a page' }, ...pages.map(({ id, title }) => ({ value: id, text: title }))],
  })
}
<div class="govuk-button-group">${button({ text: isNew ? 'Add the section' : 'Save the section', preventDoubleClick: true })}${link(model.editHref, 'Cancel')}</div>`,
)}`,
  })
}
