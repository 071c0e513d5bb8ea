import type { RoundInFund } from '../../../../core/rounds/round.ts'
import type { Gate, GateAnswer, GateTyped } from '../../../../core/rules/index.ts'
import { dayInWords } from '../../../../core/time/day.ts'
import { dateInput, input, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import { gatePath, manageRoundPath, roundPagePath } from '../../funds.paths.ts'
import { caption, errorAt, link, saveButton, tagOf, warningsOf } from '../../pages/parts.ts'

export type GatesModel = {
  readonly round: RoundInFund
  readonly gates: readonly { readonly gate: Gate; readonly answer: GateAnswer | undefined }[]
  readonly warnings: readonly string[]
  readonly mayEdit: boolean
}

/** What a round must comply with, or explain, before it is public. */
export function gatesPage({ round, gates, warnings, mayEdit }: GatesModel): Page {
  const { fund, slug } = round
  const grant = fund.awardType === 'grant'
  return {
    title: 'Checks before the round is public',
    backLink: { href: manageRoundPath(fund.slug, slug) },
    main: html`<h1 class="govuk-heading-l">${caption(`${fund.name}: ${round.name}`)}Checks before the round is public</h1>
<p class="govuk-body">${grant ? 'The award is a grant, so these are the minimum requirements of the government’s functional standard for grants (GovS 015).' : 'The award is support that somebody is paid to give, so these are the parts of the commercial plan that must be known before councils are promised it.'} Say for each how it is complied with, or why it is not. The round cannot be published while one of them is open.</p>
${warningsOf(warnings)}
${gates.map(
  ({ gate, answer }) => html`<section class="govuk-!-margin-bottom-6" id="gate-${gate.id}">
<h2 class="govuk-heading-m">${gate.title} ${stateTag(answer)}</h2>
<p class="govuk-body">${gate.asks}.</p>
${answer !== undefined && answerOf(answer)}
${mayEdit && html`<p class="govuk-body">${link(gatePath(fund.slug, slug, gate.id), answer === undefined ? 'Answer' : 'Change', gate.title)}</p>`}
</section>`,
)}`,
  }
}

function stateTag(answer: GateAnswer | undefined): SafeHtml {
  if (answer === undefined) return tagOf({ text: 'Open', classes: 'govuk-tag--yellow' })
  return answer.state === 'complied'
    ? tagOf({ text: 'Complied with', classes: 'govuk-tag--green' })
    : tagOf({ text: 'Explained', classes: 'govuk-tag--blue' })
}

const answerOf = ({
  statement,
  evidenceUrl,
  owner,
  on,
}: GateAnswer): SafeHtml => html`<p class="govuk-body">${statement}</p>
<p class="govuk-body">${on !== null && html`First day: ${dayInWords(on)}<br>`}Answers for it: ${owner}${evidenceUrl !== '' && html`<br>${link(evidenceUrl, 'Evidence')}`}</p>`

export type GateModel = {
  readonly round: RoundInFund
  readonly gate: Gate
  readonly typed: GateTyped
  readonly errors: readonly Words[]
  readonly action: string
  readonly csrf: string
}

/** Says how a gate is complied with, or why it is not. */
export function gatePage({ round, gate, typed, errors, action, csrf }: GateModel): Page {
  return {
    title: gate.title,
    hasErrors: errors.length > 0,
    backLink: { href: roundPagePath(round.fund.slug, round.slug, 'gates') },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(gate.source)}${gate.title}</h1>
<p class="govuk-body">${gate.asks}.</p>
${form(
  { action, csrf },
  html`${radios({
    idPrefix: 'state',
    name: 'state',
    fieldset: { legend: { text: 'Where does the round stand?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorAt(errors, 'state'),
    value: typed.state,
    items: [
      { value: 'complied', text: 'It complies' },
      { value: 'explained', text: 'It does not, and this is why' },
    ],
  })}
${textarea({ id: 'statement', name: 'statement', label: { text: 'How it complies, or why it does not', classes: 'govuk-label--s' }, hint: { text: 'A reason must be one that an auditor can follow' }, errorMessage: errorAt(errors, 'statement'), value: typed.statement, rows: 4 })}
${
  gate.dated &&
  dateInput({
    id: 'on',
    namePrefix: 'on',
    fieldset: { legend: { text: 'First day on which a supplier can start', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorAt(errors, 'on'),
    items: [
      { name: 'day', label: 'Day', value: typed.on.day, classes: 'govuk-input--width-2' },
      {
        name: 'month',
        label: 'Month',
        value: typed.on.month,
        classes: 'govuk-input--width-5 app-month',
        inputmode: 'text',
      },
      { name: 'year', label: 'Year', value: typed.on.year, classes: 'govuk-input--width-4' },
    ],
  })
}
${input({ id: 'evidence-url', name: 'evidence-url', type: 'url', label: { text: 'Where the evidence can be read (optional)', classes: 'govuk-label--s' }, hint: { text: 'A web address' }, errorMessage: errorAt(errors, 'evidence-url'), value: typed.evidenceUrl })}
${input({ id: 'owner', name: 'owner', label: { text: 'Who answers for it', classes: 'govuk-label--s' }, hint: { text: 'Name and post' }, errorMessage: errorAt(errors, 'owner'), value: typed.owner })}
${saveButton('Save')}`,
)}`,
  }
}
