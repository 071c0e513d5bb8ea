import type { Agreement } from '../../../../core/awards/index.ts'
import {
  button,
  checkboxes,
  details,
  input,
  insetText,
  radios,
  tag,
  textarea,
} from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { agreementParts, type SignerLine, signerList, type VersionLine, versionList } from './agreement.ts'

type Problem = { readonly text: string; readonly field: string }
type Typed = { readonly role: string; readonly name: string; readonly jobTitle: string; readonly email: string }

export type AwardModel = {
  readonly illustrative: boolean
  readonly reference: string
  readonly back: { readonly href: string; readonly text: string }
  /** Where the council goes on, once the award is accepted. */
  readonly next: readonly { readonly text: string; readonly href: string }[]
  /** Undefined where no award is offered. */
  readonly award:
    | {
        readonly heading: string
        readonly state: { readonly text: string; readonly colour: string }
        readonly lines: readonly string[]
        readonly agreement: Agreement
        readonly signers: readonly SignerLine[]
        readonly versions: readonly VersionLine[]
        /** That this person is named to sign and is not known to be of the council; '' otherwise. */
        readonly unknown: string
        readonly sign:
          | {
              readonly action: string
              readonly name: string
              readonly jobTitle: string
              readonly statement: string
              readonly sha256: string
            }
          | undefined
        readonly nameSigner:
          | {
              readonly action: string
              readonly roles: readonly { readonly value: string; readonly text: string }[]
              readonly typed: Typed
              /** Somebody is still to be named: it is what there is to do. */
              readonly first: boolean
            }
          | undefined
        /** Changed terms that the council can decline until a day. */
        readonly declineTerms:
          | { readonly action: string; readonly sha256: string; readonly until: string; readonly reason: string }
          | undefined
        readonly decline: { readonly action: string; readonly reason: string } | undefined
      }
    | undefined
  readonly problems: readonly Problem[]
  readonly csrf: string
}

type Shown = NonNullable<AwardModel['award']>

/** The award of an application for the council: the agreement, who signs it, and signing or declining. */
export const awardPage = (model: AwardModel): Page => ({
  title: model.award?.heading ?? 'No award is offered',
  hasErrors: model.problems.length > 0,
  backLink: model.back,
  main: html`${problemSummary(model.problems.map(({ text, field }) => ({ text, href: `#${field}` })))}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>${model.award?.heading ?? 'No award is offered'}</h1>
${model.award === undefined ? html`<p class="govuk-body">If an award is offered for this application, you read and sign its agreement here.</p>` : shownAward(model, model.award)}`,
})

const shownAward = (
  model: AwardModel,
  award: Shown,
): SafeHtml => html`<p class="govuk-body">${tag({ text: award.state.text, classes: `govuk-tag--${award.state.colour}` })}</p>
${award.lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
${model.next.length > 0 && html`<ul class="govuk-list">${model.next.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`}
${award.unknown !== '' && insetText({ text: award.unknown })}
<h2 class="govuk-heading-m">Agreement, version ${award.agreement.version}</h2>
${agreementParts(award.agreement)}
${versionList(award.versions)}
<h2 class="govuk-heading-m">Who signs for the council</h2>
<p class="govuk-body">Two people sign, each with their own sign-in. Both signatures are bound to this version.</p>
${signerList(award.signers)}
${award.sign !== undefined && signForm(model, award.sign)}
${award.nameSigner !== undefined && nameForm(model, award.nameSigner)}
${award.declineTerms !== undefined && declineTermsForm(model, award.declineTerms)}
${award.decline !== undefined && declineForm(model, award.decline)}`

const errorIn = (problems: readonly Problem[], field: string) => {
  const found = problems.find((problem) => problem.field === field)
  return found && { text: found.text }
}

const signForm = ({ problems, csrf }: AwardModel, sign: NonNullable<Shown['sign']>): SafeHtml =>
  html`<h2 class="govuk-heading-m" id="sign">Sign</h2>
${form(
  { action: sign.action, csrf },
  html`${hidden('statement', sign.statement)}${hidden('shown', sign.sha256)}
${input({ id: 'name', name: 'name', label: { text: 'Your full name' }, value: sign.name, autocomplete: 'name', spellcheck: false, errorMessage: errorIn(problems, 'name') })}
${input({ id: 'job-title', name: 'job-title', label: { text: 'Your job title' }, value: sign.jobTitle, autocomplete: 'organization-title', errorMessage: errorIn(problems, 'job-title') })}
${checkboxes({
  name: 'agreed',
  idPrefix: 'agreed',
  fieldset: { legend: { text: 'Statement', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorIn(problems, 'agreed'),
  items: [{ value: 'yes', text: sign.statement }],
})}
${button({ text: 'Sign', preventDoubleClick: true })}`,
)}`

const nameForm = (
  { problems, csrf }: AwardModel,
  { action, roles, typed, first }: NonNullable<Shown['nameSigner']>,
): SafeHtml => {
  const own = problems.some(({ field }) => !['reason', 'terms-reason'].includes(field))
  return details({
    summaryText: 'Name who signs',
    open: own || first,
    html: form(
      { action, csrf },
      html`${radios({
        idPrefix: 'role',
        name: 'role',
        fieldset: { legend: { text: 'Who is it?', classes: 'govuk-fieldset__legend--s' } },
        errorMessage: errorIn(problems, 'role'),
        value: typed.role,
        items: roles.map((role) => ({ ...role })),
      })}
${input({ id: 'signer-name', name: 'name', label: { text: 'Full name' }, value: typed.name, spellcheck: false, errorMessage: errorIn(problems, 'signer-name') })}
${input({ id: 'signer-job-title', name: 'job-title', label: { text: 'Job title' }, value: typed.jobTitle, errorMessage: errorIn(problems, 'signer-job-title') })}
${input({ id: 'email', name: 'email', type: 'email', label: { text: 'Email address' }, hint: { text: 'We write to them there' }, value: typed.email, spellcheck: false, errorMessage: errorIn(problems, 'email') })}
${button({ text: 'Ask them to sign', preventDoubleClick: true })}`,
    ),
  })
}

const declineTermsForm = (
  { problems, csrf }: AwardModel,
  { action, sha256, until, reason }: NonNullable<Shown['declineTerms']>,
): SafeHtml =>
  details({
    summaryText: 'Decline the change',
    open: problems.some(({ field }) => field === 'terms-reason'),
    html: form(
      { action, csrf },
      html`${hidden('shown', sha256)}
<p class="govuk-body">The council can decline the change until ${until}. The award stays, and what was agreed before stays in force.</p>
${textarea({ id: 'terms-reason', name: 'terms-reason', label: { text: 'Why does the council decline the change?' }, hint: { text: 'The programme team reads this' }, rows: 3, value: reason, errorMessage: errorIn(problems, 'terms-reason') })}
${button({ text: 'Decline the change', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })

const declineForm = ({ problems, csrf }: AwardModel, { action, reason }: NonNullable<Shown['decline']>): SafeHtml =>
  details({
    summaryText: 'Decline the award',
    open: problems.some(({ field }) => field === 'reason'),
    html: form(
      { action, csrf },
      html`${textarea({ id: 'reason', name: 'reason', label: { text: 'Why does the council decline?' }, hint: { text: 'The programme team reads this. It cannot be undone, and the award can go to another council' }, rows: 3, value: reason, errorMessage: errorIn(problems, 'reason') })}
${button({ text: 'Decline the award', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
