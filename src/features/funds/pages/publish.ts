import type { PublishList, PublishNeed } from '../../../core/rounds/publish-list.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { insetText, taskList, textarea } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { needWords } from '../funds.messages.ts'
import { approvalsPath, changeFundPath, newFunderPath, roundPagePath } from '../funds.paths.ts'
import { caption, errorAt, link, saveButton } from './parts.ts'

export type PublishModel = {
  readonly round: RoundInFund
  readonly list: PublishList
  /** Titles of the gates of which nothing is said. */
  readonly openGates: readonly string[]
  readonly reason: string
  readonly errors: readonly Words[]
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

/** What is there and what is missing before a round is put before the public. */
export function publishPage(model: PublishModel): Page {
  const { round, list, errors } = model
  return {
    title: 'Check and publish',
    hasErrors: errors.length > 0,
    backLink: { href: model.backHref },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}Check and publish</h1>
${round.publishedAt !== null && insetText({ text: 'This round is public already. What is not done can still be seen to.' })}
${taskList({
  idPrefix: 'need',
  items: list.needs.map(({ need, met }) => ({
    title: { html: html`<span id="need-${need}">${needWords[need]}</span>` },
    hint:
      need === 'gates-passed' && !met ? { text: `Nothing is said yet of: ${model.openGates.join('; ')}` } : undefined,
    href: whereTo(need, round),
    status: met
      ? { text: 'Done' }
      : {
          tag: { text: 'Not done', classes: 'govuk-tag--yellow' },
          classes: 'govuk-task-list__status--cannot-start-yet',
        },
  })),
})}
${approvals(model)}
${round.publishedAt === null && publishForm(model)}`,
  }
}

function whereTo(need: PublishNeed, { fund, slug }: RoundInFund): string {
  switch (need) {
    case 'opening-set':
    case 'deadline-set':
    case 'deadline-to-come':
      return roundPagePath(fund.slug, slug, 'timetable')
    case 'kinds-chosen':
    case 'contact-given':
      return roundPagePath(fund.slug, slug, 'change')
    case 'form-chosen':
      return roundPagePath(fund.slug, slug, 'form')
    case 'funder-named':
      return newFunderPath(fund.slug)
    case 'senior-officer-named':
      return changeFundPath(fund.slug)
    case 'gates-passed':
      return roundPagePath(fund.slug, slug, 'gates')
    case 'rules-sealed':
      return roundPagePath(fund.slug, slug, 'rules')
  }
}

function approvals({ list, round }: PublishModel): SafeHtml {
  const { unapproved } = list
  const nothing =
    round.funders.length === 0
      ? 'No funder is named yet, so nobody has approved anything.'
      : 'Every funder has approved what it is asked to.'
  return html`<h2 class="govuk-heading-m">Funders’ approvals</h2>
${
  unapproved.length === 0
    ? html`<p class="govuk-body">${nothing}</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${unapproved.map(
        ({ organisationName, subject }) =>
          html`<li>${organisationName} has not approved ${subject === 'quote' ? 'its quote as it stands' : 'the rules as they stand'}</li>`,
      )}</ul>`
}
<p class="govuk-body">${link(approvalsPath(round.fund.slug), 'See what the funders have approved')}</p>`
}

function publishForm({ list, reason, errors, action, csrf }: PublishModel): SafeHtml {
  return form(
    { action, csrf },
    html`${
      list.unapproved.length > 0 &&
      textarea({
        id: 'reason',
        name: 'reason',
        label: { text: 'Why is it published without every funder’s approval?', classes: 'govuk-label--s' },
        hint: { text: 'Kept with the round, with who had not approved what' },
        errorMessage: errorAt(errors, 'reason'),
        value: reason,
        rows: 3,
      })
    }
<p class="govuk-body">Everybody can see the round once it is published. Who may apply and how awards are chosen are locked from then on: to change them the round has to be cancelled and opened again.</p>
${saveButton('Publish the round')}`,
  )
}
