import type { TypedDay } from '../../../../core/time/typed-day.ts'
import { button, dateInput, errorSummary, input, insetText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { administrationCrumb } from '../../../notifications/index.ts'
import { registerPath } from '../../accounts.paths.ts'
import type { ErrorText } from '../../accounts-problems.messages.ts'
import { changesPart, filePart, foldedPart } from '../../pages/file-part.ts'
import { paragraph, problemAt } from '../../pages/problems.ts'
import { bordersPath } from '../borders.paths.ts'

const crumbs = [administrationCrumb, { text: 'Register of authorities', href: registerPath }]

/** What is said of a file, as it was typed. */
export type BordersTyped = { readonly source: string; readonly asOf: TypedDay; readonly file: string }

export type BordersModel = {
  readonly csrf: string
  /** How many borders there are and where they are from, a line each. */
  readonly known: readonly string[]
  readonly typed: BordersTyped
  readonly problems: readonly ErrorText[]
}

/** Which borders the register has, and a form to bring them up to date. */
export function bordersPage({ csrf, known, typed, problems }: BordersModel): Page {
  return {
    title: 'Borders',
    breadcrumbs: [...crumbs, { text: 'Borders' }],
    hasErrors: problems.length > 0,
    main: html`${
      problems.length > 0 &&
      errorSummary({
        titleText: 'Nothing was changed',
        descriptionText: 'Correct this, then send it again.',
        errorList: problems,
      })
    }
<h1 class="govuk-heading-l">Borders</h1>
${paragraph('Which authorities are neighbours. An assessor from one does not read an application from its neighbour, unless the programme team releases it with a reason or the sealed rules say otherwise.')}
${known.length === 0 ? insetText({ text: 'The register has no borders. Of neighbours, only the districts of one county are known.' }) : known.map((line) => paragraph(line))}
<h2 class="govuk-heading-m">Bring them up to date</h2>
${paragraph('The file takes the place of all borders between bodies that are real. You see what would change before anything does. A file with a wrong line changes nothing.')}
${form(
  { action: bordersPath, csrf, enctype: 'multipart/form-data' },
  html`${input({
    name: 'source',
    id: 'source',
    label: { text: 'Where are they from?' },
    hint: {
      text: 'Shown wherever a conflict rests on one. For example, ONS, Local Authority Districts (December 2024) Boundaries UK BGC.',
    },
    value: typed.source,
    errorMessage: problemAt(problems, 'source'),
  })}
${dateInput({
  id: 'asOf',
  namePrefix: 'asOf',
  fieldset: { legend: { text: 'What date are the borders correct for?' } },
  hint: { text: 'For example, 1 12 2024.' },
  values: typed.asOf,
  errorMessage: problemAt(problems, 'asOf-day'),
})}
${filePart({ typed: typed.file, problems, hint: 'A CSV file with the columns gss-code and beside-gss-code, and note if you like. Each border once.' })}
${button({ text: 'See what would change', preventDoubleClick: true })}`,
)}`,
  }
}

export type BordersPreviewModel = {
  readonly csrf: string
  readonly typed: BordersTyped
  /** Where they are from, in words. */
  readonly from: string
  readonly digest: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly kept: number
  readonly notes: readonly string[]
}

/** What a file of borders would change, to be confirmed. */
export const bordersPreviewPage = (model: BordersPreviewModel): Page => ({
  title: 'What would change',
  breadcrumbs: [...crumbs, { text: 'Borders', href: bordersPath }, { text: 'What would change' }],
  main: html`<h1 class="govuk-heading-l">What would change</h1>
${paragraph(`Nothing has been changed yet. Borders from: ${model.from}.`)}
${changesPart('Added', model.added)}${changesPart('Removed', model.removed)}
${paragraph(model.kept === 1 ? '1 border stays.' : `${model.kept} borders stay.`)}
${foldedPart('Lines that are not taken as they stand', model.notes)}
${insetText({ text: 'This counts at once in every round whose shortlist is not frozen: who reads an application of a new neighbour loses it, unless the rules leave neighbours out.' })}
${form({ action: bordersPath, csrf: model.csrf }, confirmed(model))}`,
})

const confirmed = ({ typed, digest }: BordersPreviewModel): SafeHtml =>
  html`${hidden('source', typed.source)}${hidden('asOf-day', typed.asOf.day)}${hidden('asOf-month', typed.asOf.month)}${hidden('asOf-year', typed.asOf.year)}
${hidden('file', typed.file)}${hidden('digest', digest)}
${button({ text: 'Make these changes', preventDoubleClick: true })}`
