import { button, details, errorSummary, insetText, textarea } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { registerImportPath, registerPath } from '../accounts.paths.ts'
import { paragraph } from './problems.ts'

const breadcrumbs = [{ text: 'Register of authorities', href: registerPath }, { text: 'Import' }]

/** A form to paste a file into, with what stops it. */
export function registerImportPage(model: {
  readonly csrf: string
  readonly typed: string
  readonly problems: readonly string[]
}): Page {
  const { csrf, typed, problems } = model
  return {
    title: 'Bring the register up to date',
    breadcrumbs,
    hasErrors: problems.length > 0,
    main: html`${
      problems.length > 0 &&
      errorSummary({
        titleText: 'Nothing was changed',
        descriptionText: 'Correct the file, then paste it again.',
        errorList: problems.map((text) => ({ text, href: '#file' })),
      })
    }
<h1 class="govuk-heading-l">Bring the register up to date</h1>
${paragraph('Paste the whole file. You see what would change before anything does. A file with a wrong row changes nothing.')}
${form(
  { action: registerImportPath, csrf },
  html`${textarea({
    name: 'file',
    label: { text: 'Contents of the file' },
    hint: {
      text: 'The list of local authorities that mySociety publishes, as CSV with its line of column names, or the project’s own format divided by tabs.',
    },
    rows: 12,
    spellcheck: false,
    value: typed,
    errorMessage: problems.length > 0 ? { text: 'The file cannot be taken in' } : undefined,
  })}
${button({ text: 'See what would change', preventDoubleClick: true })}`,
)}`,
  }
}

export type RegisterPreviewModel = {
  readonly csrf: string
  readonly file: string
  readonly digest: string
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly ended: readonly string[]
  readonly leftAlone: readonly string[]
  readonly warnings: readonly string[]
  readonly kept: number
}

/** What a file would change, to be confirmed. */
export function registerPreviewPage(model: RegisterPreviewModel): Page {
  const { csrf, file, digest, added, changed, ended, leftAlone, warnings, kept } = model
  const nothing = added.length + changed.length + ended.length === 0
  return {
    title: 'What would change',
    breadcrumbs,
    main: html`<h1 class="govuk-heading-l">What would change</h1>
${nothing ? insetText({ text: 'Nothing: the register says the same as the file.' }) : paragraph('Nothing has been changed yet.')}
${part('Added', added)}${part('Changed', changed)}${part('Ended', ended)}
${folded('Left as it is, because the register knows better', leftAlone)}
${folded('Values that were left out', warnings)}
${kept > 0 && paragraph(`${kept} bodies are on the register and not in the file. They stay.`)}
${
  nothing
    ? button({ text: 'Back to the register', href: registerPath, classes: 'govuk-button--secondary' })
    : form(
        { action: registerImportPath, csrf },
        html`${hidden('file', file)}${hidden('digest', digest)}
${button({ text: 'Make these changes', preventDoubleClick: true })}`,
      )
}`,
  }
}

const list = (lines: readonly string[]): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`

const part = (title: string, lines: readonly string[]): SafeHtml | false =>
  lines.length > 0 && html`<h2 class="govuk-heading-m">${title}: ${lines.length}</h2>${list(lines)}`

const folded = (title: string, lines: readonly string[]): SafeHtml | false =>
  lines.length > 0 && details({ summaryText: `${title}: ${lines.length}`, html: list(lines) })
