import type { FieldWords } from '../../../../core/saving/field-words.ts'
import { presenceWords } from '../../../../core/text/presence-words.ts'
import { button, details, insetText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { type CountdownOptions, countdown, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type QuestionModel = {
  /** Whether the round is made up. */
  readonly illustrative: boolean
  readonly title: string
  readonly caption: string
  /** Whether the label of the only question is the heading. */
  readonly headingInField: boolean
  readonly guidance: string | undefined
  readonly fields: readonly SafeHtml[]
  /** What stands beside them. */
  readonly words: FieldWords
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  /** Said above everything: the deadline has passed, or this was submitted meanwhile. */
  readonly notice: string | undefined
  /** How long is left; none when it has passed, which the notice says. */
  readonly deadline: CountdownOptions | undefined
  readonly versions: string
  readonly formVersionId: string
  readonly action: string
  /** Whether files can be sent with it. */
  readonly takesFiles: boolean
  /** The name under which unsaved text waits in the browser. */
  readonly autosaveKey: string
  readonly back: string
  /** Not this person's to write. */
  readonly readOnly: boolean
  readonly csrf: string
  /** What goes on at this page besides; undefined for those who only read. */
  readonly together: TogetherModel | undefined
  /** What was written and is not the answer, because somebody else was first. */
  readonly setAside: readonly {
    readonly label: string
    readonly by: string
    readonly time: string
    /** Its first words, by which several are told apart. */
    readonly begins: string
    readonly lines: readonly string[]
  }[]
}

export type TogetherModel = {
  readonly comments: { readonly href: string; readonly open: number }
  readonly history: string
  /** "For Tom Okafor, due on …"; '' when it was given to nobody. */
  readonly given: string
  /** Its questions that were given by themselves. */
  readonly questions: readonly { readonly label: string; readonly href: string; readonly who: string }[]
  /** Where it, or one of its questions, is given to somebody; undefined for those who may not. */
  readonly give: string | undefined
  readonly present: readonly string[]
  /** Where a script says that this page is open. */
  readonly presence: string
}

/** A page of questions. Saving keeps whatever was typed; what is wrong with it is said afterwards. */
export function questionPage(model: QuestionModel): Page {
  const { title, problems, fields } = model
  const content = html`${hidden('version', model.versions)}${hidden('form', model.formVersionId)}
${fields}
${!model.readOnly && buttons}`
  return {
    title,
    backLink: { href: model.back, text: 'Back to all questions' },
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
${model.notice !== undefined && insetText({ text: model.notice })}
${model.readOnly && insetText({ text: 'You can read this page, but not change it. The lead authority decides who writes it.' })}
${model.deadline !== undefined && countdown(model.deadline)}
<span class="govuk-caption-l">${model.caption}</span>
${!model.headingInField && html`<h1 class="govuk-heading-l">${title}</h1>`}
${model.together !== undefined && togetherOf(model.together, model.csrf)}
${model.guidance !== undefined && markdown(model.guidance)}
${
  model.readOnly
    ? html`<fieldset class="govuk-fieldset" disabled>${fields}</fieldset>`
    : form(
        {
          action: model.action,
          csrf: model.csrf,
          enctype: model.takesFiles ? 'multipart/form-data' : undefined,
          autosave: model.action,
          autosaveKey: model.autosaveKey,
          words: model.words,
        },
        content,
      )
}
${model.setAside.map(asideOf)}`,
  }
}

/** Who else is here, whose the page is, and what was said about it. */
const togetherOf = (model: TogetherModel, csrf: string): SafeHtml => {
  const { comments, history, given, give, questions, present, presence } = model
  return html`<p class="app-presence govuk-body" role="status" data-presence="${presence}" data-csrf="${csrf}">${presenceWords(present)}</p>
<ul class="govuk-list app-inline-links">${given !== '' && html`<li>${given}</li>`}
<li><a class="govuk-link" href="${comments.href}">Comments${comments.open > 0 && ` (${comments.open} open)`}</a></li>
<li><a class="govuk-link" href="${history}">History</a></li>${give !== undefined && html`\n<li><a class="govuk-link" href="${give}">Give to somebody</a></li>`}</ul>
${questions.length > 0 && html`<ul class="govuk-list">${questions.map(({ label, href, who }) => html`<li><a class="govuk-link" href="${href}">${label}</a>: ${who}</li>`)}</ul>`}`
}

const asideOf = ({ label, by, time, begins, lines }: QuestionModel['setAside'][number]): SafeHtml =>
  details({
    summaryText: `Set aside: what ${by} wrote at ${time}: “${begins}”`,
    html: html`<p class="govuk-body">Somebody else saved “${label}” at the same time, so this text is not the answer. It is kept here: copy from it what you need.</p>
<p class="govuk-body">${lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}</p>`,
  })

const buttons = html`<div class="govuk-button-group">
${button({ text: 'Save and continue', name: 'action', value: 'continue' })}
${button({ text: 'Save and come back later', name: 'action', value: 'later', classes: 'govuk-button--secondary' })}
</div>`
