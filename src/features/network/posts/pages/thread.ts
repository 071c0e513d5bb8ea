import { button, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { actionList, errorAt, type FieldText, markdownHint } from '../../../../ui/patterns/index.ts'
import { inNetwork, type OfFund, paragraph } from '../../pages/in-network.ts'
import { conductFirst } from './new-thread.ts'

export type ShownPost = {
  readonly id: string
  readonly author: string
  readonly when: string
  /** By mail, edited; ''. */
  readonly how: string
  /** Undefined for one that is hidden from this reader. */
  readonly text: string | undefined
  readonly hidden: boolean
  /** Where its author reads why it is hidden, and asks for that to be looked at again. */
  readonly whyHref: string | undefined
  /** What can be done with it. `of` goes on from its text to whose post it is, for those who hear links by themselves. */
  readonly links: readonly { readonly href: string; readonly text: string; readonly of: string }[]
}

export type ThreadModel = {
  readonly fund: OfFund
  readonly crumbs: readonly { readonly text: string; readonly href: string }[]
  readonly title: string
  readonly topic: string
  readonly posts: readonly ShownPost[]
  readonly conductHref: string | undefined
  readonly replyAction: string
  readonly followAction: string
  readonly follows: boolean
  readonly typed: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A question or a post with what was said to it. */
export const threadPage = (model: ThreadModel): Page =>
  inNetwork(
    model,
    html`<p class="govuk-body">${tag({ text: model.topic, classes: 'govuk-tag--blue' })}</p>
${model.posts.map(shownPost)}
${
  model.conductHref === undefined
    ? form(
        { action: model.replyAction, csrf: model.csrf },
        html`${textarea({ id: 'text', name: 'text', label: { text: 'Your answer', classes: 'govuk-label--m' }, hint: { text: `Leave personal data out. ${markdownHint}` }, rows: 6, value: model.typed, errorMessage: errorAt(model.errors, 'text') })}
${button({ text: 'Answer', preventDoubleClick: true })}`,
      )
    : conductFirst(model.conductHref)
}
${form(
  { action: model.followAction, csrf: model.csrf },
  html`${paragraph(model.follows ? 'We email you each answer.' : 'You are not told of answers.')}
${hidden('follows', model.follows ? 'no' : 'yes')}${button({ text: model.follows ? 'Stop following' : 'Follow', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`,
  )

const shownPost = ({ id, author, when, how, text, hidden: isHidden, whyHref, links }: ShownPost): SafeHtml =>
  html`<article id="post-${id}" aria-label="${author}, ${when}">
<p class="govuk-body govuk-!-margin-bottom-1"><strong>${author}</strong> ${isHidden && tag({ text: 'Hidden', classes: 'govuk-tag--red' })}<br><span class="govuk-hint">${when}${how !== '' && `. ${how}`}</span></p>
${text === undefined ? paragraph('The programme team has hidden this post.') : markdown(text, { headingLevel: 3 })}
${whyHref !== undefined && paragraph(html`The other members no longer see this post. <a class="govuk-link" href="${whyHref}">Read why it is hidden, or appeal<span class="govuk-visually-hidden">: the post of ${author}, ${when}</span></a>`)}
${links.length > 0 && actionList(links.map((each) => html`<a class="govuk-link" href="${each.href}">${each.text}<span class="govuk-visually-hidden"> ${each.of} ${author}, ${when}</span></a>`))}
</article>
<hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible">`
