import { button, insetText, panel, warningText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

/** A rule that applies to what was answered. */
export type AppliedRule = {
  readonly clause: string
  readonly text: string
  /** What can be done about it, as Markdown. */
  readonly remedy: string | undefined
  /** Where the clause is published. */
  readonly link: string | undefined
}

export type ScreenerResultModel = {
  readonly illustrative: boolean
  readonly caption: string
  readonly outcome: 'pass' | 'pass-with-caveats' | 'fail'
  readonly failed: readonly AppliedRule[]
  readonly caveats: readonly AppliedRule[]
  readonly refusesFailing: boolean
  /** The answers that this comes of, with a way to change each. */
  readonly answers: readonly { readonly title: string; readonly summary: SafeHtml }[]
  readonly back: string
  /** The button to go on with; undefined when there is nothing to start now. */
  readonly start: { readonly text: string; readonly href: string } | undefined
  /** Why nothing can be started, if so. */
  readonly notOpen: string | undefined
}

const titles = {
  pass: 'You can apply',
  'pass-with-caveats': 'You can apply, with points to note',
  fail: 'You cannot apply with these answers',
} as const

/** What a screener says: the outcome, and each rule that led to it with its clause. */
export function screenerResultPage(model: ScreenerResultModel): Page {
  const { outcome, failed, caveats, start } = model
  return {
    title: titles[outcome],
    backLink: { href: model.back, text: 'Back to the round' },
    main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l govuk-!-margin-bottom-2">${model.caption}</span>
${outcome === 'pass' ? panel({ titleText: titles.pass, text: 'No rule is against it' }) : html`<h1 class="govuk-heading-l">${titles[outcome]}</h1>`}
${failed.length > 0 && html`<h2 class="govuk-heading-m">Why not</h2>${failed.map(ruleOf)}`}
${caveats.length > 0 && html`<h2 class="govuk-heading-m">${failed.length > 0 ? 'Also note' : 'What to note'}</h2>${caveats.map(ruleOf)}`}
${
  failed.length > 0 &&
  warningText({
    text: model.refusesFailing
      ? 'You can start and write an application, but it cannot be submitted while a rule is against it.'
      : 'You can still apply. The programme team sees what the rules say, and decides.',
  })
}
${model.notOpen !== undefined && insetText({ text: model.notOpen })}
${start !== undefined && button({ text: start.text, href: start.href, isStartButton: true, classes: failed.length > 0 ? 'govuk-button--secondary' : '' })}
<h2 class="govuk-heading-m">Your answers</h2>
${model.answers.map(({ title, summary }) => html`<h3 class="govuk-heading-s">${title}</h3>${summary}`)}
<p class="govuk-body">This is what the published rules say of your answers. It is not a decision about an application.</p>`,
  }
}

const ruleOf = ({ clause, text, remedy, link }: AppliedRule): SafeHtml =>
  html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${text}</strong></p>
<p class="govuk-body">Rule: ${link === undefined ? clause : html`<a class="govuk-link" href="${link}">${clause}</a>`}</p>
${remedy !== undefined && html`<div class="govuk-body">What you can do: ${markdown(remedy)}</div>`}</div>`
