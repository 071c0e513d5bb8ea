import type { RegisterProblem } from '../../core/authorities/check-register.ts'
import type { ComparedFact, FactChange } from '../../core/authorities/compare-registers.ts'
import type { RegisterLineProblem } from '../../core/authorities/parse-register.ts'
import type { UpstreamProblem } from '../../core/authorities/read-upstream.ts'
import { fileSizeWords } from '../../core/files/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { dayInWords } from '../../core/time/day.ts'
import type { ErrorText } from './accounts-problems.messages.ts'
import type { OrganisationProblem } from './change-organisation.ts'
import type { ImportReport } from './import-authorities.ts'
import type { OrganisationKind } from './organisations.store.ts'
import type { FileProblem } from './read-register-file.ts'

export const kindNames: Record<OrganisationKind, string> = {
  county: 'County council',
  district: 'District council',
  unitary: 'Unitary authority',
  'metropolitan-district': 'Metropolitan district',
  'london-borough': 'London borough',
  'city-of-london': 'City of London',
  'combined-authority': 'Combined authority',
  'greater-london-authority': 'Greater London Authority',
  'police-commissioner': 'Police and crime commissioner',
  'fire-authority': 'Fire and rescue authority',
  'integrated-care-board': 'Integrated care board',
  'national-park-authority': 'National park authority',
  'waste-authority': 'Waste authority',
  'government-department': 'Government department',
  'membership-body': 'Membership body',
}

/** Any kind, as it is kept, in words. */
export const kindName = (kind: string): string => (kindNames as Readonly<Record<string, string>>)[kind] ?? kind

type RowProblem = FileProblem | RegisterLineProblem | UpstreamProblem

/** A problem of a file or of one row of it, which it names. */
export function rowProblemText(problem: RowProblem): string {
  if ('row' in problem) return `Row ${problem.row}: ${upstreamText(problem)}`
  switch (problem.code) {
    case 'file-empty':
    case 'csv-empty':
      return 'There is nothing in the file'
    case 'csv-too-large':
    case 'csv-too-many-rows':
      return 'The file is too large for a register of authorities'
    case 'csv-row-too-long':
      return `Line ${problem.line}: the row is too long`
    case 'csv-not-utf8':
      return 'The file is not in UTF-8: save it as “CSV UTF-8”'
    case 'csv-heading-missing':
    case 'csv-heading-repeated':
      return `The first line must name each column once, but not “${problem.heading}”`
    case 'csv-malformed':
      return `Line ${problem.line}: there are more or fewer cells than columns, or a quotation mark is not closed`
    default:
      return `Line ${problem.line}: ${lineText(problem)}`
  }
}

function lineText(problem: RegisterLineProblem): string {
  switch (problem.code) {
    case 'header-wrong':
      return 'the first line must name the columns of the register, divided by tabs'
    case 'too-many-columns':
      return `there are ${problem.found} columns, which is too many`
    case 'field-missing':
      return `“${problem.column}” is missing`
    case 'field-malformed':
      return `“${problem.column}” cannot be “${problem.value}”`
    case 'gss-not-of-kind':
      return `the GSS code ${problem.value} is not that of a ${kindName(problem.kind).toLowerCase()}`
    case 'days-out-of-order':
      return `the day ${problem.value} is out of order with the day it was formed`
  }
}

function upstreamText(problem: UpstreamProblem): string {
  const { column } = problem
  switch (problem.code) {
    case 'column-missing':
      return `there is no column “${column}”`
    case 'value-missing':
      return `“${column}” is missing`
    case 'value-malformed':
      return `“${column}” cannot be “${problem.value}”`
    case 'value-unknown':
      return `“${column}” is “${problem.value}”, which is not known`
    case 'gss-not-of-kind':
      return `the GSS code ${problem.value} is not that of this type of authority`
    case 'code-used-twice':
      return `the code ${problem.value} is used by an earlier row`
    case 'region-not-of-districts':
      return `the region is ${problem.value}, but that of most of its districts is ${problem.expected}: left as it was`
  }
}

/** What does not hold together between bodies, which it names by their code. */
export function registerProblemText(problem: RegisterProblem): string {
  const { authority } = problem
  switch (problem.code) {
    case 'code-used-twice':
      return `${authority}: two bodies have this code`
    case 'gss-used-twice':
      return `${authority}: another body has the GSS code ${problem.gssCode}`
    case 'county-missing':
      return `${authority}: a district needs its county`
    case 'county-unknown':
      return `${authority}: ${problem.county} is not a county in the register`
    case 'combined-authority-unknown':
      return `${authority}: ${problem.combinedAuthority} is not a combined authority in the register`
    case 'successor-unknown':
      return `${authority}: its successor ${problem.successor} is not in the register`
    case 'successor-missing':
      return `${authority}: it ends, and nobody takes over`
    case 'successors-in-a-circle':
      return `${authority}: its successors lead back to itself`
    case 'succeeded-before-its-end':
      return `${authority}: it has a successor, but no last day`
  }
}

const factNames: Record<ComparedFact, string> = {
  gssCode: 'GSS code',
  name: 'name',
  shortName: 'short name',
  kind: 'type',
  region: 'region',
  formedOn: 'first day',
  lastDayOn: 'last day',
  countyCode: 'county',
  combinedAuthorityCode: 'combined authority',
  successorCodes: 'successors',
}

/** One fact that is, or would be, changed. */
export function factChangeText({ authority, fact, ours, theirs }: FactChange): string {
  const shown = (value: FactChange['ours']): string => {
    const text = typeof value === 'string' ? value : (value?.join(', ') ?? '')
    return text === '' ? 'nothing' : `“${text}”`
  }
  return `${authority}: ${factNames[fact]} from ${shown(ours)} to ${shown(theirs)}`
}

/** An import in lines, for the command line. */
export function importReportLines(report: ImportReport): readonly string[] {
  const { comparison, problems, registerProblems, warnings, read, skipped } = report
  const lines = [
    `Read ${read === 1 ? '1 body' : `${read} bodies`}${skipped > 0 ? `, left out ${skipped} of other nations` : ''}.`,
  ]
  lines.push(...warnings.map((warning) => `Note: ${rowProblemText(warning)}`))
  if (comparison === undefined) {
    lines.push(...problems.map(rowProblemText), ...registerProblems.map(registerProblemText))
    lines.push('Nothing was changed.')
    return lines
  }
  const { added, changed, ended, disputed, clashing, notMentioned } = comparison
  lines.push(...added.map(({ code, name }) => `Added ${code}: ${name}`))
  lines.push(...changed.map((change) => `Changed ${factChangeText(change)}`))
  lines.push(
    ...ended.map(
      ({ authority, lastDayOn, successorCodes }) => `Ended ${endText(authority, lastDayOn, successorCodes)}`,
    ),
  )
  lines.push(...disputed.map((change) => `Left alone ${factChangeText(change)}`))
  lines.push(
    ...clashing.map(
      ({ authority, gssCode, heldBy }) => `Not added ${authority}: ${heldBy} has its GSS code ${gssCode}`,
    ),
  )
  lines.push(
    `Added ${added.length}, changed ${changed.length}, ended ${ended.length}, left alone ${disputed.length}. Not in the file, and kept: ${notMentioned.length}.`,
  )
  return lines
}

/** The end of a body, and who takes over. */
export const endText = (authority: string, lastDayOn: string, successorCodes: readonly string[]): string =>
  `${authority}: last day ${dayInWords(lastDayOn)}, then ${plainList(successorCodes)}`

type OrganisationWording = {
  [Code in OrganisationProblem['code']]: (problem: Extract<OrganisationProblem, { code: Code }>) => ErrorText
}

const organisationWording: OrganisationWording = {
  'contact-email-malformed': () => ({
    href: '#contactEmail',
    text: 'Enter the contact email in the correct format, like name@example.gov.uk',
  }),
  'shadow-day-not-real': () => ({ href: '#shadowFrom-day', text: 'The shadow date must be a real date' }),
  'shadow-day-too-late': ({ formedOn }) => ({
    href: '#shadowFrom-day',
    text: `The shadow date must be before ${dayInWords(formedOn)}, when the body is formed`,
  }),
  'shadow-without-forming': () => ({
    href: '#shadowFrom-day',
    text: 'A body can have a shadow date only when the day it is formed is on the register',
  }),
  'domain-malformed': ({ domain }) => ({
    href: '#domains',
    text: `“${domain}” is not an email domain, like example.gov.uk`,
  }),
  'domain-of-anybody': ({ domain }) => ({
    href: '#domains',
    text: `Anybody can have an address at ${domain}: it says nothing about where they work`,
  }),
}

/** The words of these problems, in their order. */
export const organisationErrors = (problems: readonly OrganisationProblem[]): readonly ErrorText[] =>
  problems.map((problem) => (organisationWording[problem.code] as (problem: OrganisationProblem) => ErrorText)(problem))

/** A file that was sent in place of pasting, and cannot be read. */
export const sentTextProblem = (
  sent: { readonly kind: 'too-large' | 'not-text'; readonly name: string },
  mostBytes: number,
) =>
  sent.kind === 'too-large'
    ? `“${sent.name}” must be smaller than ${fileSizeWords(mostBytes)}`
    : `“${sent.name}” must be a text file. Save it again as CSV (UTF-8), then choose it again`
