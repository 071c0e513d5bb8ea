import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { button, errorSummary, insetText, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type PublishResultsModel = {
  readonly round: RoundInFund
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly csrf: string
  readonly action: string
  /** Why they cannot be published yet; undefined when they can. */
  readonly waits: string | undefined
  readonly versions: readonly { readonly number: number; readonly on: string; readonly reason: string }[]
  readonly publicHref: string
  readonly reason: string
  readonly problems: readonly string[]
}

/** Putting the results of a round before the public, and publishing them anew. */
export const publishResultsPage = (model: PublishResultsModel): Page => {
  const { round, breadcrumbs, versions, waits, problems, publicHref } = model
  return {
    title: 'Publish the results',
    hasErrors: problems.length > 0,
    breadcrumbs: [...breadcrumbs, { text: 'Results' }],
    main: html`${illustrativeLabel(round.illustrative)}
${problems.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: problems.map((text) => ({ text, href: '#reason' })) })}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${round.fund.name}, ${round.name}</span>Publish the results</h1>
<p class="govuk-body">Everybody will see who is awarded what, how many applications came how far, how scores are spread, the rules that decided, and the decision record. Applications that were not awarded, and assessors, stand under pseudonyms. Subscribers are told by email and in the feed.</p>
${versions.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${publicHref}">See what is published</a></p><ul class="govuk-list govuk-list--bullet">${versions.map(({ number, on, reason }) => html`<li>Version ${number}, ${on}${reason !== '' && html`: ${reason}`}</li>`)}</ul>`}
${waits === undefined ? publishForm(model) : insetText({ text: `${waits}.` })}`,
  }
}

const publishForm = ({ action, csrf, versions, reason, problems }: PublishResultsModel) =>
  form(
    { action, csrf },
    html`${
      versions.length > 0 &&
      textarea({
        id: 'reason',
        name: 'reason',
        label: { text: 'Why are they published anew?' },
        hint: { text: 'Everybody sees this beside the version.' },
        value: reason,
        ...(problems[0] === undefined ? {} : { errorMessage: { text: problems[0] } }),
      })
    }${button({ text: versions.length > 0 ? 'Publish a new version' : 'Publish the results', preventDoubleClick: true })}`,
  )
