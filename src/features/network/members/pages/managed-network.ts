import { button, input, table, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, markdownHint, scrolling } from '../../../../ui/patterns/index.ts'
import { inNetwork, link, type OfFund, paragraph } from '../../pages/in-network.ts'

export type ManagedNetworkModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  /** What else is run: events, reports, resources; the network itself. */
  readonly links: readonly { readonly href: string; readonly text: string; readonly detail: string }[]
  readonly guests: readonly {
    readonly who: string
    readonly note: string
    readonly since: string
    readonly endAction: string
  }[]
  readonly inviteAction: string
  readonly conductAction: string
  readonly conductVersion: string
  readonly typed: { readonly email: string; readonly note: string; readonly conduct: string }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The network of a fund for those who run it. */
export const managedNetworkPage = (model: ManagedNetworkModel): Page =>
  inNetwork(
    { ...model, title: 'Run the network' },
    html`<ul class="govuk-list govuk-list--spaced">${model.links.map(
      ({ href, text, detail }) => html`<li>${link(href, text)}<br><span class="govuk-hint">${detail}</span></li>`,
    )}</ul>
<h2 class="govuk-heading-m">Others who are invited</h2>
${paragraph('People of the councils with accepted awards, the experts of the panel and the programme team are members without being invited.')}
${model.guests.length > 0 && guestTable(model)}
${inviteForm(model)}
<h2 class="govuk-heading-m">Code of conduct</h2>
${paragraph(model.conductVersion)}
${form(
  { action: model.conductAction, csrf: model.csrf },
  html`${textarea({ id: 'text', name: 'text', label: { text: 'The next version', classes: 'govuk-label--s' }, hint: { text: `Everybody is asked to accept it before they post again. ${markdownHint}` }, rows: 10, value: model.typed.conduct, errorMessage: errorAt(model.errors, 'text') })}
${button({ text: 'Publish this version', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`,
  )

const guestTable = ({ guests, csrf }: ManagedNetworkModel): SafeHtml =>
  scrolling(
    'People who are invited',
    table({
      head: [{ text: 'Who' }, { text: 'Invited' }, { html: html`<span class="govuk-visually-hidden">Action</span>` }],
      rows: guests.map(({ who, note, since, endAction }) => [
        { html: html`${who}<br><span class="govuk-hint">${note}</span>` },
        { text: since },
        {
          html: form(
            { action: endAction, csrf },
            button({
              html: html`End<span class="govuk-visually-hidden"> the invitation of ${who}</span>`,
              classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
            }),
          ),
        },
      ]),
    }),
  )

const inviteForm = ({ inviteAction, csrf, typed, errors }: ManagedNetworkModel): SafeHtml =>
  form(
    { action: inviteAction, csrf },
    html`${input({ id: 'email', name: 'email', type: 'email', label: { text: 'Email address', classes: 'govuk-label--s' }, value: typed.email, errorMessage: errorAt(errors, 'email') })}
${input({ id: 'note', name: 'note', label: { text: 'Who are they?', classes: 'govuk-label--s' }, hint: { text: 'Members read it. For example, adviser at an association of councils' }, value: typed.note, errorMessage: errorAt(errors, 'note') })}
${button({ text: 'Invite', preventDoubleClick: true })}`,
  )
