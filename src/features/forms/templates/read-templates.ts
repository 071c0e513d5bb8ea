import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { count, list, object, oneOf, type Shape, type ShapeProblem, text } from '../../../core/canonical/index.ts'
import { checkScreener } from '../../../core/eligibility/index.ts'
import { checkDefinition, type Form } from '../../../core/forms/index.ts'
import {
  type EntryRules,
  type FactSource,
  ineligibleChoices,
  type LeadCategory,
  type LeadSlots,
  leadSlotsFit,
} from '../../../core/rounds/index.ts'

/** What a real fund is known to have asked. `unknown`: what was not found, and is therefore ours or left out. */
export type FundFacts = {
  readonly name: string
  readonly round: string
  readonly owner: string
  readonly purpose: 'expression-of-interest' | 'application'
  readonly facts: readonly FactSource[]
  readonly unknown: readonly string[]
  readonly rules: TemplateRules
  readonly rulesFrom: readonly FactSource[]
}

/** What the fund asked besides its form; its screener is a form of its own. */
export type TemplateRules = Omit<EntryRules, 'screenerVersionId'>

/** A real fund as data: its form, its screener if it had rules of eligibility, and where each fact was read. */
export type Template = {
  /** Its folder. */
  readonly name: string
  readonly fund: FundFacts
  readonly form: Form
  readonly screener: Form | undefined
}

const folder = join(import.meta.dirname, '../../../../database/seeds/templates')

const orNull =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? [] : shape(value, at)
const anyText: Shape = (value, at) => (typeof value === 'string' ? [] : [{ at, text: 'must be text' }])
const fact = object<FactSource>({ fact: text, title: text, url: anyText })
const category = object<LeadCategory>({ value: anyText, name: anyText, most: count(0) })
const fundShape = object<FundFacts>({
  name: text,
  round: text,
  owner: text,
  purpose: oneOf('expression-of-interest', 'application'),
  facts: list(fact, 1),
  unknown: list(text),
  rules: object<TemplateRules>({
    leadSlots: object<LeadSlots>({ question: orNull(text), categories: list(category, 1) }),
    partnerMinimum: count(0),
    partnerSlots: orNull(count(1)),
    ineligible: oneOf(...ineligibleChoices),
  }),
  rulesFrom: list(fact, 1),
})

/** Read once: the files come with the release. */
let read: Promise<readonly Template[]> | undefined

/** The funds that come with the service, by name. @throws if a file is wrong: our fault */
export function readTemplates(): Promise<readonly Template[]> {
  read ??= readdir(folder).then(async (names) => await Promise.all(names.sort().map(readTemplate)))
  return read
}

/** @throws if a file is wrong */
async function readTemplate(name: string): Promise<Template> {
  const fund: unknown = JSON.parse(await readFile(join(folder, name, 'fund.json'), 'utf8'))
  fail(`${name}/fund.json`, fundShape(fund, ''))
  const form = await readForm(name, 'form.json')
  if (form === undefined) throw new Error(`the template ${name} has no form`)
  const screener = await readForm(name, 'screener.json')
  if (screener !== undefined && checkScreener(screener).length > 0)
    throw new Error(`the screener of ${name} is wrong: ${JSON.stringify(checkScreener(screener))}`)
  const facts = fund as FundFacts
  if (!leadSlotsFit(facts.rules.leadSlots, form)) throw new Error(`the form of ${name} does not ask what is counted`)
  return { name, fund: facts, form, screener }
}

async function readForm(name: string, file: string): Promise<Form | undefined> {
  const content = await readFile(join(folder, name, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (content === undefined) return undefined
  const checked = checkDefinition(JSON.parse(content))
  if (!checked.ok) fail(`${name}/${file}`, checked.problems)
  return checked.ok ? checked.value : undefined
}

function fail(file: string, problems: readonly ShapeProblem[]): void {
  if (problems.length > 0) throw new Error(`the template ${file} is wrong: ${JSON.stringify(problems)}`)
}
