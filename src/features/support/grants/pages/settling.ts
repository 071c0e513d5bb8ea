import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, checkboxes, details, input, radios, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt } from '../../../../ui/patterns/index.ts'
import { dayFields } from '../../invoicing/pages/invoices.ts'
import { fieldOf, type WrongForm } from '../../orders/pages/wrong-form.ts'

type Card = {
  readonly heading: string
  readonly state?: { readonly text: string; readonly classes: string }
  readonly lines: readonly string[]
}

export type SettlingModel = {
  readonly unspent: string
  readonly statements: readonly Card[]
  /** For the finance officer of the council, once something is paid. */
  readonly sign:
    | {
        readonly action: string
        readonly until: TypedDay
        /** What was stated last, in words; undefined before anything is. */
        readonly stated: string | undefined
        readonly statement: string
        readonly name: string
        readonly jobTitle: string
      }
    | undefined
  readonly returns: readonly Card[]
  /** For the programme team, while something that was paid has not come back. */
  readonly giveBack: { readonly action: string; readonly on: TypedDay } | undefined
  readonly yearEnds: readonly Card[]
  /** For the programme team, once a year is over in which something was paid. */
  readonly review:
    | {
        readonly action: string
        readonly years: readonly { readonly value: string; readonly text: string }[]
        readonly findings: readonly { readonly value: string; readonly text: string }[]
      }
    | undefined
  readonly versions: readonly Card[]
}

/** What was spent, what came back, the review of each year, and every version of the instalments. */
export const settlingSections = (
  model: SettlingModel,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">What was spent</h2>
<p class="govuk-body">${model.unspent}</p>
${cards(model.statements, 'The finance officer of the council has stated nothing yet.')}
${model.sign !== undefined && signForm(model.sign, wrong, csrf)}
<h2 class="govuk-heading-m">Money returned</h2>
${cards(model.returns, 'Nothing has come back.')}
${model.giveBack !== undefined && returnForm(model.giveBack, wrong, csrf)}
<h2 class="govuk-heading-m">Reviews at the end of each year</h2>
${cards(model.yearEnds, 'No year is reviewed yet.')}
${model.review !== undefined && reviewForm(model.review, wrong, csrf)}
<h2 class="govuk-heading-m">Versions of the instalments</h2>
${cards(model.versions, 'None yet.')}`

const cards = (all: readonly Card[], none: string): SafeHtml =>
  all.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`<div class="app-cards">${all.map(
        ({
          heading,
          state,
          lines,
        }) => html`<div class="app-card"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading}${state !== undefined && html` ${tag(state)}`}</h3>
${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}</div>`,
      )}</div>`

const errorsOf = (wrong: WrongForm | undefined, name: string) => (wrong?.form === name ? wrong.errors : [])

/** A field that begins with what is known of the person. */
const known = (wrong: WrongForm | undefined, name: string, field: string, value: string) =>
  wrong?.form === name ? fieldOf(wrong, name, field) : { ...fieldOf(wrong, name, field), value }

const signForm = (
  { action, until, stated, statement, name, jobTitle }: NonNullable<SettlingModel['sign']>,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml =>
  details({
    summaryText: 'State what was spent',
    open: wrong?.form === 'statement',
    html: form(
      { action, csrf },
      html`${hidden('statement', statement)}
${dayFields('until', 'until', 'Until which day?', until, errorAt(errorsOf(wrong, 'statement'), 'until-day'))}
${input({ ...fieldOf(wrong, 'statement', 'spent'), label: { text: 'How much was spent until then?', classes: 'govuk-label--s' }, hint: { text: 'Since the first payment, in all' }, prefix: { text: '£' }, classes: 'govuk-input--width-10', inputmode: 'decimal' })}
${stated !== undefined && textarea({ ...fieldOf(wrong, 'statement', 'less-because'), label: { text: 'If it is less than before, why?', classes: 'govuk-label--s' }, hint: { text: `${stated}. The programme team reads your reason. Leave blank if it is as much or more` }, rows: 2 })}
${textarea({ ...fieldOf(wrong, 'statement', 'spent-what'), label: { text: 'What was it spent on?', classes: 'govuk-label--s' }, rows: 4 })}
${input({ ...known(wrong, 'statement', 'name', name), label: { text: 'Your name', classes: 'govuk-label--s' }, autocomplete: 'name' })}
${input({ ...known(wrong, 'statement', 'job-title', jobTitle), label: { text: 'Your job title', classes: 'govuk-label--s' }, autocomplete: 'organization-title' })}
${checkboxes({
  idPrefix: wrong?.form === 'statement' ? 'agreed' : 'statement-agreed',
  name: 'agreed',
  errorMessage: errorAt(errorsOf(wrong, 'statement'), 'agreed'),
  items: [{ value: 'yes', text: statement }],
})}
${button({ text: 'Sign', preventDoubleClick: true })}`,
    ),
  })

const returnForm = (
  { action, on }: NonNullable<SettlingModel['giveBack']>,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml =>
  details({
    summaryText: 'Record money that came back',
    open: wrong?.form === 'return',
    html: form(
      { action, csrf },
      html`${input({ ...fieldOf(wrong, 'return', 'returned'), label: { text: 'How much came back?', classes: 'govuk-label--s' }, prefix: { text: '£' }, classes: 'govuk-input--width-10', inputmode: 'decimal' })}
${dayFields('returned-on', 'returned-on', 'When?', on, errorAt(errorsOf(wrong, 'return'), 'returned-on-day'))}
${input({ ...fieldOf(wrong, 'return', 'return-reference'), label: { text: 'Payment reference', classes: 'govuk-label--s' }, classes: 'govuk-input--width-20' })}
${input({ ...fieldOf(wrong, 'return', 'return-reason'), label: { text: 'Why does it come back?', classes: 'govuk-label--s' } })}
${button({ text: 'Record it', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })

const reviewForm = (
  { action, years, findings }: NonNullable<SettlingModel['review']>,
  wrong: WrongForm | undefined,
  csrf: string,
): SafeHtml => {
  const choice = (field: string) => {
    const { id: idPrefix, ...rest } = fieldOf(wrong, 'year', field)
    return { ...rest, idPrefix }
  }
  return details({
    summaryText: 'Review a year',
    open: wrong?.form === 'year',
    html: form(
      { action, csrf },
      html`${radios({ ...choice('year'), fieldset: { legend: { text: 'Which financial year?', classes: 'govuk-fieldset__legend--s' } }, items: years.map((item) => ({ ...item })) })}
${input({ ...fieldOf(wrong, 'year', 'ledger'), label: { text: 'What did the ledger pay in it?', classes: 'govuk-label--s' }, hint: { text: 'Look it up in your finance system. It is kept beside what is recorded here' }, prefix: { text: '£' }, classes: 'govuk-input--width-10', inputmode: 'decimal' })}
${radios({ ...choice('finding'), fieldset: { legend: { text: 'Does the grant go on?', classes: 'govuk-fieldset__legend--s' } }, items: findings.map((item) => ({ ...item })) })}
${textarea({ ...fieldOf(wrong, 'year', 'year-reason'), label: { text: 'Why?', classes: 'govuk-label--s' }, hint: { text: 'What was delivered, and why the ledger differs if it does. The council reads it' }, rows: 4 })}
${button({ text: 'Save the review', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })
}
