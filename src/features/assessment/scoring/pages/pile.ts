import { button, insetText, table, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, stackingTable, statisticsRow } from '../../../../ui/patterns/index.ts'

type Tag = { readonly text: string; readonly classes?: string }

export type PileModel = {
  readonly fund: string
  readonly round: string
  readonly illustrative: boolean
  readonly csrf: string
  /** What an assessor can do now, in a sentence. */
  readonly now: string
  readonly numbers: readonly { readonly value: string | number; readonly label: string }[]
  /** How they stand; undefined before scoring opens. */
  readonly pace: { readonly state: Tag; readonly words: string } | undefined
  readonly rows: readonly {
    readonly reference: string
    readonly name: string
    /** Undefined while it cannot be opened. */
    readonly href: string | undefined
    readonly state: Tag
    readonly when: string
    /** Where it is handed back; undefined when it was submitted. */
    readonly handBack: string | undefined
  }[]
  readonly left: readonly { readonly reference: string; readonly name: string; readonly why: string }[]
  readonly practice: readonly {
    readonly reference: string
    readonly name: string
    readonly href: string
    readonly state: Tag
  }[]
  /** How their own scores compare; undefined before scoring has closed. */
  readonly patternHref: string | undefined
  readonly pack: { readonly href: string; readonly pdfHref: string } | undefined
}

/** What an assessor has to score in a round, in the order shuffled for them. */
export const pilePage = (model: PileModel): Page => ({
  title: 'Applications to score',
  backLink: { href: '/home', text: 'Your work' },
  wide: true,
  main: html`${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-xl">${model.fund}: ${model.round}</span>
<h1 class="govuk-heading-xl">Applications to score</h1>
<p class="govuk-body-l">${model.now}</p>
${model.rows.length > 0 && statisticsRow(model.numbers)}
${model.pace !== undefined && html`<p class="govuk-body">${tag(model.pace.state)} ${model.pace.words}</p>`}
${model.practice.length > 0 && practiceOf(model)}
<h2 class="govuk-heading-l">Your pile</h2>
${
  model.rows.length === 0
    ? insetText({ text: 'Nothing has been given to you in this round.' })
    : scrolling('Your pile', pileTable(model))
}
${model.rows.length > 0 && html`<p class="govuk-body">The order is shuffled for each assessor. Nobody sees your scores before scoring has closed, unless scores are opened for a reason that is published. You do not see the scores of others.</p>`}
${model.patternHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.patternHref}">How your scores compare</a>: no other assessor sees it.</p>`}
${
  model.pack !== undefined &&
  html`<p class="govuk-body"><a class="govuk-link" href="${model.pack.href}">Print your pile</a> or <a class="govuk-link" href="${model.pack.pdfHref}">download it as a PDF</a>: the applications for which you have declared no conflict, with the criteria.</p>`
}
${model.left.length > 0 && leftOf(model.left)}`,
})

const practiceOf = ({ practice }: PileModel): SafeHtml =>
  html`<h2 class="govuk-heading-l">Practise first</h2>
<p class="govuk-body">Score these as you would any other. Once you have submitted, you see the scores that the programme team has agreed and why. Practice counts for nothing.</p>
${scrolling(
  'Applications to practise on',
  table({
    head: [{ text: 'Application' }, { text: 'Where you are' }],
    rows: practice.map(({ reference, name, href, state }) => [
      { html: html`<a class="govuk-link app-whole" href="${href}">${reference}</a><br>${name}` },
      { html: tag(state) },
    ]),
  }),
)}`

const pileTable = ({ rows, csrf }: PileModel): SafeHtml =>
  stackingTable({
    head: [{ text: 'Application' }, { text: 'Where you are' }],
    rows: rows.map(({ reference, name, href, state, when, handBack }) => [
      {
        html: html`${href === undefined ? reference : html`<a class="govuk-link app-whole" href="${href}">${reference}</a>`}<br>${name}`,
      },
      {
        html: html`${tag(state)}${when !== '' && html`<br><span class="govuk-body-s">${when}</span>`}${
          handBack !== undefined &&
          form(
            { action: handBack, csrf, classes: 'govuk-!-margin-top-2' },
            button({
              html: html`<span class="app-whole">Hand back</span><span class="govuk-visually-hidden"> ${reference}</span>`,
              classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
            }),
          )
        }`,
      },
    ]),
  })

const leftOf = (left: PileModel['left']): SafeHtml =>
  html`<h2 class="govuk-heading-m">No longer yours</h2>
<ul class="govuk-list govuk-list--bullet">${left.map(({ reference, name, why }) => html`<li>${reference}, ${name}: ${why}</li>`)}</ul>`
