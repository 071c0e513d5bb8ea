import { button, characterCount, details, input, insetText, radios, textarea } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { diff } from '../../../ui/patterns/index.ts'
import type { ProblemsInWords } from '../guidance.messages.ts'
import { type ChangeKind, changeKinds } from '../guidance-parts.ts'
import type { PageEditor } from '../read-managed.ts'
import type { ChangedField } from '../read-version.ts'
import { managed } from './managed.ts'
import { prose } from './prose.ts'

export type EditPageModel = PageEditor & {
  readonly csrf: string
  readonly problems: ProblemsInWords
  readonly preview: boolean
}

const kindNames: Readonly<Record<ChangeKind, string>> = {
  content: 'Guidance: something is added or said better',
  deadline: 'Dates: the deadline or another date',
  rules: 'Rules: who may apply, what counts, how it is decided',
  correction: 'Correction: a mistake is put right',
}

/** Where the programme team writes a page, sees it and publishes it. */
export function editPagePage(model: EditPageModel): Page {
  return managed(model.frame, {
    title: `Edit: ${model.heading}`,
    trail: { text: 'Public pages', href: model.frame.pagesHref },
    problems: model.problems.list,
    content: html`<p class="govuk-body">${model.savedLine} <a class="govuk-link" href="${model.publicHref}">See the page as the public does</a>.</p>
${clash(model)}
${model.preview && previewOf(model)}
${form({ action: model.action, csrf: model.csrf }, fieldsOf(model))}
${model.changes.length > 0 && html`<h2 class="govuk-heading-m">What the saved draft changes</h2>${fieldDiffs(model.changes)}`}`,
  })
}

function fieldsOf({ typed, seen, problems, publishedNumber, subscribers }: EditPageModel): SafeHtml {
  return html`${hidden('seen', seen)}
${input({ name: 'title', label: { text: 'Title', classes: 'govuk-label--s' }, value: typed.title, errorMessage: problems.of('title') })}
${characterCount({ name: 'summary', label: { text: 'Summary', classes: 'govuk-label--s' }, hint: { text: 'One or two sentences, shown below the title.' }, rows: 2, maxlength: 300, value: typed.summary, errorMessage: problems.of('summary') })}
${textarea({ name: 'body', label: { text: 'Text of the page', classes: 'govuk-label--s' }, hint: { text: 'Headings, lists, links and tables are written with signs, which the examples below show (Markdown). Facts from the round’s set-up are added below the text.' }, rows: 20, value: typed.body, errorMessage: problems.of('body') })}
${markdownHelp}
${
  publishedNumber === undefined
    ? hidden('changeKind', typed.changeKind)
    : html`${characterCount({ name: 'changeNote', label: { text: 'What has changed', classes: 'govuk-label--s' }, hint: { text: 'One sentence that everyone reads, such as “Made the application form more prominent.” Needed when you publish.' }, rows: 2, maxlength: 1000, value: typed.changeNote, errorMessage: problems.of('changeNote') })}
${radios({
  name: 'changeKind',
  fieldset: { legend: { text: 'What kind of change is it?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'People who asked to be told of this kind get an email.' },
  value: typed.changeKind,
  items: changeKinds.map((kind) => ({
    value: kind,
    text: kindNames[kind],
    hint: { text: `${subscribers[kind] ?? 0} ${subscribers[kind] === 1 ? 'person gets' : 'people get'} an email` },
  })),
  errorMessage: problems.of('changeKind'),
})}`
}
<div class="govuk-button-group">
${button({ text: 'Save draft', name: 'do', value: 'save', classes: 'govuk-button--secondary', preventDoubleClick: true })}
${button({ text: 'Preview', name: 'do', value: 'preview', classes: 'govuk-button--secondary' })}
${button({ text: publishedNumber === undefined ? 'Publish' : `Publish as version ${publishedNumber + 1}`, name: 'do', value: 'publish', preventDoubleClick: true })}
</div>`
}

const markdownHelp = details({
  summaryText: 'How to write headings, lists, links and tables',
  html: html`<pre class="app-scroll" tabindex="0" role="region" aria-label="Example of Markdown"><code>## A heading

A paragraph with **bold words** and a [link](https://www.gov.uk).

- a point
- another

1. first
2. second

| Date | What happens |
| --- | --- |
| 10 February | Deadline |
</code></pre>`,
})

function previewOf({ typed }: EditPageModel): SafeHtml {
  return html`<section class="app-preview" id="preview" aria-labelledby="preview-title">
${insetText({ html: html`<strong id="preview-title">Preview.</strong> This is not saved yet. <a class="govuk-link" href="#title">Go on writing</a>.` })}
<h2 class="govuk-heading-xl">${typed.title}</h2>
<p class="govuk-body-l">${typed.summary}</p>
${prose(typed.body)}
<hr class="govuk-section-break govuk-section-break--xl govuk-section-break--visible">
</section>`
}

/** What somebody else wrote meanwhile, beside what was typed here. */
function clash({ theirs }: EditPageModel): SafeHtml | false {
  return (
    theirs !== undefined &&
    html`<section id="theirs" aria-labelledby="theirs-title">
<h2 class="govuk-heading-m" id="theirs-title">What ${theirs.by} saved at ${theirs.at}</h2>
<p class="govuk-body">Below is how your text differs from theirs. Bring the two together in the form; saving again writes over theirs.</p>
${fieldDiffs(theirs.changes)}
${details({
  summaryText: 'Their text, whole',
  html: html`<h3 class="govuk-heading-s">${theirs.text.title}</h3><p class="govuk-body">${theirs.text.summary}</p><div class="app-diff">${theirs.text.body}</div>`,
})}
</section>`
  )
}

const fieldDiffs = (fields: readonly ChangedField[]): SafeHtml =>
  html`${fields.map(
    ({ name, segments, addedWords, removedWords }) => html`<h3 class="govuk-heading-s">${name}</h3>
<p class="govuk-body-s">${addedWords} ${addedWords === 1 ? 'word' : 'words'} added, ${removedWords} taken out</p>
${diff(segments)}`,
  )}`
