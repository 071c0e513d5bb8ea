import { button, details, insetText, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { type CriterionModel, criterionFields, type WholeModel, wholeFields } from './score-fields.ts'

export type ScoreModel = {
  readonly reference: string
  readonly name: string
  readonly illustrative: boolean
  readonly practice: boolean
  /** How long it should take and by when, in a sentence. */
  readonly pace: string
  readonly action: string
  readonly conflictAction: string
  readonly csrf: string
  /** The name under which unsaved text waits in the browser. */
  readonly autosaveKey: string
  readonly back: string
  readonly versions: string
  readonly rulesSha256: string
  readonly criteria: readonly CriterionModel[]
  readonly whole: WholeModel
  /** What no criterion asks for. */
  readonly rest: readonly { readonly title: string; readonly summary: SafeHtml }[]
  /** There are files, and the rules hide who applies: what is in a file is shown as it came. */
  readonly filesName: boolean
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}

/** What was answered and what is looked for side by side, with what an assessor gives and says. */
export function scorePage(model: ScoreModel): Page {
  const { problems, action, practice } = model
  const title = practice ? `Practise on ${model.name}` : `Score ${model.name}`
  return {
    title,
    backLink: { href: model.back, text: 'Back to your pile' },
    hasErrors: problems.length > 0,
    wide: true,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
${practice && insetText({ text: 'This is practice and counts for nothing. When you have submitted it you see what the programme team has agreed, and why.' })}
<p class="govuk-body">${model.pace} Most browsers save what you write while you type; “Save and come back later” always does.</p>
${model.filesName && insetText({ text: 'The rules hide who applies. Files are shown as they were sent in and may name the applicant: names in them cannot be hidden. Score as if you had not seen them.' })}
<nav aria-label="Criteria"><ul class="govuk-list app-inline-links">${model.criteria.map(({ id, name }) => html`<li><a class="govuk-link" href="#criterion-${id}">${name}</a></li>`)}<li><a class="govuk-link" href="#whole">The application as a whole</a></li></ul></nav>
${details({ summaryText: 'You have found a conflict of interest', html: lateConflict(model) })}
${form(
  { action, csrf: model.csrf, autosave: action, autosaveKey: model.autosaveKey },
  html`${hidden('version', model.versions)}${hidden('rules', model.rulesSha256)}
${model.criteria.map(criterionFields)}
${wholeFields(model.whole)}
<div class="govuk-button-group">
${button({ text: 'Save and submit', name: 'action', value: 'submit', preventDoubleClick: true })}
${button({ text: 'Save and come back later', name: 'action', value: 'later', classes: 'govuk-button--secondary' })}
</div>
<p class="govuk-body">Once submitted, it can no longer be changed.</p>`,
)}
${model.rest.length > 0 && html`<h2 class="govuk-heading-m">The rest of the application</h2>`}
${model.rest.map(({ title: part, summary }) => details({ summaryText: part, html: summary }))}`,
  }
}

const lateConflict = ({ conflictAction, csrf }: ScoreModel): SafeHtml =>
  html`<p class="govuk-body">The application is taken away from you at once. What you have scored stays where it is and does not count.</p>
${form(
  { action: conflictAction, csrf },
  html`${textarea({
    name: 'statement',
    id: 'late-statement',
    label: { text: 'What is it? (optional)' },
    rows: 2,
  })}
${button({ text: 'Declare a conflict', classes: 'govuk-button--warning' })}`,
)}`
