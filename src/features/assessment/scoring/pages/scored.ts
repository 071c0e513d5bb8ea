import { capital } from '../../../../core/text/capital.ts'
import { insetText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

/** Points with the band they stand for, and what was said. */
export type GivenScore = { readonly points: string; readonly comment: string }

export type ScoredModel = {
  readonly reference: string
  readonly title: string
  readonly illustrative: boolean
  readonly back: string
  /** What this page is, and what may be seen on it and when. */
  readonly words: string
  readonly criteria: readonly {
    readonly name: string
    readonly own: GivenScore
    /** `from`: the version, where it is not the answer as submitted. */
    readonly evidence: readonly { readonly quote: string; readonly from: string }[]
    /** What the programme team has agreed, of a practice review; `beside`: how one's own stands to it. */
    readonly agreed: (GivenScore & { readonly beside: string }) | undefined
    /** What others gave, without their names. */
    readonly others: readonly GivenScore[]
  }[]
  readonly scope: string
  /** '' where the sealed rules ask nobody how sure they are. */
  readonly confidence: string
  readonly overallComment: string
}

/** A review that was submitted, to be read; with what was agreed, or what others gave, where that may be seen. */
export const scoredPage = (model: ScoredModel): Page => ({
  title: model.title,
  backLink: { href: model.back, text: 'Back to your pile' },
  wide: true,
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">${model.title}</h1>
${insetText({ text: model.words })}
${model.criteria.map(
  ({
    name,
    own,
    evidence,
    agreed,
    others,
  }) => html`<section class="app-scoring"><h2 class="govuk-heading-m">${name}</h2>
<div class="app-scoring__columns"><div>${scoreOf('You gave', own)}
${evidence.length > 0 && html`<h4 class="govuk-heading-s">Evidence that you pinned</h4><ul class="govuk-list">${evidence.map(({ quote, from }) => html`<li class="app-pin"><blockquote class="app-pin__quote">“${quote}”</blockquote>${from !== '' && html`<span class="govuk-body-s">${capital(from)}</span>`}</li>`)}</ul>`}</div>
<div>${agreed !== undefined && html`${scoreOf('The programme team agreed', agreed)}<p class="govuk-body"><strong>${agreed.beside}</strong></p>`}
${others.map((other, index) => scoreOf(`Another assessor${others.length > 1 ? ` (${index + 1})` : ''} gave`, other))}</div></div></section>`,
)}
<h2 class="govuk-heading-m">The application as a whole</h2>
<p class="govuk-body">${model.scope}</p>
${model.confidence !== '' && html`<p class="govuk-body">${model.confidence}</p>`}
${model.overallComment !== '' && html`<p class="govuk-body app-kept-lines">${model.overallComment}</p>`}`,
})

const scoreOf = (who: string, { points, comment }: GivenScore): SafeHtml =>
  html`<h3 class="govuk-heading-s">${who} ${points}</h3><p class="govuk-body app-kept-lines">${comment}</p>`
