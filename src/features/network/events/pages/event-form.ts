import { type EventTyped, eventPlaces } from '../../../../core/network/index.ts'
import { button, input, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, markdownHint, momentField } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund } from '../../pages/in-network.ts'
import { heldWords } from '../events.messages.ts'

export type EventFormModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly title: string
  readonly action: string
  readonly buttonText: string
  readonly typed: EventTyped
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

const label = (text: string) => ({ text, classes: 'govuk-label--s' })

/** Planning or changing an event. */
export const eventFormPage = ({ action, buttonText, typed, errors, csrf, ...model }: EventFormModel): Page =>
  inNetwork(
    { ...model, errors },
    form(
      { action, csrf },
      html`${input({ id: 'title', name: 'title', label: label('Title'), value: typed.title, errorMessage: errorAt(errors, 'title') })}
${textarea({ id: 'about', name: 'about', label: label('What is it about?'), hint: { text: `It stands in the invitation. ${markdownHint}` }, rows: 6, value: typed.about, errorMessage: errorAt(errors, 'about') })}
${radios({ name: 'held', idPrefix: 'held', classes: 'govuk-radios--inline', fieldset: { legend: { text: 'How is it held?', classes: 'govuk-fieldset__legend--s' } }, value: typed.held, errorMessage: errorAt(errors, 'held'), items: eventPlaces.map((value) => ({ value, text: heldWords[value] })) })}
${input({ id: 'place', name: 'place', label: label('Where is it?'), hint: { text: 'The address of the room, or how it is held online. Everybody in the network reads it' }, value: typed.place, errorMessage: errorAt(errors, 'place') })}
${textarea({ id: 'joining', name: 'joining', label: label('How to join (optional)'), hint: { text: 'The link and its code, or where the door is. Only those with a place read it' }, rows: 3, value: typed.joining, errorMessage: errorAt(errors, 'joining') })}
${momentField({ id: 'starts', legend: 'When does it begin?', hint: 'UK time. For example, 27 3 2027 at 2pm', typed: typed.starts, error: errorAt(errors, 'starts')?.text })}
${momentField({ id: 'ends', legend: 'When does it end?', hint: 'UK time. For example, 27 3 2027 at 3:30pm', typed: typed.ends, error: errorAt(errors, 'ends')?.text })}
${input({ id: 'capacity', name: 'capacity', label: label('How many can come?'), hint: { text: 'When the event is full, people join a waiting list' }, classes: 'govuk-input--width-4', inputmode: 'numeric', value: typed.capacity, errorMessage: errorAt(errors, 'capacity') })}
${button({ text: buttonText, preventDoubleClick: true })}`,
    ),
  )
