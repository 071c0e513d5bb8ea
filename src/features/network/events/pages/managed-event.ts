import { button, checkboxes, details, insetText, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, filesInput, scrolling, stackingTable } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'
import { type EventFacts, eventFacts } from './event.ts'

export type ManagedEventModel = EventFacts & {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly people: readonly { readonly name: string; readonly state: string; readonly attended: string }[]
  readonly changeHref: string | undefined
  readonly cancel: { readonly action: string; readonly typed: string } | undefined
  /** Once it has begun: those with a place, and who of them came. */
  readonly attendance:
    | {
        readonly action: string
        readonly people: readonly { readonly value: string; readonly text: string }[]
        readonly came: readonly string[]
      }
    | undefined
  readonly materials: SafeHtml | undefined
  readonly materialsAction: string
  readonly materialsLimits: string
  readonly accept: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** An event for those who hold it. */
export const managedEventPage = (model: ManagedEventModel): Page =>
  inNetwork(
    model,
    html`${model.cancelledWhy !== '' && insetText({ text: `This event is cancelled. ${model.cancelledWhy}` })}
${eventFacts(model, undefined)}
${model.changeHref !== undefined && paragraph(link(model.changeHref, 'Change the event'))}
<h2 class="govuk-heading-m">People</h2>
${model.people.length === 0 ? paragraph('Nobody is invited yet.') : peopleTable(model)}
${model.attendance !== undefined && model.people.length > 0 && attendanceForm(model, model.attendance)}
<h2 class="govuk-heading-m">Materials</h2>
${model.materials}
${form(
  { action: model.materialsAction, csrf: model.csrf, enctype: 'multipart/form-data' },
  html`${filesInput(model.materialsAction, { id: 'materials', name: 'materials', label: { text: 'Slides, notes and papers', classes: 'govuk-label--s' }, hint: { text: model.materialsLimits }, errorMessage: errorAt(model.errors, 'materials'), multiple: true, attributes: { accept: model.accept } })}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}
${model.cancel !== undefined && cancelForm(model, model.cancel)}`,
  )

const peopleTable = ({ people, attendance }: ManagedEventModel): SafeHtml =>
  scrolling(
    'People of the event',
    stackingTable({
      // Before it has begun nobody can have come.
      head: [{ text: 'Name' }, { text: 'Answer' }, ...(attendance === undefined ? [] : [{ text: 'Came' }])],
      rows: people.map(({ name, state, attended }) => [
        { text: name },
        { text: state },
        ...(attendance === undefined ? [] : [{ text: attended }]),
      ]),
    }),
  )

const attendanceForm = (
  { errors, csrf }: ManagedEventModel,
  { action, people, came }: NonNullable<ManagedEventModel['attendance']>,
): SafeHtml =>
  people.length === 0
    ? paragraph('Nobody had a place.')
    : form(
        { action, csrf },
        html`${checkboxes({ name: 'came', idPrefix: 'came', fieldset: { legend: { text: 'Who came?', classes: 'govuk-fieldset__legend--m' } }, values: came, errorMessage: errorAt(errors, 'came'), items: people })}
${button({ text: 'Save who came', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      )

const cancelForm = (
  { errors, csrf }: ManagedEventModel,
  { action, typed }: NonNullable<ManagedEventModel['cancel']>,
): SafeHtml =>
  details({
    summaryText: 'Cancel the event',
    open: errorAt(errors, 'why') !== undefined,
    html: form(
      { action, csrf },
      html`${textarea({ id: 'why', name: 'why', label: { text: 'Why is it cancelled?', classes: 'govuk-label--s' }, hint: { text: 'We email everybody who was invited and has not declined' }, rows: 3, value: typed, errorMessage: errorAt(errors, 'why') })}
${button({ text: 'Cancel the event', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
