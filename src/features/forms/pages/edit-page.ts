import { button, input, summaryList, textarea } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'
import type { Page } from '../../../ui/page.ts'
import { markdownHint } from '../../../ui/patterns/index.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { PageTyped } from '../page-typed.ts'
import type { EditorFrame } from '../read-draft.ts'
import { errorAt, link, managedForm } from './parts.ts'

export type EditPageModel = EditorFrame & {
  readonly typed: PageTyped
  /** What is saved now, beside what was typed, after somebody else changed it. */
  readonly theirs: PageTyped | undefined
  /** Whether to show what was typed as applicants would see it. */
  readonly preview: boolean
  readonly seen: string
  readonly part: 'page' | 'new-page' | 'form'
  readonly action: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** The fields that errors can link to. */
export const pageFieldIds = ['title', 'theirs', 'main-content'] as const

const words = {
  page: {
    heading: 'Change a page',
    title: 'Title of the page',
    guidance: 'Guidance above the questions',
    save: 'Save the page',
  },
  'new-page': {
    heading: 'Add a page',
    title: 'Title of the page',
    guidance: 'Guidance above the questions',
    save: 'Add the page',
  },
  form: {
    heading: 'Change the title of the form',
    title: 'Title of the form',
    guidance: 'Guidance before the first page',
    save: 'Save',
  },
} as const

/** The title and the guidance of a page of a draft, or of the form itself. */
export function editFormPage(model: EditPageModel): Page {
  const { frame, typed, theirs, problems, part } = model
  const said = words[part]
  return managedForm(frame, {
    title: said.heading,
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems,
    content: html`${
      theirs !== undefined &&
      html`<section id="theirs" aria-labelledby="theirs-title"><h2 class="govuk-heading-m" id="theirs-title">As it is saved now</h2>
${summaryList({ rows: [{ key: { text: 'Title' }, value: { text: theirs.title } }, theirs.guidance !== '' && { key: { text: 'Guidance' }, value: { text: theirs.guidance } }] })}
<p class="govuk-body">Below is what you wrote. Saving it again writes over theirs.</p></section>`
    }
${
  model.preview &&
  html`<section aria-labelledby="preview-title" class="app-preview"><h2 class="govuk-heading-m" id="preview-title">As applicants would see it: ${typed.title}</h2>
<p class="govuk-body">This is not saved yet.</p>${typed.guidance.trim() !== '' && markdown(typed.guidance, { headingLevel: 3 })}</section>`
}
${form(
  { action: model.action, csrf: model.csrf, namedByLabels: true },
  html`${hidden('seen', model.seen)}
${input({ name: 'title', label: { text: said.title, classes: 'govuk-label--s' }, value: typed.title, errorMessage: errorAt(problems, 'title') })}
${textarea({ name: 'guidance', label: { text: `${said.guidance} (optional)`, classes: 'govuk-label--s' }, hint: { text: markdownHint }, value: typed.guidance, rows: 6 })}
<div class="govuk-button-group">
${button({ text: said.save, preventDoubleClick: true })}
${button({ text: 'See it first', name: 'preview', value: 'yes', classes: 'govuk-button--secondary' })}
${link(model.editHref, 'Cancel')}
</div>`,
)}`,
  })
}
