import {
  button,
  checkboxes,
  dateInput,
  errorSummary,
  input,
  insetText,
  radios,
  summaryList,
} from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import {
  asItems,
  authorityTypeWords,
  deliveryModelWords,
  disciplineWords,
  serviceAreaWords,
} from '../../subjects.messages.ts'
import { interestShort, interestWords } from '../assessors.messages.ts'
import { bidsPath, confirmInterestsPath, interestsPath, profilePath, removeInterestPath } from '../assessors.paths.ts'
import type { Interest } from '../assessors.store.ts'
import type { ExpertiseTyped, Offered } from '../save-profile.ts'

type Problem = { readonly field: string; readonly text: string }

export type InterestFields = Readonly<Record<'kind' | 'name' | 'day' | 'month' | 'year', string>>

export type ProfileModel = {
  readonly round: RoundInFund
  readonly expertise: ExpertiseTyped
  readonly interests: readonly (Interest & { readonly ended: string })[]
  /** When the list was confirmed, in words. */
  readonly confirmed: string | undefined
  readonly typed: InterestFields
  /** Bodies that the name may mean. */
  readonly offered: readonly Offered[]
  readonly bidding: boolean
  readonly errors: readonly Problem[]
  readonly csrf: string
}

/** What an assessor knows, would read, and has to do with. */
export function profilePage(model: ProfileModel): Page {
  const { round, errors, bidding } = model
  return {
    title: 'Your profile as an assessor',
    hasErrors: errors.length > 0,
    main: html`${errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors.map(({ field, text }) => ({ text, href: `#${field}` })) })}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.fund.name}, ${round.name}</span>Your profile as an assessor</h1>
${bidding && html`<p class="govuk-body"><a class="govuk-link" href="${bidsPath(round.fund.slug, round.slug)}">Say what you would like to read</a></p>`}
${model.offered.length > 0 ? choosing(model) : html`${interestsOf(model)}${adding(model)}`}
${model.offered.length === 0 && expertiseOf(model)}`,
  }
}

const at = (errors: readonly Problem[], field: string) => {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

function interestsOf({ round, interests, confirmed, csrf }: ProfileModel): SafeHtml {
  const { fund, slug } = round
  return html`<h2 class="govuk-heading-m">Whom you have to do with</h2>
<p class="govuk-body">So that you are given nothing that you should not read. The programme team sees this; applicants and other assessors do not.</p>
${
  interests.length === 0
    ? insetText({ text: 'You have entered nothing yet.' })
    : summaryList({
        rows: interests.map(({ id, kind, name, ended }) => ({
          key: { text: interestShort[kind] },
          value: { text: ended === '' ? name : `${name}, until ${ended}` },
          actions: {
            items: [
              {
                href: removeInterestPath(fund.slug, slug, id),
                text: 'Remove',
                visuallyHiddenText: `${interestShort[kind].toLowerCase()} ${name}`,
              },
            ],
          },
        })),
      })
}
${form(
  { action: confirmInterestsPath(fund.slug, slug), csrf },
  html`<p class="govuk-body">${confirmed === undefined ? 'You have not confirmed yet that this is everything.' : `You confirmed at ${confirmed} that this is everything.`}</p>
${button({ text: interests.length === 0 ? 'Confirm that there is nothing' : 'Confirm that this is everything', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`
}

const adding = ({ round, typed, errors, csrf }: ProfileModel): SafeHtml =>
  form(
    { action: interestsPath(round.fund.slug, round.slug), csrf },
    html`${radios({
      name: 'kind',
      idPrefix: 'kind',
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'Add somebody you have to do with', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: at(errors, 'kind'),
      value: typed.kind,
      items: asItems(interestWords),
    })}
${input({
  name: 'name',
  id: 'name',
  label: { text: 'Its name', classes: 'govuk-label--s' },
  hint: { text: 'For example “Tarnshire County Council”.' },
  value: typed.name,
  spellcheck: false,
  errorMessage: at(errors, 'name'),
})}
${dateInput({
  id: 'ended',
  namePrefix: 'ended',
  fieldset: { legend: { text: 'Your last day there, for a past employer', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'For example 31 3 2024. Leave it blank while you work there.' },
  errorMessage: at(errors, 'ended-day'),
  items: (['day', 'month', 'year'] as const).map((part) => ({
    name: part,
    value: typed[part],
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
  })),
})}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )

/** Several bodies may be meant: which? */
const choosing = ({ round, typed, offered, csrf }: ProfileModel): SafeHtml =>
  form(
    { action: interestsPath(round.fund.slug, round.slug), csrf },
    html`${(['kind', 'name'] as const).map((field) => hidden(field, typed[field]))}
${(['day', 'month', 'year'] as const).map((part) => hidden(`ended-${part}`, typed[part]))}
${radios({
  name: 'chosen',
  idPrefix: 'chosen',
  fieldset: { legend: { text: `Which do you mean by “${typed.name}”?`, classes: 'govuk-fieldset__legend--m' } },
  items: [
    ...offered
      .filter(({ id }) => id !== 'company')
      .map(({ id, name, region }) => ({ value: id, text: name, hint: region === null ? undefined : { text: region } })),
    ...(typed.kind === 'employer'
      ? [{ value: 'company', text: `“${typed.name}” is a company, charity or other body` }]
      : []),
  ],
})}
<div class="govuk-button-group">${button({ text: 'Add', preventDoubleClick: true })}<a class="govuk-link" href="${profilePath(round.fund.slug, round.slug)}">Cancel</a></div>`,
  )

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

export type RemoveInterestModel = { readonly round: RoundInFund; readonly interest: Interest; readonly csrf: string }

/** Whether to take an interest back. */
export const removeInterestPage = ({ round, interest, csrf }: RemoveInterestModel): Page => ({
  title: `Remove ${interest.name}`,
  backLink: { href: profilePath(round.fund.slug, round.slug) },
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l">Remove ${interest.name}</h1>
<p class="govuk-body">It no longer keeps you from any application. That you had entered it is kept. A past employer is not removed: enter it again with its last day.</p>
${form(
  { action: removeInterestPath(round.fund.slug, round.slug, interest.id), csrf },
  button({ text: 'Remove it', classes: 'govuk-button--warning', preventDoubleClick: true }),
)}`,
})
