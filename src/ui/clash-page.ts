import type { FieldWords } from '../core/saving/field-words.ts'
import { button, input, radios, textarea } from './components/index.ts'
import { form, hidden } from './form.ts'
import { html, type SafeHtml } from './html.ts'
import type { Page } from './page.ts'
import { type DiffSegment, diff, illustrativeLabel } from './patterns/index.ts'
import { problemSummary } from './patterns/problem-summary.ts'

type Line = { readonly text: string; readonly differs: boolean }

/** Of texts, what was changed from theirs to mine; of other answers, each as people read it, line by line. */
export type Difference =
  | { readonly kind: 'text'; readonly changes: readonly DiffSegment[] }
  | { readonly kind: 'answers'; readonly theirs: readonly Line[]; readonly mine: readonly Line[] }

/** `offered`: as it was before anybody worked on it, which goes along with the form. */
export type MergedText = {
  readonly name: string
  /** The name of the field that it could take the place of. */
  readonly replaces: string
  readonly text: string
  readonly offered: { readonly name: string; readonly text: string }
  readonly isLine: boolean
}

/** Somebody who was first and is this person themselves. */
export const youElsewhere = 'you in another tab'

export type ClashModel = {
  readonly title: string
  /** What has happened, in a sentence. */
  readonly happened: string
  /** What becomes of the text that is not chosen, if anything. */
  readonly afterwards?: string
  /** Whether the round is made up. */
  readonly illustrative: boolean
  readonly caption: string
  readonly clashes: readonly {
    /** The id of what was saved: a question, or a criterion. */
    readonly item: string
    readonly label: string
    readonly by: string
    readonly time: string
    readonly theirs: readonly string[]
    readonly differs: Difference
    /** The field with what this person wrote, to send as it is or changed. */
    readonly field: readonly SafeHtml[]
    /** A third text of both, to start from, where they are texts and one of both can be kept. */
    readonly merged?: MergedText | undefined
  }[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly versions: string
  /** The other hidden fields of the form. */
  readonly carried: SafeHtml
  readonly action: string
  /** The name under which the page that was written first keeps unsaved text in the browser. */
  readonly keepFor?: string | undefined
  /** What stands beside the fields of what this person wrote. */
  readonly words?: FieldWords | undefined
  /** Whether files can be sent with it. */
  readonly takesFiles: boolean
  readonly back: { readonly href: string; readonly text: string }
  readonly csrf: string
}

/** Two people, or two windows, wrote the same. Both texts are here; this person decides which stays. */
export function clashPage(model: ClashModel): Page {
  const { clashes, problems, title, happened } = model
  return {
    title,
    backLink: model.back,
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.caption}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${happened} Nothing is lost: both texts are below. Choose which one to keep. You can change yours first, for example to take in what the other says.${model.afterwards && ` ${model.afterwards}`}</p>
${form(
  {
    action: model.action,
    csrf: model.csrf,
    keepFor: model.keepFor,
    words: model.words,
    enctype: model.takesFiles ? 'multipart/form-data' : undefined,
  },
  html`${hidden('version', model.versions)}${model.carried}
${clashes.map(oneClash)}
${button({ text: 'Save and continue', name: 'action', value: 'continue' })}`,
)}`,
  }
}

function oneClash({ item, label, by, time, theirs, differs, field, merged }: ClashModel['clashes'][number]): SafeHtml {
  return html`${hidden('clash', item)}
<h2 class="govuk-heading-m">${label}</h2>
<h3 class="govuk-heading-s">Saved by ${by} at ${time}</h3>
<div class="govuk-inset-text">${theirs.length === 0 ? 'Left blank' : theirs.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}</div>
<h3 class="govuk-heading-s">What you wrote</h3>
${field}
<h3 class="govuk-heading-s">How yours differs</h3>
${differs.kind === 'text' ? diff(differs.changes) : sideBySide(by, differs)}
${merged && mergedField(merged)}
${radios({
  name: `keep-${item}`,
  fieldset: { legend: { text: 'Which do you want to keep?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'mine', text: 'What you wrote' },
    { value: 'theirs', text: `What ${by === youElsewhere ? 'was saved in the other tab' : `${by} saved`}` },
    merged && { value: 'merged', text: 'The text of both' },
  ],
})}`
}

function mergedField({ name, replaces, text, offered, isLine }: MergedText): SafeHtml {
  const options = {
    name,
    id: name,
    value: text,
    attributes: { 'data-replaces': replaces },
    label: { text: 'A text of both', classes: 'govuk-label--s' },
    hint: { text: 'To start with, it is one text after the other. Change it as you like.' },
  }
  return html`${hidden(offered.name, offered.text)}
${isLine ? input(options) : textarea({ ...options, rows: '8' })}`
}

/** Two columns, one under the other on a narrow screen. */
const sideBySide = (by: string, { theirs, mine }: Extract<Difference, { readonly kind: 'answers' }>): SafeHtml =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">${listOf(`Saved by ${by}`, theirs)}</div><div class="govuk-grid-column-one-half">${listOf('What you wrote', mine)}</div></div>`

function listOf(heading: string, lines: readonly Line[]): SafeHtml {
  const items = lines.length === 0 ? [{ text: 'Left blank', differs: true }] : lines
  return html`<h4 class="govuk-heading-s">${heading}</h4>
<ul class="govuk-list">${items.map(({ text, differs }) => (differs ? html`<li><strong>${text}</strong><span class="govuk-visually-hidden"> (differs)</span></li>` : html`<li>${text}</li>`))}</ul>`
}
