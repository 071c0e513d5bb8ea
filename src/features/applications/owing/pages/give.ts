import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, radios, summaryList } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  dayField,
  emailAddress,
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
} from '../../../../ui/patterns/index.ts'

type OfPage = {
  readonly kind: 'page'
  /** Its questions, each with for whom it is, '' if it was not given by itself; none if there is only one. */
  readonly questions: readonly { readonly label: string; readonly who: string; readonly giveHref: string }[]
}
type OfQuestion = {
  readonly kind: 'question'
  /** The title of its page. */
  readonly page: string
  /** Who was given that page; '' for nobody. */
  readonly pageIsFor: string
}

/** Somebody who can be given it. The organisation and the address are '' where they say nothing more than the name. */
type GivenTo = Readonly<Record<'id' | 'name' | 'organisation' | 'email', string>>

export type GiveModel = (OfPage | OfQuestion) & {
  readonly reference: string
  readonly illustrative: boolean
  readonly title: string
  readonly people: readonly GivenTo[]
  readonly chosen: string
  readonly due: TypedDay
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly back: string
  readonly colleagues: string
  readonly csrf: string
}

/** Giving a page, or one question of it, to somebody who writes. */
export function givePage(model: GiveModel): Page {
  const { errors } = model
  const title = model.kind === 'page' ? `Who writes “${model.title}”?` : `Who answers “${model.title}”?`
  return {
    title,
    backLink: { href: model.back, text: 'Back to who owes what' },
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
${form(
  { action: model.action, csrf: model.csrf },
  html`${radios({
    name: 'person',
    idPrefix: 'person',
    fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true } },
    hint: {
      html: html`${model.kind === 'question' && `This is one question of “${model.page}”. `}Somebody is missing? <a class="govuk-link" href="${model.colleagues}">Invite them</a> first.${byQuestion(model) && html` You can also <a class="govuk-link" href="#questions">give its questions one by one</a>.`}`,
    },
    errorMessage: errorAt(errors, 'person'),
    value: model.chosen,
    items: [
      ...model.people.map((person) => ({ value: person.id, text: person.name, hint: hintOf(person) })),
      { divider: 'or' },
      nobodyOf(model),
    ],
  })}${dayField({
    id: 'due',
    legend: 'By when? (optional)',
    hint: 'For example, 27 3 2027. Nothing happens when it passes: it is shown as late.',
    typed: model.due,
    errors,
  })}${button({ text: 'Save', preventDoubleClick: true })}`,
)}
${model.kind === 'page' && byQuestion(model) && questionsOf(model.questions)}`,
  }
}

const byQuestion = (model: GiveModel): boolean => model.kind === 'page' && model.questions.length > 0

const nobodyOf = (model: GiveModel) =>
  model.kind === 'page'
    ? { value: 'nobody', text: 'Nobody in particular' }
    : {
        value: 'nobody',
        text: 'Whoever writes the page',
        ...(model.pageIsFor !== '' && { hint: { text: `Now ${model.pageIsFor}` } }),
      }

/** Each question of a page can be for somebody else. */
const questionsOf = (questions: OfPage['questions']): SafeHtml =>
  html`<h2 class="govuk-heading-m" id="questions">Or give its questions one by one</h2>
<p class="govuk-body">A question that you give by itself has its own day. All others are for whoever writes the page.</p>
${summaryList({
  classes: 'app-owed',
  rows: questions.map(({ label, who, giveHref }) => ({
    key: { text: label },
    value: { text: who === '' ? 'For whoever writes the page' : who },
    actions: { items: [{ text: 'Give', href: giveHref, visuallyHiddenText: `“${label}” to somebody` }] },
  })),
})}`

function hintOf({ organisation, email }: GivenTo): { readonly html: SafeHtml } | undefined {
  if (organisation === '' && email === '') return undefined
  return {
    html: html`${organisation}${organisation !== '' && email !== '' && ', '}${email !== '' && emailAddress(email)}`,
  }
}
