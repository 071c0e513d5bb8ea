import {
  hoursBetweenReminders,
  type Invitation,
  type InvitationCount,
  type InvitationCounts,
} from '../../../core/rounds/invitation.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import { button, insetText, select, type TableCell, table } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { filter, problemSummary, scrolling } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { roundPagePath } from '../funds.paths.ts'
import { kindWords, responseWords } from '../invitations.messages.ts'
import { roundCrumbs } from '../list-crumbs.ts'
import { caption, link, saveButton, tagOf } from './parts.ts'

export type InvitationsModel = {
  readonly round: RoundInFund
  readonly counts: InvitationCounts
  /** As filtered. */
  readonly invitations: readonly Invitation[]
  readonly chosen: { readonly region: string; readonly kind: string; readonly response: string }
  readonly withoutAddress: number
  readonly notInvited: number
  readonly mayEdit: boolean
  /** Why nobody can be written to now. */
  readonly notNow: string | undefined
  readonly errors: readonly Words[]
  readonly csrf: string
}

/** Who was asked to apply and what they said. */
export function invitationsPage(model: InvitationsModel): Page {
  const { round, counts, errors, mayEdit, notNow } = model
  const { fund } = round
  return {
    title: 'Invitations',
    wide: true,
    hasErrors: errors.length > 0,
    breadcrumbs: [...roundCrumbs({ ...round, fund }), { text: 'Invitations' }],
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${fund.name}: ${round.name}`)}Invitations</h1>
${notNow !== undefined && insetText({ text: notNow })}
${mayEdit && notNow === undefined && actions(model)}
${counts.all.invited > 0 && html`${countsTables(counts)}${list(model)}`}`,
  }
}

function actions({ round, counts, notInvited, withoutAddress, csrf }: InvitationsModel): SafeHtml {
  const at = (page: Parameters<typeof roundPagePath>[2]): string => roundPagePath(round.fund.slug, round.slug, page)
  return html`${
    notInvited === 0
      ? html`<p class="govuk-body">Every authority that may lead an application is invited.</p>`
      : html`<p class="govuk-body">${notInvited} of the authorities that may lead an application are not invited yet.</p>
${form({ action: at('invitations'), csrf }, saveButton(`Invite all ${notInvited}`))}
<p class="govuk-body">${link(at('invitations/choose'), 'Choose whom to invite')}</p>`
  }
${withoutAddress > 0 && insetText({ html: html`${withoutAddress === 1 ? '1 invited authority has' : `${withoutAddress} invited authorities have`} no email address, so nothing has gone to ${withoutAddress === 1 ? 'it' : 'them'}. ${link(at('invitations/contacts'), 'Add email addresses')}` })}
${withoutAddress === 0 && counts.all.invited > 0 && html`<p class="govuk-body">${link(at('invitations/contacts'), 'Change email addresses')}</p>`}
${
  counts.all.noAnswer > 0 &&
  form(
    { action: at('invitations/remind'), csrf },
    html`<p class="govuk-body">A reminder goes to those who have not answered and were not written to in the last ${hoursBetweenReminders} hours.</p>
${button({ text: 'Remind those who have not answered', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}`
}

const countHead: TableCell[] = ['Invited', 'Interested', 'Not this time', 'No answer'].map((text) => ({
  text,
  format: 'numeric',
}))

const countCells = ({ invited, interested, notThisTime, noAnswer }: InvitationCount): TableCell[] =>
  [invited, interested, notThisTime, noAnswer].map((value) => ({ text: String(value), format: 'numeric' }))

function countsTables({ all, byRegion, byKind }: InvitationCounts): SafeHtml {
  const tableOf = (title: string, first: string, rows: TableCell[][]): SafeHtml =>
    scrolling(
      title,
      table({
        caption: title,
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: [{ text: first }, ...countHead],
        rows: [...rows, [{ text: 'All' }, ...countCells(all)]],
      }),
    )
  return html`${tableOf(
    'Answers by region',
    'Region',
    byRegion.map(({ region, ...count }) => [{ text: region ?? 'In more than one region' }, ...countCells(count)]),
  )}
${tableOf(
  'Answers by type of authority',
  'Type',
  byKind.map(({ kind, ...count }) => [{ text: kindWords[kind] }, ...countCells(count)]),
)}`
}

function list({ round, counts, invitations, chosen }: InvitationsModel): SafeHtml {
  const address = roundPagePath(round.fund.slug, round.slug, 'invitations')
  const any = { value: '', text: 'All' }
  const choose = (name: keyof typeof chosen, label: string, items: { value: string; text: string }[]): SafeHtml =>
    select({ id: name, name, label: { text: label }, value: chosen[name], items: [any, ...items] })
  const regions = counts.byRegion.flatMap(({ region }) => (region === null ? [] : [{ value: region, text: region }]))
  return html`<h2 class="govuk-heading-m" id="list">Authorities</h2>
${filter({
  action: `${address}#list`,
  title: 'Show only some',
  clearHref: `${address}#list`,
  fields: html`${choose('region', 'Region', regions)}
${choose(
  'kind',
  'Type',
  counts.byKind.map(({ kind }) => ({ value: kind, text: kindWords[kind] })),
)}
${choose(
  'response',
  'Answer',
  (['none', 'interested', 'not-this-time'] as const).map((value) => ({ value, text: responseWords[value].text })),
)}`,
})}
${
  invitations.length === 0
    ? html`<p class="govuk-body">None.</p>`
    : scrolling(
        'Authorities invited',
        table({
          caption: `${invitations.length} of ${counts.all.invited} ${counts.all.invited === 1 ? 'authority' : 'authorities'}`,
          firstCellIsHeader: true,
          head: ['Authority', 'Answer', 'Address', 'Invited', 'Reminded'].map((text) => ({ text })),
          rows: invitations.map((each) => [
            { text: each.name },
            { html: tagOf(responseWords[each.response]) },
            { text: each.email === '' ? 'None' : each.email },
            { text: each.sentAt === null ? 'Not sent' : ukDate(each.sentAt) },
            { text: each.remindedAt === null ? '–' : ukDate(each.remindedAt) },
          ]),
        }),
      )
}`
}
