import { button, details, summaryList } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'

/** How a run was made, for those who want to work it out again. */
export type RunMadeModel = {
  readonly number: number
  /** When and by whom. */
  readonly made: string
  readonly engine: string
  readonly samples: number
  readonly seed: number
  readonly inputSha256: string
  /** Whether what it was made of has changed since. */
  readonly stale: boolean
  readonly jsonHref: string
  readonly checkAction: string
}

/** @param name what such a run is called */
export const runMade = (run: RunMadeModel, name: string, csrf: string, more?: SafeHtml): SafeHtml =>
  details({
    summaryText: `How ${name} ${run.number} was made`,
    html: html`${summaryList({
      rows: [
        ['Made', run.made],
        ['By the method', run.engine],
        ['Samples', String(run.samples)],
        ['Seed', String(run.seed)],
        ['SHA-256 of what it was made of', run.inputSha256],
      ].map(([key = '', value = '']) => ({
        key: { text: key },
        value: { text: value, classes: 'govuk-!-text-break-word' },
      })),
    })}
<p class="govuk-body"><a class="govuk-link" href="${run.jsonHref}" download>Take all of it as JSON</a></p>
${more}
${form({ action: run.checkAction, csrf }, button({ text: 'Work it out again and compare', classes: 'govuk-button--secondary' }))}`,
  })
