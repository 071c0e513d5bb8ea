import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { button, input, radios } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, momentField, scrolling, stackingTable } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { interviewsPath } from '../interviewing.paths.ts'
import { closedNote, errorAt, interviewsFrame } from './parts.ts'

export type SessionsModel = {
  readonly round: RoundInFund
  readonly rows: readonly {
    readonly when: string
    readonly starts: string
    readonly place: string
    readonly slots: string
    readonly free: string
    readonly remove: string
  }[]
  readonly mayChange: boolean
  readonly closed: boolean
  readonly typed: {
    readonly starts: MomentTyped
    readonly half: string
    readonly place: string
    readonly slots: string
    readonly minutes: string
  }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The half-days on which interviews are held, and adding one. */
export function sessionsPage(model: SessionsModel): Page {
  const { round, rows, mayChange, errors, csrf } = model
  return interviewsFrame(
    round,
    'Sessions',
    errors,
    html`${closedNote(model.closed)}${
      rows.length === 0
        ? html`<p class="govuk-body">There are no sessions yet.</p>`
        : scrolling(
            'Sessions',
            stackingTable({
              firstCellIsHeader: true,
              head: [
                'Half-day',
                'Starts',
                'Where',
                'Interviews',
                'Members free',
                ...(mayChange ? ['Take out'] : []),
              ].map((text) => ({ text })),
              rows: rows.map(({ when, starts, place, slots, free, remove }) => [
                { text: when },
                { text: starts },
                { html: html`<span class="govuk-!-text-break-word">${place}</span>` },
                { text: slots },
                { text: free },
                ...(mayChange
                  ? [
                      {
                        html: form(
                          { action: remove, csrf },
                          button({
                            html: html`<span class="app-whole">Take out</span><span class="govuk-visually-hidden"> ${when}, ${place}</span>`,
                            classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
                          }),
                        ),
                      },
                    ]
                  : []),
              ]),
            }),
          )
    }
${mayChange && addForm(model)}`,
  )
}

const addForm = ({ round, typed, errors, csrf }: SessionsModel): SafeHtml =>
  html`<h2 class="govuk-heading-l">Add a session</h2>${form(
    { action: interviewsPath(round.fund.slug, round.slug, 'sessions'), csrf },
    html`${momentField({
      id: 'starts',
      legend: 'When does its first interview start?',
      hint: 'In UK time. For example, 27 3 2026 at 9:30am',
      typed: typed.starts,
      error: errorAt(errors, 'starts')?.text,
    })}
${radios({
  name: 'half',
  idPrefix: 'half',
  value: typed.half,
  classes: 'govuk-radios--inline',
  fieldset: { legend: { text: 'Half-day', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(errors, 'half'),
  items: [
    { value: 'morning', text: 'Morning' },
    { value: 'afternoon', text: 'Afternoon' },
  ],
})}
${input({ id: 'place', name: 'place', label: { text: 'Room, or address of the video meeting' }, value: typed.place, errorMessage: errorAt(errors, 'place') })}
${input({ id: 'slots', name: 'slots', label: { text: 'How many interviews' }, value: typed.slots, classes: 'govuk-input--width-2', inputmode: 'numeric', errorMessage: errorAt(errors, 'slots') })}
${input({ id: 'minutes', name: 'minutes', label: { text: 'Minutes for each' }, value: typed.minutes, classes: 'govuk-input--width-3', inputmode: 'numeric', errorMessage: errorAt(errors, 'minutes') })}
${button({ text: 'Add the session', preventDoubleClick: true })}`,
  )}`
