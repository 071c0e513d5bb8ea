import { summaryList, taskList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'

/** Something to do in a review. `state`: how far it is; without a tag's classes it is done. */
export type Step = {
  readonly href: string
  readonly title: string
  readonly hint: string
  readonly state: { readonly text: string; readonly classes?: string }
}

export type ChapterModel = { readonly title: string; readonly steps: readonly Step[] }

export type OverviewModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly title: string
  readonly council: string
  readonly reference: string
  readonly depth: string
  readonly roles: readonly string[]
  /** What pays for it. */
  readonly award: { readonly reference: string; readonly href: string } | undefined
  readonly peopleHref: string
  /** For those who may change it. */
  readonly settingsHref: string | undefined
  readonly chapters: readonly ChapterModel[]
}

/** What there is to do in a review. */
export const overviewPage = (model: OverviewModel): Page => ({
  title: model.title,
  breadcrumbs: model.breadcrumbs,
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">Strategic review of ${model.council}</span>${model.title}</h1>
${summaryList({
  rows: [
    { key: { text: 'Reference' }, value: { text: model.reference } },
    ...(model.award === undefined ? [] : [awardRow(model.award)]),
    {
      key: { text: 'Depth' },
      value: { text: model.depth },
      ...(model.settingsHref !== undefined && {
        actions: { items: [{ href: model.settingsHref, text: 'Change', visuallyHiddenText: 'title and depth' }] },
      }),
    },
    {
      key: { text: 'You are' },
      value: { text: model.roles.join(', ') },
      actions: { items: [{ href: model.peopleHref, text: 'Who works on it' }] },
    },
  ],
})}
${model.chapters.filter(({ steps }) => steps.length > 0).map(chapterOf)}`,
})

const awardRow = ({ reference, href }: NonNullable<OverviewModel['award']>) => ({
  key: { text: 'Award' },
  value: { html: html`<a class="govuk-link" href="${href}">${reference}</a>` },
})

const chapterOf = ({ title, steps }: ChapterModel, index: number): SafeHtml =>
  html`<h2 class="govuk-heading-m">${title}</h2>
${taskList({
  idPrefix: `chapter-${index}`,
  items: steps.map(({ href, title: text, hint, state }) => ({
    title: { text },
    href,
    hint: { text: hint },
    status: state.classes === undefined ? { text: state.text } : { tag: { text: state.text, classes: state.classes } },
  })),
})}`
