import { button, panel } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'

/** Asks once more; opening the address of one-click unsubscribing changes nothing. */
export const stopPage = (model: { readonly about: string; readonly action: string; readonly csrf: string }): Page => ({
  title: 'Stop these emails',
  main: html`<h1 class="govuk-heading-l">Stop these emails</h1>
<p class="govuk-body">We will not email you any more about: <strong>${model.about}</strong>. You find it in your notifications when you sign in.</p>
${form({ action: model.action, csrf: model.csrf }, button({ text: 'Stop these emails', preventDoubleClick: true }))}`,
})

/** After stopping them. */
export const stoppedPage = (model: {
  readonly about: string
  readonly deliveryHref: string
  readonly centreHref: string
}): Page => ({
  title: 'You will not get these emails',
  main: html`${panel({ titleText: 'You will not get these emails', html: html`${model.about}` })}
<p class="govuk-body">What you would have been emailed is in <a class="govuk-link" href="${model.centreHref}">your notifications</a>. You can <a class="govuk-link" href="${model.deliveryHref}">choose again</a> at any time.</p>`,
})
