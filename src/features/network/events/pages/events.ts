import { summaryList, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ListedEvent = {
  readonly href: string
  readonly title: string
  readonly when: string
  readonly where: string
  readonly places: string
  readonly state: { readonly text: string; readonly colour: string } | undefined
}

export type EventsModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly coming: readonly ListedEvent[]
  readonly past: readonly ListedEvent[]
}

/** The events of a network. */
export const eventsPage = ({ coming, past, ...model }: EventsModel): Page =>
  inNetwork(
    { ...model, title: 'Events' },
    html`<h2 class="govuk-heading-m">Events to come</h2>
${coming.length === 0 && paragraph('No event is planned.')}
${coming.map(eventCard)}
${past.length > 0 && html`<h2 class="govuk-heading-m">Past events</h2>${past.map(eventCard)}`}`,
  )

const eventCard = ({ href, title, when, where, places, state }: ListedEvent): SafeHtml =>
  summaryList({
    card: { title: { html: link(href, title), headingLevel: 3 } },
    rows: [
      { key: { text: 'When' }, value: { text: when } },
      { key: { text: 'Where' }, value: { text: where } },
      { key: { text: 'Places' }, value: { text: places } },
      state !== undefined && {
        key: { text: 'You' },
        value: { html: tag({ text: state.text, classes: `govuk-tag--${state.colour}` }) },
      },
    ],
  })
