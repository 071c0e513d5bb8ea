import { button, insetText, tag } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type PartnerModel = {
  /** Whether the round is made up. */
  readonly illustrative: boolean
  readonly reference: string
  readonly fund: string
  readonly round: string
  readonly lead: string
  readonly readHref: string
  /** Those of this person's organisations that were asked. */
  readonly requests: readonly {
    readonly organisationId: string
    readonly organisation: string
    readonly state: 'asked' | 'accepted'
    /** What accepting uses up of its partner slots in this round, or what it holds, in words. */
    readonly slots: string
    /** What its people write, once it has accepted. */
    readonly part: string
    readonly pages: readonly { readonly title: string; readonly href: string }[]
    readonly signOff: { readonly href: string; readonly text: string; readonly colour: string } | undefined
  }[]
  /** How many applications of the round one body may be a partner in. */
  readonly slotRule: string
  readonly fixed: boolean
  readonly problems: readonly { readonly text: string }[]
  readonly action: string
  readonly csrf: string
}

/** What being a partner means and what it uses, before somebody says yes for their organisation. */
export function partnerPage(model: PartnerModel): Page {
  const { requests, lead, problems } = model
  const waits = requests.some(({ state }) => state === 'asked')
  const title = waits ? 'Be a partner in an application' : 'Your part in an application'
  return {
    title,
    breadcrumbs: [{ text: `Application ${model.reference}`, href: model.readHref }, { text: 'Partnership' }],
    hasErrors: problems.length > 0,
    main: html`${problemSummary(problems)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}: ${model.fund}, ${model.round}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${lead} leads this application. <a class="govuk-link" href="${model.readHref}">Read what it says so far</a>.</p>
<h2 class="govuk-heading-m">What it means</h2>
<ul class="govuk-list govuk-list--bullet">
<li>It does not use up your organisation’s own application: you can still lead one in this round.</li>
<li>${model.slotRule}</li>
<li>The name of your organisation will stand in the application that the programme team and the assessors read.</li>
<li>Your people can then read the whole application, and write it with ${lead}, which decides what they write and submits it.</li>
<li>You can change your mind until ${lead} submits.</li>
</ul>
${requests.map(
  ({
    organisationId,
    organisation,
    state,
    slots,
    part,
    pages,
    signOff,
  }) => html`<h2 class="govuk-heading-m">${organisation}</h2>
${state === 'accepted' && insetText({ text: `${organisation} is a partner.` })}
${slots !== '' && html`<p class="govuk-body">${slots}</p>`}
<p class="govuk-body">${part}</p>
${
  pages.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${pages.map(({ title, href }) => html`<li><a class="govuk-link" href="${href}">${title}</a></li>`)}</ul>`
}
${
  signOff !== undefined &&
  html`<p class="govuk-body">Sign-off: ${tag({ text: signOff.text, classes: `govuk-tag--${signOff.colour}` })} <a class="govuk-link" href="${signOff.href}">Read and sign for ${organisation}</a></p>`
}
${
  model.fixed
    ? html`<p class="govuk-body">The application is submitted, so this cannot be changed now.</p>`
    : form(
        { action: model.action, csrf: model.csrf },
        html`${hidden('organisation', organisationId)}<div class="govuk-button-group">${
          state === 'asked' && button({ text: `Accept for ${organisation}`, name: 'answer', value: 'accept' })
        }${button({
          text: state === 'asked' ? 'Decline' : 'Leave the application',
          name: 'answer',
          value: 'decline',
          classes: 'govuk-button--secondary',
        })}</div>`,
      )
}`,
)}`,
  }
}
