import { button, insetText, table, warningText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  scrolling,
  stackingTable,
  statisticsRow,
  underWay,
  verifyRun,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { interviewsPath, timetableRunPath } from '../interviewing.paths.ts'
import { closedNote, interviewsFrame } from './parts.ts'

/** One session with its slots, in the order of time. */
export type GridSession = {
  readonly title: string
  readonly rows: readonly {
    readonly time: string
    readonly reference: string
    readonly href: string | undefined
    readonly lead: string
    readonly members: readonly string[]
    readonly recused: readonly string[]
    readonly missing: readonly string[]
    /** What the applicants said, or that it moves; '' for nothing. */
    readonly note: string
  }[]
}

/** The sessions one below the other, each as a table: who, where, who leaves the room, what nobody there knows. */
export const gridOf = (sessions: readonly GridSession[]): SafeHtml =>
  html`${sessions.map(({ title, rows }) =>
    scrolling(
      title,
      stackingTable({
        caption: title,
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: ['Time', 'Application', 'In the room', 'Leaves for a conflict', 'Subjects that nobody there knows'].map(
          (text) => ({
            text,
          }),
        ),
        rows: rows.map(({ time, reference, href, lead, members, recused, missing, note }) => [
          { html: html`${time}` },
          {
            html:
              reference === ''
                ? html`<span class="govuk-hint">Free</span>`
                : html`${href === undefined ? reference : html`<a class="govuk-link" href="${href}">${reference}</a>`}${lead !== '' && html`<br>${lead}`}${note !== '' && html`<br><strong>${note}</strong>`}`,
          },
          { text: members.join(', ') },
          { text: recused.join(', ') || (reference === '' ? '' : 'Nobody') },
          { text: missing.join(', ') || (reference === '' ? '' : 'Everything is covered') },
        ]),
      }),
    ),
  )}`

type Linked = { readonly reference: string; readonly href: string | undefined }

export type TimetableModel = {
  readonly round: RoundInFund
  readonly published: readonly GridSession[]
  /** Why what is published cannot be held as it is, in a sentence; '' where it can. */
  readonly broken: string
  /** What withdrawals have freed, in sentences. */
  readonly freed: readonly string[]
  /** Applications whose wish to move nobody has answered. */
  readonly wishes: readonly Linked[]
  /** Shortlisted applications that have no published place. */
  readonly without: readonly Linked[]
  readonly runs: readonly {
    readonly number: number
    readonly state: string
    readonly requested: string
    readonly found: string
  }[]
  readonly mayChange: boolean
  readonly closed: boolean
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The published timetable, and working out a new one. */
export function timetablePage(model: TimetableModel): Page {
  const { round, published, without, runs, errors, csrf } = model
  const { fund, slug } = round
  return interviewsFrame(
    round,
    'Timetable',
    errors,
    html`${closedNote(model.closed)}${model.broken !== '' && warningText({ text: model.broken, iconFallbackText: 'Warning' })}
${!model.closed && model.wishes.length > 0 && html`<p class="govuk-body">Asked to be moved, and not answered: ${linksOf(model.wishes)}.</p>`}
${
  published.length === 0
    ? html`<p class="govuk-body">No timetable is published yet.</p>`
    : html`<h2 class="govuk-heading-l">As published</h2>${gridOf(published)}`
}
${published.length > 0 && without.length > 0 && html`<p class="govuk-body">Without a place: ${linksOf(without)}.</p>`}
${model.freed.length > 0 && gapOf(model)}
${
  model.mayChange &&
  html`<h2 class="govuk-heading-l">${published.length === 0 ? 'Work out a timetable' : 'Work the timetable out again'}</h2>
<p class="govuk-body">From the panel, the sessions, the conflicts and what applicants said, as they are now. As many interviews as possible are placed; ${published.length > 0 ? 'as few as possible are moved from the places that applicants have been told; ' : ''}then the subjects of each application are known to its panel as far as they can be, with as few sittings as possible.</p>
${form({ action: interviewsPath(fund.slug, slug, 'timetable'), csrf }, button({ text: 'Work out a timetable', preventDoubleClick: true }))}`
}
${
  runs.length > 0 &&
  scrolling(
    'Timetables worked out',
    table({
      caption: 'Timetables worked out',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: ['Timetable', 'State', 'Asked for', 'Found'].map((text) => ({ text })),
      rows: runs.map(({ number, state, requested, found }) => [
        {
          html: html`<a class="govuk-link" href="${timetableRunPath(fund.slug, slug, number)}">Timetable ${number}</a>`,
        },
        { text: state },
        { text: requested },
        { text: found },
      ]),
    }),
  )
}`,
  )
}

const linksOf = (list: readonly Linked[]): SafeHtml =>
  html`${list.map(({ reference, href }, at) => html`${at > 0 && ', '}${href === undefined ? reference : html`<a class="govuk-link" href="${href}">${reference}</a>`}`)}`

/** What withdrawals have freed, and who could have it. */
const gapOf = ({ round, freed, wishes, without, mayChange, csrf }: TimetableModel): SafeHtml =>
  insetText({
    html: html`<h3 class="govuk-heading-m">Freed by a withdrawal</h3>
<ul class="govuk-list">${freed.map((text) => html`<li>${text}</li>`)}</ul>
${without.length === 0 && html`<p class="govuk-body">Everybody else on the shortlist has a place.</p>`}
${wishes.length > 0 && html`<p class="govuk-body">${linksOf(wishes)} ${wishes.length === 1 ? 'asks' : 'ask'} to move, and could have it.</p>`}
${
  mayChange &&
  without.length > 0 &&
  form(
    { action: interviewsPath(round.fund.slug, round.slug, 'timetable'), csrf },
    html`<p class="govuk-body">It can go to an application that has no place. As few interviews as possible are moved.</p>${button({ text: 'Fill the gap', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}`,
  })

export type TimetableRunModel = {
  readonly round: RoundInFund
  readonly number: number
  readonly stateWords: string
  readonly underWay: { readonly percent: number; readonly doing: string } | undefined
  readonly figures: readonly { readonly value: string | number; readonly label: string }[]
  /** How near to the best it is, and what else there is to say, in sentences. */
  readonly notes: readonly string[]
  readonly because: readonly string[]
  /** Members who sit otherwise than they were told; undefined where nobody was told. */
  readonly seats: readonly string[] | undefined
  readonly grid: readonly GridSession[]
  readonly trace: readonly { readonly key: string; readonly value: string }[]
  readonly mayAccept: boolean
  readonly mayCancel: boolean
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** What came of working out a timetable, or how far it is. */
export function timetableRunPage(model: TimetableRunModel): Page {
  const { round, number, errors, csrf } = model
  const path = timetableRunPath(round.fund.slug, round.slug, number)
  return interviewsFrame(
    round,
    `Timetable ${number}`,
    errors,
    html`<p class="govuk-body-l" data-followed>${model.stateWords}</p>
${
  model.underWay !== undefined &&
  html`${underWay({ ...model.underWay, path })}
${model.mayCancel && form({ action: `${path}/cancel`, csrf }, button({ text: 'Cancel', classes: 'govuk-button--secondary' }))}`
}
${model.figures.length > 0 && statisticsRow(model.figures)}
${model.notes.map((note) => html`<p class="govuk-body">${note}</p>`)}
${
  model.because.length > 0 &&
  insetText({
    html: html`<h2 class="govuk-heading-m">Without a place, and why</h2><ul class="govuk-list govuk-list--bullet">${model.because.map((text) => html`<li>${text}</li>`)}</ul>`,
  })
}
${model.seats !== undefined && seatsPart(model.seats)}
${
  model.mayAccept &&
  form(
    { action: `${path}/accept`, csrf },
    html`<p class="govuk-body">Publishing sends everybody whose place is new or changed an email with an event for their calendar.</p>${button({ text: 'Publish this timetable', preventDoubleClick: true })}`,
  )
}
${gridOf(model.grid)}
${verifyRun('The same input and seed give the same timetable on every machine.', model.trace)}`,
    [{ text: 'Timetable', href: interviewsPath(round.fund.slug, round.slug, 'timetable') }],
  )
}

const seatsPart = (seats: readonly string[]): SafeHtml =>
  seats.length === 0
    ? html`<p class="govuk-body">All members sit in the sessions that they were told.</p>`
    : html`<h2 class="govuk-heading-m">Members who sit otherwise than they were told</h2>
<ul class="govuk-list govuk-list--bullet">${seats.map((text) => html`<li>${text}</li>`)}</ul>`
