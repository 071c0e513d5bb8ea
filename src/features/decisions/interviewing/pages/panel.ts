import { button, checkboxes, input, select, summaryList, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { endMemberPath, interviewsPath } from '../interviewing.paths.ts'
import { closedNote, errorAt, interviewsFrame } from './parts.ts'

export type PanelModel = {
  readonly round: RoundInFund
  readonly rows: readonly {
    readonly name: string
    readonly href: string | undefined
    readonly chair: boolean
    readonly lines: readonly string[]
  }[]
  readonly quorum: number
  /** People with the role who are not on it. */
  readonly others: readonly { readonly value: string; readonly text: string }[]
  /** Where roles on the fund are given; undefined for whoever gives none. */
  readonly peopleHref: string | undefined
  readonly mayChange: boolean
  readonly closed: boolean
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Who sits on the panel, and adding somebody. */
export function panelPage(model: PanelModel): Page {
  const { round, rows, errors, csrf } = model
  return interviewsFrame(
    round,
    'Panel',
    errors,
    html`${closedNote(model.closed)}<p class="govuk-body">The sealed rules ask for ${model.quorum === 1 ? 'a member' : `${model.quorum} members`} in the room and a chair among them, those who leave it for a conflict not counted.</p>
${
  rows.length === 0
    ? html`<p class="govuk-body">Nobody is on the panel yet.</p>`
    : summaryList({
        rows: rows.map(({ name, href, chair, lines }) => ({
          key: {
            html: html`${href === undefined ? name : html`<a class="govuk-link" href="${href}">${name}</a>`} ${chair && tag({ text: 'Chairs' })}`,
          },
          value: { html: html`<ul class="govuk-list">${lines.map((line) => html`<li>${line}</li>`)}</ul>` },
        })),
      })
}
${model.mayChange && html`${addForm(model, csrf)}${model.peopleHref !== undefined && html`<p class="govuk-body">Somebody is not there? Give them the role of panel member under <a class="govuk-link" href="${model.peopleHref}">People and their roles</a>, and then add them here.</p>`}`}`,
  )
}

const addForm = ({ round, others, errors }: PanelModel, csrf: string): SafeHtml =>
  others.length === 0
    ? html`<p class="govuk-body">Everybody with the role of panel member on this fund is on the panel.</p>`
    : html`<h2 class="govuk-heading-l">Add a member</h2>${form(
        { action: interviewsPath(round.fund.slug, round.slug, 'panel'), csrf },
        html`${select({
          id: 'person',
          name: 'person',
          label: { text: 'Who has the role of panel member' },
          items: [{ value: '', text: 'Choose' }, ...others],
          errorMessage: errorAt(errors, 'person'),
        })}
${checkboxes({ name: 'chair', idPrefix: 'chair', items: [{ value: 'yes', text: 'Can chair' }] })}
${button({ text: 'Add to the panel', preventDoubleClick: true })}`,
      )}`

export type MemberModel = {
  readonly round: RoundInFund
  /** Undefined when somebody says it of themselves. */
  readonly byTeam:
    | { readonly name: string; readonly personId: string; readonly interests: readonly string[] }
    | undefined
  readonly back: string
  readonly action: string
  readonly chair: boolean
  readonly subjects: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly halfDays: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly most: string
  /** What was said, where nothing can be said any more; undefined before. */
  readonly closed: readonly string[] | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** What one member knows and when they can come: said by themselves, or by the team for them. */
export function memberPage(model: MemberModel): Page {
  const { round, byTeam, errors } = model
  const title = byTeam?.name ?? 'When you can come'
  const main = model.closed === undefined ? memberForms(model) : closedMember(model.closed)
  if (byTeam !== undefined)
    return interviewsFrame(round, title, errors, main, [
      { text: 'Panel', href: interviewsPath(round.fund.slug, round.slug, 'panel') },
    ])
  return {
    title,
    backLink: { href: model.back, text: 'Back to your interviews' },
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.name}</span>${title}</h1>${main}`,
  }
}

const closedMember = (said: readonly string[]): SafeHtml =>
  html`${closedNote(true)}<ul class="govuk-list">${said.map((line) => html`<li>${line}</li>`)}</ul>`

/** What they said of themselves: the team reads it. */
const interestsOf = (interests: readonly string[]): SafeHtml =>
  html`<h2 class="govuk-heading-m">Their interests</h2>
${interests.length === 0 ? html`<p class="govuk-body">They have entered nothing.</p>` : html`<ul class="govuk-list">${interests.map((line) => html`<li>${line}</li>`)}</ul>`}`

const memberForms = (model: MemberModel): SafeHtml => {
  const { round, byTeam, errors, csrf } = model
  return html`${byTeam !== undefined && interestsOf(byTeam.interests)}
${form(
  { action: model.action, csrf },
  html`${
    model.halfDays.length === 0
      ? html`<p class="govuk-body">There are no sessions yet.</p>`
      : checkboxes({
          name: 'half-days',
          idPrefix: 'half-days',
          fieldset: {
            legend: {
              text: `Half-days on which ${byTeam === undefined ? 'you' : 'they'} can come`,
              classes: 'govuk-fieldset__legend--m',
            },
          },
          items: [...model.halfDays],
        })
  }
${input({
  id: 'most',
  name: 'most',
  label: { text: 'The most sessions (optional)' },
  value: model.most,
  classes: 'govuk-input--width-2',
  inputmode: 'numeric',
  errorMessage: errorAt(errors, 'most'),
})}
${checkboxes({
  name: 'expertise',
  idPrefix: 'expertise',
  classes: 'govuk-checkboxes--small',
  fieldset: {
    legend: { text: `What ${byTeam === undefined ? 'you' : 'they'} know`, classes: 'govuk-fieldset__legend--m' },
  },
  hint: { text: 'Service areas and delivery models' },
  items: [...model.subjects],
})}
${byTeam !== undefined && checkboxes({ name: 'chair', idPrefix: 'chair', items: [{ value: 'yes', text: 'Can chair', checked: model.chair }] })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}
${
  byTeam !== undefined &&
  form(
    { action: endMemberPath(round.fund.slug, round.slug, byTeam.personId), csrf },
    button({ text: 'Take off the panel', classes: 'govuk-button--warning', preventDoubleClick: true }),
  )
}`
}
