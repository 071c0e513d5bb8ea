import { button, insetText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

export type JoinModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly by: string
  readonly lead: string
  readonly fund: string
  readonly round: string
  /** Titles; null is all of it. */
  readonly pages: readonly string[] | null
  readonly ended: boolean
  readonly action: string
  readonly csrf: string
}

/** An invitation to write with others, for the person whom it was sent to. */
export const joinPage = (model: JoinModel): Page => ({
  title: `Write with ${model.lead}`,
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">Write with ${model.lead}</h1>
<p class="govuk-body">${model.by} invites you to write the application of ${model.lead} to ${model.fund}, ${model.round}. You will be able to read all of it${model.pages === null ? ' and write any page.' : '.'}</p>
${
  model.pages !== null &&
  html`<p class="govuk-body">You are asked to write:</p>
<ul class="govuk-list govuk-list--bullet">${model.pages.map((page) => html`<li>${page}</li>`)}</ul>`
}
${
  model.ended
    ? insetText({ text: `This invitation has ended. Ask ${model.by} to send another.` })
    : form({ action: model.action, csrf: model.csrf }, button({ text: 'Join', preventDoubleClick: true }))
}`,
})
