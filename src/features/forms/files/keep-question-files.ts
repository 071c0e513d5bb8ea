import { bytesInMegabyte, type FileProblem, fileProblemText } from '../../../core/files/index.ts'
import {
  type FilePlace,
  fileLimits,
  filePlace,
  type PostedFields,
  type Problem,
  type Question,
} from '../../../core/forms/index.ts'
import type { Services } from '../../../platform/services.ts'
import { type FileOwner, keepFile } from '../../files/index.ts'
import { sentEnding } from '../pages/fields/file.ts'

/** A file as it came with a page. */
export type SentWithPage = {
  readonly field: string
  readonly name: string
  readonly bytes: number
  readonly path: string
  readonly refused: 'too-large' | 'too-many' | undefined
}

/** The fields of the page with what was kept among them, and why the others were not. */
export type KeptWithPage = { readonly fields: PostedFields; readonly problems: readonly Problem[] }

/**
 * Keeps the files that came with questions, which the caller has found to be this person's to answer, each by itself: one
 * that will not do takes none of the others with it. They become part of the answers when these are saved.
 */
export async function keepFilesFor(
  services: Services,
  questions: readonly Question[],
  { fields, files }: { readonly fields: PostedFields; readonly files: readonly SentWithPage[] },
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
  readonly owner: FileOwner
  /** Null where no fund pays for what it belongs to. */
  readonly fundId: string | null
  readonly by: string
  readonly at: Date
  readonly add: (json: string) => void
}

async function keep(
  services: Services,
  { question, key }: FilePlace,
  { path, name, bytes }: SentWithPage,
  { add, ...of }: Keeping,
): Promise<FileProblem | undefined> {
  const result = await keepFile(services, {
    ...of,
    questionId: key,
    path,
    name,
    bytes,
    rules: rulesOf(question),
  })
  if (!result.ok) return result.problems[0]
  add(JSON.stringify(result.value))
  return undefined
}

/** What the input of that name takes, as the files area asks for it; undefined where it takes no files. */
export function takesOf(questions: readonly Question[], name: string) {
  const place = filePlace(questions, name)
  return place && { questionId: place.key, rules: rulesOf(place.question) }
}

const rulesOf = (question: FilePlace['question']) => {
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
