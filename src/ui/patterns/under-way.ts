import { html, type SafeHtml } from '../html.ts'

/** How far something is that the service works out. */
export type UnderWayOptions = {
  readonly percent: number
  /** What is being done, in a few words; may be empty. */
  readonly doing: string
  /** The page that this is on. */
  readonly path: string
}

/**
 * How far it is. With scripts the page follows by itself, says each step aloud, and shows what came of it once there is
 * something; without them a link asks for it again.
 *
 * @example underWay({ percent: 40, doing: 'Looking for the fairest', path: '/manage/…/runs/1' })
 */
export const underWay = ({ percent, doing, path }: UnderWayOptions): SafeHtml => html`<div data-follow>
<p class="govuk-body"><progress max="100" value="${percent}" aria-label="How far it is" data-followed>${percent}%</progress> <span data-followed>${percent}%</span></p>
<p class="govuk-body" role="status" data-followed>${doing}</p>
<p class="govuk-body">You can leave this page and come back. <a class="govuk-link" href="${path}">Refresh this page to see how far it is</a></p>
</div>`
