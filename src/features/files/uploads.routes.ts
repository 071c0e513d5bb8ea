import { type FileRules, fileProblemText, tidyFileName } from '../../core/files/index.ts'
import type { Permission } from '../../core/permissions/index.ts'
import { type Answer, json } from '../../platform/http/answer.ts'
import { type Ask, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import type { FileOwner } from './files.store.ts'
import { addPart, mostPartBytes, readUpload, startUpload, type UploadStanding } from './upload-in-parts.ts'

/** Somebody who may send files to a place, and what the place takes. */
export type Uploader = {
  readonly owner: FileOwner
  readonly by: string
  /** Null where no fund pays for what it belongs to. */
  readonly fundId: string | null
  /** Undefined where the input that was named takes no files. */
  readonly takes: { readonly questionId: string; readonly rules: FileRules } | undefined
  /** Why nothing new is begun, in a sentence. */
  readonly closed?: string
}

/** A place to which scripts send files in pieces. */
export type UploadsAt = {
  /** The pattern of its address. */
  readonly pattern: string
  readonly permission: Permission
  /** Whether the last piece makes it a file, which a form then names; or it waits for its form, which brings it. */
  readonly becomes: 'file' | 'part-of-form'
  /** @throws {NotFound} for whoever may not send files there */
  readonly uploader: (ask: Ask) => Promise<Uploader>
}

/** Where the input of a form is named, as a script sends it. */
export const inputNamed = (ask: Ask): string => ask.form.line('name')

/** Takes files in pieces from scripts: who begins again is told how much has come. */
export const uploadRoutes = (services: Services, at: UploadsAt): Route[] => [
  // Nothing is changed by beginning: what was begun is forgotten after a day.
  post(at.pattern, at.permission, 'none', async (ask) => await begin(services, at, ask)),
  // Of what waits for its form, the form leaves the event.
  post(
    `${at.pattern}/:upload`,
    at.permission,
    at.becomes === 'file' ? 'file.uploaded' : 'none',
    async (ask) => await goOn(services, at, ask),
    { files: { count: 1, bytesEach: mostPartBytes } },
  ),
]

async function begin(services: Services, { uploader, becomes }: UploadsAt, ask: Ask): Promise<Answer> {
  const { owner, by, takes, closed } = await uploader(ask)
  if (closed !== undefined) return refusal(closed)
  const bytes = Number(ask.form.line('bytes'))
  if (takes === undefined) return refusal('This question takes no files. Reload the page.')
  if (!Number.isSafeInteger(bytes) || bytes < 0) return refusal('The file could not be read. Choose it again.')
  const begun = await startUpload(services, {
    owner,
    ...takes,
    name: tidyFileName(ask.form.text('file')),
    bytes,
    fingerprint: ask.form.line('fingerprint').slice(0, 500),
    by,
    at: ask.receivedAt,
  })
  return begun.ok ? answerFor(begun.value, becomes) : refusal(begun.problems.map(fileProblemText).join(' '))
}

async function goOn(services: Services, { uploader, becomes }: UploadsAt, ask: Ask): Promise<Answer> {
  const { owner, by, fundId, takes } = await uploader(ask)
  const id = param(ask, 'upload')
  const { questionId } = await readUpload(services, { owner, by, id })
  if (takes === undefined) return refusal('This question takes no files. Reload the page.')
  // Another question may take what the one that it was begun for refuses.
  if (takes.questionId !== questionId) return refusal('This file was begun for another question. Reload the page.')
  const [part] = ask.files
  const startsAt = Number(ask.form.line('startsAt'))
  if (part === undefined || part.refused !== undefined || !Number.isSafeInteger(startsAt) || startsAt < 0)
    return refusal('The file could not be read. Choose it again.')
  const { path } = part
  const piece = { owner, by, id, startsAt, path, fundId, rules: takes.rules, at: ask.receivedAt, becomes }
  const taken = await addPart(services, piece)
  return taken.ok ? answerFor(taken.value, becomes) : refusal(taken.problems.map(fileProblemText).join(' '))
}

/** What the browser script is told: see `src/ui/assets/scripts/send-file.ts`. */
function answerFor({ upload, received, whole, file }: UploadStanding, becomes: UploadsAt['becomes']): Answer {
  const carried = becomes === 'file' ? file && JSON.stringify(file) : whole ? upload : undefined
  const going = { status: 'going-on', upload, received, partBytes: mostPartBytes }
  return json({ ...going, ...(carried !== undefined && { file: carried }) })
}

const refusal = (message: string): Answer => json({ status: 'refused', message })
