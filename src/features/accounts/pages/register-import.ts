import { button, errorSummary, insetText } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { administrationCrumb } from '../../notifications/index.ts'
import { registerImportPath, registerPath } from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { changesPart, filePart, foldedPart } from './file-part.ts'
import { paragraph } from './problems.ts'

const breadcrumbs = [administrationCrumb, { text: 'Register of authorities', href: registerPath }, { text: 'Import' }]

/** A form to send a file with, or to paste it into, with what stops it. */
export function registerImportPage(model: {
  readonly csrf: string
  readonly typed: string
  readonly problems: readonly ErrorText[]
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
        descriptionText: 'Correct the file, then send it again.',
        errorList: problems,
      })
    }
<h1 class="govuk-heading-l">Bring the register up to date</h1>
${paragraph('Choose the file, or paste the whole of it. You see what would change before anything does. A file with a wrong row changes nothing.')}
${form(
  { action: registerImportPath, csrf, enctype: 'multipart/form-data' },
  html`${filePart({
    typed,
    problems,
    hint: 'The list of local authorities that mySociety publishes, as CSV with its line of column names, or the project’s own format divided by tabs.',
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
${nothing ? insetText({ text: 'Nothing would change. The register already matches the file.' }) : paragraph('Nothing has been changed yet.')}
${changesPart('Added', added)}${changesPart('Changed', changed)}${changesPart('Ended', ended)}
${foldedPart('Left as it is, because the register knows better', leftAlone)}
${foldedPart('Values that were left out', warnings)}
${kept > 0 && paragraph(kept === 1 ? '1 body is on the register and not in the file. It stays.' : `${kept} bodies are on the register and not in the file. They stay.`)}
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
