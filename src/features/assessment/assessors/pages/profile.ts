import { button, checkboxes, input } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { type InterestsModel, interestsPart } from '../../interests/pages/interests.ts'
import {
  asItems,
  authorityTypeWords,
  deliveryModelWords,
  disciplineWords,
  serviceAreaWords,
} from '../../subjects.messages.ts'
import { bidsPath, profilePath } from '../assessors.paths.ts'
import type { ExpertiseTyped } from '../save-profile.ts'

export type ProfileModel = {
  readonly round: RoundInFund
  readonly expertise: ExpertiseTyped
  readonly interests: InterestsModel
  readonly bidding: boolean
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** What an assessor knows, would read, and has to do with. */
export function profilePage(model: ProfileModel): Page {
  const { round, bidding, interests } = model
  const errors = [...model.errors, ...interests.errors]
  return {
    title: 'Your profile as an assessor',
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.fund.name}: ${round.name}</span>Your profile as an assessor</h1>
${bidding && html`<p class="govuk-body"><a class="govuk-link" href="${bidsPath(round.fund.slug, round.slug)}">Say what you would like to read</a></p>`}
${interestsPart(interests)}
${interests.offered.length === 0 && expertiseOf(model)}`,
  }
}

const at = (errors: readonly FieldText[], field: string) => {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

function expertiseOf({ round, expertise, errors, csrf }: ProfileModel): SafeHtml {
  const boxes = (
    name: 'serviceAreas' | 'deliveryModels' | 'disciplines' | 'authorityTypes',
    text: string,
    words: Readonly<Record<string, string>>,
  ) =>
    checkboxes({
      name,
      idPrefix: name,
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      values: [...expertise[name]],
      items: asItems(words),
    })
  return form(
    { action: profilePath(round.fund.slug, round.slug), csrf },
    html`<h2 class="govuk-heading-m">What you know</h2>
${boxes('serviceAreas', 'Service areas', serviceAreaWords)}
${boxes('deliveryModels', 'Delivery models', deliveryModelWords)}
${boxes('disciplines', 'Disciplines', disciplineWords)}
${boxes('authorityTypes', 'Types of authority', authorityTypeWords)}
${input({
  name: 'load',
  id: 'load',
  label: { text: 'How many applications would you read at most?', classes: 'govuk-label--s' },
  hint: { text: 'Leave it blank if as many as everybody.' },
  classes: 'govuk-input--width-3',
  inputmode: 'numeric',
  value: expertise.load,
  errorMessage: at(errors, 'load'),
})}
${button({ text: 'Save what you know', preventDoubleClick: true })}`,
  )
}
