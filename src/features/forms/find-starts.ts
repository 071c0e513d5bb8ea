import type { Form } from '../../core/forms/index.ts'
import { type Actor, fundsWith } from '../../core/permissions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { fundsByIds, publishedRounds, roundsOfFunds } from '../funds/index.ts'
import { type FormVersion, formVersionsById } from './forms.store.ts'
import { readTemplates, type Template } from './templates/read-templates.ts'

/** A form that a new one can begin as. `value` is what a page sends back. */
export type Start = { readonly value: string; readonly text: string; readonly hint: string }

/** What a new form can begin as: the templates, and the forms of rounds that are public or that this person looks after. */
export async function findStarts(db: Database | Tx, actor: Actor): Promise<readonly Start[]> {
  const templates = await readTemplates()
  const copies = await findCopies(db, actor)
  return [
    ...templates.flatMap(formsOf).map(({ value, form }) => ({
      value,
      text: form.title,
      hint: `Comes with the service: ${sizeWords(form)}`,
    })),
    ...copies.map(({ version, round }) => ({
      value: `version:${version.id}`,
      text: `A copy of the form of ${round}`,
      hint: `${version.definition.title}, version ${version.number}: ${sizeWords(version.definition)}`,
    })),
  ]
}

/** The definition that a start stands for; undefined when it is none of those {@link findStarts} offers this person. */
export async function definitionOfStart(db: Database | Tx, actor: Actor, value: string): Promise<Form | undefined> {
  const templates = await readTemplates()
  const template = templates.flatMap(formsOf).find((each) => each.value === value)
  if (template !== undefined) return template.form
  const copies = await findCopies(db, actor)
  return copies.find(({ version }) => value === `version:${version.id}`)?.version.definition
}

const formsOf = ({ name, form, screener }: Template) => [
  { value: `template:${name}/form`, form },
  ...(screener === undefined ? [] : [{ value: `template:${name}/screener`, form: screener }]),
]

async function findCopies(
  db: Database | Tx,
  actor: Actor,
): Promise<readonly { readonly version: FormVersion; readonly round: string }[]> {
  const ownFunds = fundsWith(actor, 'fund:read')
  const funds = await fundsByIds(db, ownFunds)
  const own = (await roundsOfFunds(db, ownFunds)).map(({ fundId, name, formVersionId }) => ({
    formVersionId,
    name: `${funds.find(({ id }) => id === fundId)?.name ?? ''}, ${name}`,
  }))
  const others = (await publishedRounds(db)).map(({ fund, name, formVersionId }) => ({
    formVersionId,
    name: `${fund.name}, ${name}`,
  }))
  const byVersion = new Map<string, string>()
  for (const { formVersionId, name } of [...own, ...others]) {
    if (formVersionId !== null && !byVersion.has(formVersionId)) byVersion.set(formVersionId, name)
  }
  const versions = await formVersionsById(db, [...byVersion.keys()])
  return versions.map((version) => ({ version, round: byVersion.get(version.id) ?? '' }))
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** @example sizeWords({ id: 'f', title: 'F', pages: [] }) // => '0 questions on 0 pages' */
export const sizeWords = ({ pages }: Form): string =>
  `${counted(
    pages.reduce((sum, { questions }) => sum + questions.length, 0),
    'question',
  )} on ${counted(pages.length, 'page')}`
