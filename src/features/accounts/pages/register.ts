import { button, dateInput, input, select, summaryList, textarea } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import {
  illustrativeTag,
  problemSummary,
  type Sought,
  scrolling,
  searchBox,
  stackingTable,
} from '../../../ui/patterns/index.ts'
import { administrationCrumb } from '../../notifications/index.ts'
import { adminPeoplePath, registerImportPath, registerPath } from '../accounts.paths.ts'
import type { ErrorText } from '../accounts-problems.messages.ts'
import { bordersPath } from '../borders/borders.paths.ts'
import { paragraph, problemAt } from './problems.ts'

export type RegisterModel = {
  readonly sought: Sought
  readonly kind: string
  readonly kinds: readonly { readonly value: string; readonly text: string }[]
  readonly bodies: readonly {
    readonly href: string
    readonly name: string
    readonly illustrative: boolean
    readonly kind: string
    readonly region: string
    readonly inBeing: string
  }[]
  /** There are more than are shown. */
  readonly more: boolean
}

export function registerPage({ sought, kind, kinds, bodies, more }: RegisterModel): Page {
  return {
    title: 'Register of authorities',
    breadcrumbs: [administrationCrumb, { text: 'Register of authorities' }],
    wide: true,
    hasErrors: sought.problems.length > 0,
    main: html`${problemSummary(sought.problems)}
<h1 class="govuk-heading-l">Register of authorities</h1>
${paragraph(html`<a class="govuk-link" href="${registerImportPath}">Bring the register up to date from a file</a>`)}
${paragraph(html`<a class="govuk-link" href="${bordersPath}">Borders: which authorities are neighbours</a>`)}
${paragraph(html`<a class="govuk-link" href="${adminPeoplePath}">People and their authenticator apps</a>`)}
${searchBox({ action: registerPath, field: 'query', label: { text: 'Name or code' }, classes: 'govuk-!-width-one-half', sought, below: select({ name: 'kind', label: { text: 'Type' }, items: [{ value: '', text: 'All types' }, ...kinds], value: kind }) })}
${bodies.length === 0 ? paragraph('Nothing found. Try a shorter part of the name.') : bodiesTable(bodies)}
${more && paragraph(`The first ${bodies.length} are shown. Search for a name to see others.`)}`,
  }
}

const bodiesTable = (bodies: RegisterModel['bodies']): SafeHtml =>
  scrolling(
    'Bodies found',
    stackingTable({
      head: [{ text: 'Name' }, { text: 'Type' }, { text: 'Region' }, { text: 'In being' }],
      rows: bodies.map(({ href, name, illustrative, kind, region, inBeing }) => [
        {
          html: html`<a class="govuk-link" href="${href}">${name}</a> ${illustrativeTag(illustrative)}`,
        },
        { text: kind },
        { text: region },
        { text: inBeing },
      ]),
    }),
  )

type Link = { readonly href: string; readonly name: string }

export type RegisterBodyModel = {
  readonly csrf: string
  readonly action: string
  readonly name: string
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  readonly predecessors: readonly Link[]
  readonly successors: readonly Link[]
  /** Beyond its borders. */
  readonly beside: readonly Link[]
  readonly typed: {
    readonly contactEmail: string
    readonly domains: string
    readonly shadowFrom: { readonly day: string; readonly month: string; readonly year: string }
  }
  readonly errors: readonly ErrorText[]
}

export function registerBodyPage(model: RegisterBodyModel): Page {
  const { name, facts, predecessors, successors, beside, errors } = model
  const links = (key: string, bodies: readonly Link[]) =>
    bodies.length === 0
      ? []
      : [
          {
            key: { text: key },
            value: {
              html: html`${bodies.map((body) => html`<div><a class="govuk-link" href="${body.href}">${body.name}</a></div>`)}`,
            },
          },
        ]
  return {
    title: name,
    breadcrumbs: [administrationCrumb, { text: 'Register of authorities', href: registerPath }, { text: name }],
    hasErrors: errors.length > 0,
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${name}</h1>
${summaryList({
  rows: [
    ...facts.map(({ key, value }) => ({ key: { text: key }, value: { text: value } })),
    ...links('Took over from', predecessors),
    ...links('Taken over by', successors),
    ...links('Beside', beside),
  ],
})}
<h2 class="govuk-heading-m">What the service keeps besides</h2>
${bodyForm(model)}`,
  }
}

function bodyForm({ action, csrf, typed, errors }: RegisterBodyModel): SafeHtml {
  return form(
    { action, csrf },
    html`${input({
      name: 'contactEmail',
      label: { text: 'Contact email address (optional)' },
      hint: { text: 'Invitations to apply go here.' },
      type: 'email',
      autocomplete: 'off',
      spellcheck: false,
      value: typed.contactEmail,
      errorMessage: problemAt(errors, 'contactEmail'),
    })}
${textarea({
  name: 'domains',
  label: { text: 'Email domains (optional)' },
  hint: {
    text: 'One a line, like example.gov.uk. People with such an address are offered this organisation first. Somebody still confirms them.',
  },
  rows: 3,
  spellcheck: false,
  value: typed.domains,
  errorMessage: problemAt(errors, 'domains'),
})}
${dateInput({
  id: 'shadowFrom',
  namePrefix: 'shadowFrom',
  fieldset: { legend: { text: 'May act as a shadow authority from (optional)' } },
  hint: { text: 'For a council that has been elected but is not formed yet. For example, 5 5 2022.' },
  values: typed.shadowFrom,
  errorMessage: problemAt(errors, 'shadowFrom-day'),
})}
${button({ text: 'Save', preventDoubleClick: true })}`,
  )
}
