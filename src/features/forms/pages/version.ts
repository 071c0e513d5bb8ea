import { button, characterCount, insetText, summaryList } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { verifyThis } from '../../../ui/patterns/index.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { VersionView } from '../read-form-version.ts'
import { changeList, errorAt, link, managedForm, stateTag } from './parts.ts'

export type VersionModel = VersionView & {
  readonly csrf: string
  readonly typedNote: string
  readonly problems: readonly ProblemWords[]
}

/** One version of a form: what it changes, and what can be done with it. */
export function versionPage(model: VersionModel): Page {
  const { frame, number, published, mayEdit } = model
  return managedForm(frame, {
    title: `Version ${number}`,
    tag: stateTag(published),
    caption: model.formName,
    problems: model.problems,
    content: html`${factsOf(model)}
<ul class="govuk-list govuk-list--spaced" id="theirs">
<li>${link(model.previewHref, 'See every page as an applicant does')}</li>
<li>${link(model.tryHref, 'Try it out as an applicant')}</li>
${mayEdit && html`<li>${link(model.testsHref, 'Test applications')}</li>`}
${model.pathsHref !== undefined && html`<li>${link(model.pathsHref, 'See every path through it and what comes of each')}</li>`}
${mayEdit && !published && html`<li>${link(model.editHref, 'Edit its pages and questions')}</li><li>${link(model.definitionHref, 'Edit it as JSON')}</li>`}
<li>${link(model.downloadHref, 'Download it as JSON')}</li>
</ul>
${changesOf(model)}
${mayEdit && !published && publishing(model)}`,
  })
}

function factsOf(model: VersionModel): SafeHtml {
  const { published, usedBy } = model
  return html`${summaryList({
    rows: [
      {
        key: { text: published ? 'Published' : 'Saved' },
        value: { text: `${model.when}${model.by === '' ? '' : ` by ${model.by}`}` },
      },
      published && model.changeNote !== '' && { key: { text: 'What changed' }, value: { text: model.changeNote } },
      { key: { text: 'Asks' }, value: { text: model.size } },
      published && {
        key: { text: 'Filled in by applicants of' },
        value: { text: usedBy.length === 0 ? 'No round yet' : usedBy.join(', ') },
      },
    ],
  })}
${verifyThis('the form', model.sha256)}`
}

function changesOf({ comparedWith, changes }: VersionModel): SafeHtml | false {
  return (
    comparedWith !== undefined &&
    html`<h2 class="govuk-heading-m">What changed since version ${comparedWith}</h2>
${changes.length === 0 ? html`<p class="govuk-body">Nothing that applicants see or are held to.</p>` : changeList(changes)}`
  )
}

function publishing(model: VersionModel): SafeHtml {
  const { comparedWith, problems, csrf } = model
  return html`<h2 class="govuk-heading-m">Publish it</h2>
${insetText({ text: 'A published version never changes. Publishing does not change the form of any round: choose it there afterwards.' })}
${form(
  { action: model.publishAction, csrf, namedByLabels: true },
  html`${hidden('seen', model.sha256)}
${characterCount({
  name: 'changeNote',
  label: {
    text: comparedWith === undefined ? 'About this version (optional)' : 'What has changed',
    classes: 'govuk-label--s',
  },
  hint: { text: 'A sentence that everyone can read, such as “Made the question about staff clearer.”' },
  rows: 2,
  maxlength: 1000,
  value: model.typedNote,
  errorMessage: errorAt(problems, 'changeNote'),
})}
<div class="govuk-button-group">
${button({ text: `Publish version ${model.number}`, preventDoubleClick: true })}
${link(model.deleteHref, 'Delete this draft')}
</div>`,
)}`
}
