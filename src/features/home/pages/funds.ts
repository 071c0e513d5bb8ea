import { tag } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeTag } from '../../../ui/patterns/index.ts'

export type RoundCard = {
  readonly href: string
  readonly name: string
  readonly fundName: string
  readonly summary: string
  readonly phase: 'announced' | 'open' | 'closed' | 'cancelled'
  /** When it opens, closes or closed, as people read it. */
  readonly when: string
  readonly offer: string
  readonly illustrative: boolean
}

export type FundsModel = { readonly serviceName: string; readonly rounds: readonly RoundCard[] }

const phases = {
  announced: { text: 'Opens soon', classes: 'govuk-tag--blue' },
  open: { text: 'Open', classes: 'govuk-tag--green' },
  closed: { text: 'Closed', classes: 'govuk-tag--grey' },
  cancelled: { text: 'Cancelled', classes: 'govuk-tag--red' },
} as const

/** The front page: every round that the public may see, the open ones first. */
export function fundsPage({ serviceName, rounds }: FundsModel): Page {
  const open = rounds.filter(({ phase }) => phase === 'announced' || phase === 'open')
  const closed = rounds.filter(({ phase }) => phase === 'closed' || phase === 'cancelled')
  return {
    title: 'Funds for councils',
    description: 'Challenge funds that English councils can apply to, and what came of them.',
    main: html`<h1 class="govuk-heading-xl">${serviceName}</h1>
<p class="govuk-body-l">Support for councils that want to review every way of delivering a service, and choose the one that is right.</p>
<h2 class="govuk-heading-l">Open and announced</h2>
${open.length === 0 ? html`<p class="govuk-body">No round is open now.</p>` : html`<ul class="govuk-list app-cards">${open.map(card)}</ul>`}
${closed.length > 0 && html`<h2 class="govuk-heading-l">Closed</h2><ul class="govuk-list app-cards">${closed.map(card)}</ul>`}`,
  }
}

const card = (round: RoundCard): SafeHtml => html`<li class="app-card">
<h3 class="govuk-heading-m"><a class="govuk-link" href="${round.href}">${round.fundName}: ${round.name}</a></h3>
<p class="govuk-body">${tag(phases[round.phase])} ${illustrativeTag(round.illustrative)}</p>
<p class="govuk-body">${round.summary}</p>
<p class="govuk-body govuk-!-margin-bottom-0"><strong>${round.when}</strong>. ${round.offer}</p>
</li>`
