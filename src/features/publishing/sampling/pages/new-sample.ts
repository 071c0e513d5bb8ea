import { type Population, populations, type SampleAim, strataKinds } from '../../../../core/evidence/index.ts'
import { numberWords } from '../../../../core/forms/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { button, input, radios } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { TypedSample } from '../draw-sample.ts'
import type { AimField } from '../read-aim.ts'
import { populationWords, strataWords } from '../sampling.messages.ts'

type Field = keyof TypedSample | AimField

type About = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly problems: readonly { readonly text: string; readonly field: Field }[]
}

export type ChoosePopulationModel = About & { readonly action: string }

export type NewSampleModel = About & {
  readonly csrf: string
  readonly action: string
  readonly otherHref: string
  readonly helpAction: string
  readonly population: Population
  readonly members: number
  readonly aim: SampleAim
  readonly typedAim: Readonly<Record<AimField, string>>
  /** How many to draw for that. */
  readonly advised: string
  readonly typed: TypedSample
}

const framed = ({ round, breadcrumbs, problems }: About, main: SafeHtml): Page => ({
  title: 'Draw a sample',
  hasErrors: problems.length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Draw a sample' }],
  main: html`${problemSummary(problems.map(({ text, field }) => ({ text, href: `#${field}` })))}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}: ${round.name}</span>Draw a sample</h1>
${main}`,
})

const errorOf = ({ problems }: About, field: Field) => {
  const problem = problems.find((each) => each.field === field)
  return problem === undefined ? {} : { errorMessage: { text: problem.text } }
}

/** The first question: what the sample is drawn of. */
export const choosePopulationPage = (model: ChoosePopulationModel): Page =>
  framed(
    model,
    form(
      { action: model.action, method: 'get' },
      html`${hidden('asked', 'population')}${radios({
        name: 'population',
        idPrefix: 'population',
        fieldset: { legend: { text: 'What do you want to sample?', classes: 'govuk-fieldset__legend--m' } },
        items: populations.map((value) => ({ value, text: populationWords[value] })),
        ...errorOf(model, 'population'),
      })}${button({ text: 'Continue' })}`,
    ),
  )

/** How many are drawn, shared how, beginning with which seed. */
export const newSamplePage = (model: NewSampleModel): Page => {
  const { population, members, otherHref } = model
  return framed(
    model,
    html`<p class="govuk-body-l" id="population">${populationWords[population]}: ${numberWords(members)}. <a class="govuk-link" href="${otherHref}">Draw of something else</a></p>
${members === 0 ? html`<p class="govuk-body">There is nothing of that to draw yet.</p>` : html`${help(model)}${draw(model)}`}`,
  )
}

const help = (model: NewSampleModel): SafeHtml => {
  const { helpAction, population, aim, typedAim, members, advised } = model
  return html`<h2 class="govuk-heading-l">How many?</h2>
<p class="govuk-body">If each of <strong>${advised}</strong> of these ${numberWords(members)} is right, you can be ${numberWords(aim.confidencePercent)}% sure that fewer than ${numberWords(aim.tolerablePercent)}% of all are wrong. One exception among them, and you cannot.</p>
${form(
  { action: helpAction, method: 'get' },
  html`${hidden('population', population)}
${input({ id: 'confidence', name: 'confidence', label: { text: 'How sure do you want to be?' }, value: typedAim.confidence, suffix: { text: '%' }, classes: 'govuk-input--width-3', inputmode: 'decimal', ...errorOf(model, 'confidence') })}
${input({ id: 'tolerable', name: 'tolerable', label: { text: 'How many of a hundred may be wrong?' }, value: typedAim.tolerable, suffix: { text: '%' }, classes: 'govuk-input--width-3', inputmode: 'decimal', ...errorOf(model, 'tolerable') })}
${button({ text: 'Work it out', classes: 'govuk-button--secondary' })}`,
)}`
}

const draw = (model: NewSampleModel): SafeHtml => {
  const { csrf, action, population, typed } = model
  return html`<h2 class="govuk-heading-l">Draw</h2>
${form(
  { action, csrf },
  html`${hidden('population', population)}
${input({ id: 'size', name: 'size', label: { text: 'How many are drawn?' }, value: typed.size, classes: 'govuk-input--width-4', inputmode: 'numeric', ...errorOf(model, 'size') })}
${radios({
  name: 'strata',
  idPrefix: 'strata',
  fieldset: { legend: { text: 'How is the sample shared?', classes: 'govuk-fieldset__legend--s' } },
  items: strataKinds.map((value) => ({ value, text: strataWords[value], checked: value === typed.strata })),
  ...errorOf(model, 'strata'),
})}
${input({ id: 'seed', name: 'seed', label: { text: 'Seed' }, hint: { text: 'What chance begins with. This one was drawn for you; you can take your own. The same seed draws the same sample.' }, value: typed.seed, classes: 'govuk-input--width-10', inputmode: 'numeric', ...errorOf(model, 'seed') })}
${button({ text: 'Draw the sample', preventDoubleClick: true })}`,
)}`
}
