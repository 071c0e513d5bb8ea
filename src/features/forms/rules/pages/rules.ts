import { mostField } from '../../../../core/rounds/index.ts'
import { button, fieldset, input, insetText, radios, warningText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { errorAt, link, managedForm } from '../../pages/parts.ts'
import type { RulesView } from '../read-rules.ts'
import { rulesAsRead } from './rules-as-read.ts'

export type RulesModel = RulesView & { readonly csrf: string; readonly problems: readonly ProblemWords[] }

/** What a round asks besides its form: a screener, how many applications one body may lead, and partners. */
export function rulesPage(model: RulesModel): Page {
  const { frame, problems, mayEdit, fixed, action, csrf } = model
  return managedForm(frame, {
    title: 'Who can apply',
    isTop: true,
    problems,
    content: html`${fixed && insetText({ text: 'The round is public or has opened, so these rules can no longer be changed: everybody is held to the same. If they are wrong, cancel the round and open a copy of it.' })}
${!fixed && mayEdit && model.isPublic && warningText({ text: 'The round is public. What the funders approved of the rules has to be approved again.' })}
${
  mayEdit && !fixed
    ? form(
        { action, csrf },
        html`${screenerField(model)}
${ineligibleField(model)}
${slotsField(model)}
${partnerFields(model)}
${button({ text: 'Save the rules', preventDoubleClick: true })}`,
      )
    : rulesAsRead(model)
}`,
  })
}

function screenerField({ screeners, typed, problems, pathsHref, formHref }: RulesModel): SafeHtml {
  return html`${radios({
    name: 'screener',
    fieldset: { legend: { text: 'Which screener comes before the form?', classes: 'govuk-fieldset__legend--m' } },
    hint: {
      text: 'A few questions, without signing in, that tell somebody whether they can apply before they write a word',
    },
    value: typed.screenerVersionId,
    errorMessage: errorAt(problems, 'screener'),
    items: [...screeners, { value: '', text: 'None', checked: typed.screenerVersionId === '' }],
  })}
<p class="govuk-body">${pathsHref !== undefined && html`${link(pathsHref, 'See every path through the screener that is chosen')}. `}Screeners are made with ${link(formHref, 'the forms of the fund')}.</p>`
}

const ineligibleField = ({ typed, problems }: RulesModel): SafeHtml =>
  radios({
    name: 'ineligible',
    fieldset: {
      legend: { text: 'What happens to an application that fails a rule?', classes: 'govuk-fieldset__legend--m' },
    },
    hint: { text: 'Anybody can start an application; this is about submitting it' },
    value: typed.ineligible,
    errorMessage: errorAt(problems, 'ineligible'),
    items: [
      {
        value: 'refuse',
        text: 'It cannot be submitted',
        hint: { text: 'The applicant is told which clause stops it' },
      },
      {
        value: 'accept-and-flag',
        text: 'It can be submitted, and is marked',
        hint: { text: 'The programme team decides' },
      },
    ],
  })

const slotsLegend = 'How many applications can one body lead?'
const slotsHint = 'Only submitted applications count'

/** How many applications one body can lead: a number, or one for each answer to a question that tells kinds apart. */
function slotsField(model: RulesModel): SafeHtml {
  const { questions, typed, problems } = model
  if (questions.length === 0)
    return html`${hidden('countedBy', 'all')}${numberField(model, 'most', typed.most, { text: slotsLegend, classes: 'govuk-label--m' }, slotsHint)}`
  return html`${radios({
    name: 'countedBy',
    fieldset: { legend: { text: slotsLegend, classes: 'govuk-fieldset__legend--m' } },
    hint: { text: `${slotsHint}. Of the numbers below, those for your choice are used` },
    value: typed.countedBy,
    errorMessage: errorAt(problems, 'countedBy'),
    items: [
      { value: 'all', text: 'So many of any kind' },
      ...questions.map(({ id, label }) => ({ value: id, text: `So many of each kind, by the answer to “${label}”` })),
    ],
  })}
${numberField(model, 'most', typed.most, { text: 'How many of any kind' })}
${questions.map(({ id, label, options }) =>
  fieldset({
    legend: { text: `How many of each kind, by “${label}”`, classes: 'govuk-fieldset__legend--s' },
    html: html`${options.map((option) => numberField(model, mostField(id, option.value), typed.mostOf(id, option.value), { text: option.label }))}`,
  }),
)}`
}

const numberField = (
  { problems }: RulesModel,
  name: string,
  value: string,
  label: { readonly text: string; readonly classes?: string },
  hint?: string,
): SafeHtml =>
  input({
    name,
    label,
    hint: hint === undefined ? undefined : { text: hint },
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    value,
    errorMessage: errorAt(problems, name),
  })

const partnerFields = ({ typed, problems }: RulesModel): SafeHtml => html`${input({
  name: 'partnerMinimum',
  label: { text: 'How many partners does an application need?', classes: 'govuk-label--m' },
  hint: { text: '0 if it needs none. The lead is not counted' },
  classes: 'govuk-input--width-3',
  inputmode: 'numeric',
  value: typed.partnerMinimum,
  errorMessage: errorAt(problems, 'partnerMinimum'),
})}
${input({
  name: 'partnerSlots',
  label: { text: 'In how many applications can one body be a partner?', classes: 'govuk-label--m' },
  hint: { text: 'Leave blank for as many as it likes. What it leads is counted apart' },
  classes: 'govuk-input--width-3',
  inputmode: 'numeric',
  value: typed.partnerSlots,
  errorMessage: errorAt(problems, 'partnerSlots'),
})}`
