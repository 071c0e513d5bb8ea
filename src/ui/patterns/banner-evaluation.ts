import { html, type SafeHtml } from '../html.ts'

/** Tells everyone that this copy of the service is for trying out. Stands on every page in evaluation mode and on none otherwise. */
export function bannerEvaluation(): SafeHtml {
  return html`<div class="app-evaluation"><div class="govuk-width-container"><strong>Evaluation copy.</strong> For trying out only: do not enter real personal information. No message leaves this machine.</div></div>`
}
