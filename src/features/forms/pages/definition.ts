import { button, textarea } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { fileChooser } from '../../../ui/patterns/index.ts'
import type { ChangeInWords } from '../describe-changes.messages.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { FormFrame } from '../read-round-form.ts'
import { changeList, managedForm } from './parts.ts'

export type DefinitionModel = {
  readonly frame: FormFrame
  readonly formName: string
  /** The number of the version that is kept. */
  readonly number: number
  readonly pasted: string
  readonly seen: string
  /** How what is in the box differs from what somebody else saved meanwhile. */
  readonly theirs: readonly ChangeInWords[] | undefined
  readonly problems: readonly ProblemWords[]
  readonly action: string
  readonly csrf: string
}

/** The whole definition of a draft as JSON, to be edited elsewhere and pasted back. */
export function definitionPage(model: DefinitionModel): Page {
  const { frame, theirs, problems } = model
  return managedForm(frame, {
    title: `Version ${model.number} as JSON`,
    caption: model.formName,
    problems,
    content: html`${
      theirs !== undefined &&
      html`<section id="theirs" aria-labelledby="theirs-title"><h2 class="govuk-heading-m" id="theirs-title">How your text differs from what is saved now</h2>
${theirs.length === 0 ? html`<p class="govuk-body">It asks the same.</p>` : changeList(theirs)}
<p class="govuk-body">Saving again writes over what is saved now.</p></section>`
    }
<p class="govuk-body">This is the whole form as one text, in a notation for programs called JSON. It is for bringing in a form that was made elsewhere, or for changing much of one at once. You do not need it to change single pages and questions: each has a page of its own. Nothing is published by saving it.</p>
${form(
  { action: model.action, csrf: model.csrf, enctype: 'multipart/form-data' },
  html`${hidden('seen', model.seen)}${fileChooser({
    name: 'upload',
    label: { text: 'Choose a file with the definition', classes: 'govuk-label--s' },
    hint: {
      text: 'A form that was downloaded as JSON, here or elsewhere. It takes the place of what is in the box below',
    },
    errorMessage: summed(problems.filter(({ href }) => href === '#upload')),
    attributes: { accept: '.json' },
  })}
${definitionField(model.pasted, problems, 24)}
${button({ text: 'Save the draft', preventDoubleClick: true })}`,
)}`,
  })
}

/** Where a definition is pasted, with everything that is wrong with it. */
export function definitionField(pasted: string, problems: readonly ProblemWords[], rows: number): SafeHtml {
  const wrong = problems.filter(({ href }) => href === '#definition')
  return textarea({
    name: 'definition',
    label: { text: 'Definition of the form, in JSON', classes: 'govuk-label--s' },
    errorMessage: summed(wrong),
    value: pasted,
    rows,
    spellcheck: false,
    attributes: { autocapitalize: 'off', autocomplete: 'off' },
  })
}

/** Many problems are read at the top of the page, where each has a line. */
function summed([first, ...others]: readonly ProblemWords[]): { readonly text: string } | undefined {
  if (first === undefined) return undefined
  if (others.length === 0) return { text: first.text }
  return { text: `${others.length + 1} things are wrong with the definition. They are listed at the top of the page` }
}
