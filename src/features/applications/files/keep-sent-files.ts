import { notFound } from '../../../core/errors.ts'
import { bytesInMegabyte, type FileProblem, fileProblemText } from '../../../core/files/index.ts'
import {
  type FilePlace,
  fileLimits,
  filePlace,
  type PostedFields,
  type Problem,
  type Question,
} from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { keepFile } from '../../files/index.ts'
import { formVersionById, sentEnding } from '../../forms/index.ts'
import { openApplication, writesPage } from '../open-application.ts'

/** A file as it came with a page. */
export type SentWithPage = {
  readonly field: string
  readonly name: string
  readonly bytes: number
  readonly path: string
  readonly refused: 'too-large' | 'too-many' | undefined
}

type SentPage = {
  readonly reference: string
  readonly pageId: string
  readonly formVersionId: string
  readonly fields: PostedFields
  readonly files: readonly SentWithPage[]
  readonly at: Date
}

/** The fields of the page with what was kept among them, and why the others were not. */
export type KeptWithPage = { readonly fields: PostedFields; readonly problems: readonly Problem[] }

/**
 * Keeps the files that came with a page of questions, each by itself: one that will not do takes none of the others with
 * it. They become part of the answers when the page is saved.
 *
 * @throws {NotFound} if the page is not this person's to write
 */
export async function keepSentFiles(services: Services, actor: Actor, sent: SentPage): Promise<KeptWithPage> {
  const { reference, fields, files, at } = sent
  if (files.length === 0) return { fields, problems: [] }
  const opened = await openApplication(services.db, actor, { reference, questions: [], need: 'read', at })
  if (!writesPage(opened, sent.pageId)) throw notFound('application')
  const version = await formVersionById(services.db, sent.formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === sent.pageId)
  // Whoever sent the application meanwhile has sent it without these: the page says that nothing of it was saved.
  if (page === undefined || opened.application.state === 'submitted') return { fields, problems: [] }
  const of = { reference, fundId: opened.application.fundId, by: opened.actor.personId, at }
  return await keepFilesFor(services, page.questions, { fields, files }, of)
}

/** The same for questions that the caller has found to be this person's to answer. */
export async function keepFilesFor(
  services: Services,
  questions: readonly Question[],
  { fields, files }: Pick<SentPage, 'fields' | 'files'>,
  of: Omit<Keeping, 'add'>,
): Promise<KeptWithPage> {
  const added = new Map<string, string[]>()
  const problems: Problem[] = []
  for (const file of files) {
    const place = filePlace(questions, file.field.slice(0, -sentEnding.length))
    if (place === undefined || !file.field.endsWith(sentEnding)) continue
    const there = [...fields.all(place.field).filter(Boolean), ...(added.get(place.field) ?? [])]
    const add = (json: string) => added.set(place.field, [...(added.get(place.field) ?? []), json])
    const problem = refusal(file, place, there.length) ?? (await keep(services, place, file, { ...of, add }))
    if (problem !== undefined) problems.push(problemAt(place, problem))
  }
  return { fields: withAdded(fields, added), problems }
}

/** What can be said before its content is looked at. */
function refusal(file: SentWithPage, { question }: FilePlace, there: number): FileProblem | undefined {
  const { most, megabytes } = fileLimits(question)
  if (there >= most || file.refused === 'too-many') return { code: 'files-too-many', file: file.name, limit: most }
  if (file.refused === undefined) return undefined
  return { code: 'file-too-large', file: file.name, limitBytes: megabytes * bytesInMegabyte }
}

type Keeping = {
  readonly reference: string
  readonly fundId: string
  readonly by: string
  readonly at: Date
  readonly add: (json: string) => void
}

async function keep(
  services: Services,
  { question, key }: FilePlace,
  { path, name, bytes }: SentWithPage,
  { reference, fundId, by, at, add }: Keeping,
): Promise<FileProblem | undefined> {
  const result = await keepFile(services, {
    owner: { type: 'application', id: reference },
    questionId: key,
    fundId,
    path,
    name,
    bytes,
    rules: rulesOf(question),
    by,
    at,
  })
  if (!result.ok) return result.problems[0]
  add(JSON.stringify(result.value))
  return undefined
}

/** What a question takes, as the files area asks for it. */
export const rulesOf = (question: FilePlace['question']) => {
  const { accept, megabytes } = fileLimits(question)
  return { accept, mostBytes: megabytes * bytesInMegabyte }
}

const problemAt = ({ on, field, name }: FilePlace, problem: FileProblem): Problem => ({
  code: 'file-refused',
  text: fileProblemText(problem),
  question: on,
  field,
  name,
  type: 'file',
})

function withAdded(fields: PostedFields, added: ReadonlyMap<string, readonly string[]>): PostedFields {
  if (added.size === 0) return fields
  const all = (name: string) => [...fields.all(name), ...(added.get(name) ?? [])]
  return { all, text: (name) => fields.text(name), has: (name) => fields.has(name) || added.has(name) }
}

/** The fields as if one of the files had not been on the page. */
export const withoutFile = (fields: PostedFields, field: string, id: string): PostedFields => ({
  ...fields,
  text: (name) => fields.text(name),
  has: (name) => fields.has(name),
  all: (name) => fields.all(name).filter((value) => name !== field || !value.includes(`"id":"${id}"`)),
})
