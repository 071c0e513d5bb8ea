import { button, dateInput, input, insetText, radios, summaryList } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { asItems } from '../../subjects.messages.ts'
import { interestName, interestShort, interestWords } from '../interests.messages.ts'
import { confirmInterestsPath, interestsPath, removeInterestPath } from '../interests.paths.ts'
import type { Interest } from '../interests.store.ts'
import type { Offered } from '../own-interests.ts'

export type InterestFields = Readonly<Record<'kind' | 'name' | 'day' | 'month' | 'year', string>>

export type InterestsModel = {
  /** The page that this is part of. */
  readonly path: string
  readonly interests: readonly Interest[]
  /** When the list was confirmed, in words. */
  readonly confirmed: string | undefined
  readonly typed: InterestFields
  /** Bodies that the name may mean: then this is asked, and nothing else. */
  readonly offered: readonly Offered[]
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** Whom somebody has to do with: what they have said, and saying more. */
export const interestsPart = (model: InterestsModel): SafeHtml =>
  model.offered.length > 0 ? choosing(model) : html`${listed(model)}${adding(model)}`

const at = (errors: readonly FieldText[], field: string) => {
  const found = errors.find((error) => error.field === field)
  return found && { text: found.text }
}

const listed = ({
  path,
  interests,
  confirmed,
  csrf,
}: InterestsModel): SafeHtml => html`<h2 class="govuk-heading-m">Your interests</h2>
<p class="govuk-body">So that you are given nothing that you should not read. The programme team sees this; applicants, and others who assess or interview, do not.</p>
${
  interests.length === 0
    ? insetText({ text: confirmed === undefined ? 'You have entered no interests yet.' : 'You have no interests.' })
    : summaryList({
        rows: interests.map((interest) => ({
          key: { text: interestShort[interest.kind] },
          value: { text: interestName(interest) },
          actions: {
            items: [
              {
                href: removeInterestPath(path, interest.id),
                text: 'Remove',
                visuallyHiddenText: `${interestShort[interest.kind].toLowerCase()} ${interest.name}`,
              },
            ],
          },
        })),
      })
}
${
  confirmed === undefined
    ? confirming({ path, interests, csrf })
    : html`<p class="govuk-body">You confirmed at ${confirmed} that ${interests.length === 0 ? 'there is nothing to declare' : 'this is everything'}. If that changes, add it below.</p>`
}`

const confirming = ({ path, interests, csrf }: Pick<InterestsModel, 'path' | 'interests' | 'csrf'>): SafeHtml =>
  form(
    { action: confirmInterestsPath(path), csrf },
    html`<p class="govuk-body">You have not confirmed yet that ${interests.length === 0 ? 'there is nothing to declare' : 'this is everything'}.</p>
${button({ text: interests.length === 0 ? 'Confirm that there is nothing' : 'Confirm that this is everything', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )

const adding = ({ path, typed, errors, csrf }: InterestsModel): SafeHtml =>
  form(
    { action: interestsPath(path), csrf },
    html`${radios({
      name: 'kind',
      idPrefix: 'kind',
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'Add an interest', classes: 'govuk-fieldset__legend--m' } },
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
const choosing = ({ path, typed, offered, csrf }: InterestsModel): SafeHtml =>
  form(
    { action: interestsPath(path), csrf },
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
<div class="govuk-button-group">${button({ text: 'Add', preventDoubleClick: true })}<a class="govuk-link" href="${path}">Cancel</a></div>`,
  )

export type RemoveInterestModel = {
  readonly round: RoundInFund
  readonly path: string
  readonly interest: Interest
  readonly csrf: string
}

/** Whether to take an interest back. */
export const removeInterestPage = ({ round, path, interest, csrf }: RemoveInterestModel): Page => ({
  title: `Remove ${interest.name}`,
  backLink: { href: path },
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l">Remove ${interest.name}</h1>
<p class="govuk-body">It no longer keeps you from any application. That you had entered it is kept. A past employer is not removed: enter it again with its last day.</p>
${form({ action: removeInterestPath(path, interest.id), csrf }, button({ text: 'Remove it', classes: 'govuk-button--warning', preventDoubleClick: true }))}`,
})
