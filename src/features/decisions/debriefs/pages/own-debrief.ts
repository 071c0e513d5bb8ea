import { button, insetText, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { emailAddress, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { errorAt } from '../../interviewing/pages/parts.ts'
import { type TypedText, typedTexts } from '../../pages/typed-texts.ts'

export type OwnDebriefModel = {
  readonly reference: string
  readonly roundName: string
  readonly illustrative: boolean
  readonly applicationHref: string
  /** Until when one can be asked for, or why none can; a sentence. */
  readonly when: string
  /** What was asked and what came of it, a row each; nothing where none was asked for. */
  readonly rows: readonly { readonly name: string; readonly text: string }[]
  /** Where another time is asked for; '' while none stands. */
  readonly contactEmail: string
  /** Its time as a file for a calendar; undefined while none stands. */
  readonly eventHref: string | undefined
  /** Undefined where this person cannot ask now. */
  readonly ask: { readonly action: string; readonly wants: string; readonly times: string } | undefined
  readonly withdrawAction: string | undefined
  /** What was typed and not taken, to copy. */
  readonly typed: readonly TypedText[]
  readonly problems: readonly FieldText[]
  readonly csrf: string
}

/** The debrief of an application, for its own people. */
export const ownDebriefPage = (model: OwnDebriefModel): Page => ({
  title: 'Debrief',
  breadcrumbs: [{ text: 'Application', href: model.applicationHref }, { text: 'Debrief' }],
  hasErrors: model.problems.length > 0,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}, ${model.roundName}</span>Debrief</h1>
<p class="govuk-body">In a debrief you talk with the programme team about how your application was judged and what would make the next one better. It changes no decision.</p>
${model.when !== '' && insetText({ text: model.when })}
${
  model.rows.length > 0 &&
  summaryList({
    rows: model.rows.map(({ name, text }) => ({
      key: { text: name },
      value: { html: html`<span class="app-kept-lines">${text}</span>` },
    })),
  })
}
${model.eventHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.eventHref}">Add it to your calendar</a> (an .ics file)</p>`}
${model.contactEmail !== '' && html`<p class="govuk-body">If you cannot come then, ask for another time: <a class="govuk-link" href="mailto:${model.contactEmail}">${emailAddress(model.contactEmail)}</a></p>`}
${model.ask !== undefined && asking(model, model.ask)}
${typedTexts(model.typed)}
${model.withdrawAction !== undefined && form({ action: model.withdrawAction, csrf: model.csrf }, button({ text: 'We no longer want a debrief', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`,
})

const asking = (model: OwnDebriefModel, { action, wants, times }: NonNullable<OwnDebriefModel['ask']>): SafeHtml =>
  form(
    { action, csrf: model.csrf },
    html`${textarea({
      name: 'wants',
      id: 'wants',
      label: { text: 'What do you want to discuss?', classes: 'govuk-label--m' },
      value: wants,
      rows: 5,
      errorMessage: errorAt(model.problems, 'wants'),
    })}
${textarea({
  name: 'times',
  id: 'times',
  label: { text: 'When could you talk?', classes: 'govuk-label--m' },
  hint: { text: 'Two or three times in the next weeks, one on each line' },
  value: times,
  rows: 3,
  errorMessage: errorAt(model.problems, 'times'),
})}
${button({ text: 'Ask for a debrief', preventDoubleClick: true })}`,
  )
