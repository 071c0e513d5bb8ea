import { notFound } from '../../../core/errors.ts'
import { fileProblemText, tidyFileName } from '../../../core/files/index.ts'
import { type FilePlace, filePlace } from '../../../core/forms/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, attachment, json } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import {
  addPart,
  type FileOwner,
  mostPartBytes,
  openFile,
  readUpload,
  startUpload,
  type UploadStanding,
} from '../../files/index.ts'
import { formVersionById, rulesOf } from '../../forms/index.ts'
import { roundByPath } from '../../funds/index.ts'
import { readClarified, repliedFileIds } from '../clarifying/read-clarified.ts'
import { type Opened, openApplication, writesPage } from '../open-application.ts'
import { readSubmitted } from '../programme/read-submission.ts'
import { submittedFiles } from './submitted-files.ts'

const uploads = '/applications/:reference/pages/:page/uploads'

/**
 * Files of applications: given to whoever may read what they belong to, and taken in pieces from scripts. What a script
 * has sent becomes part of the answer when its page is saved.
 */
export const fileRoutes = (services: Services): Route[] => [
  get('/applications/:reference/files/:file', 'application:write', async (ask) => {
    const asked = { reference: param(ask, 'reference'), questions: [], need: 'read', at: ask.receivedAt } as const
    const { application } = await openApplication(services.db, ask.actor, asked)
    return await sendFile(services, application.reference, param(ask, 'file'))
  }),
  get('/manage/funds/:fund/:round/applications/:reference/files/:file', 'application:list', async (ask) => {
    const round = await roundByPath(services.db, param(ask, 'fund'), param(ask, 'round'))
    if (round === undefined || !may(ask.actor, 'application:list', round.fundId)) throw notFound('round')
    const { reference, content, application } = await readSubmitted(services.db, round.id, param(ask, 'reference'))
    // What was taken out again before it was submitted is not theirs to read.
    const file = param(ask, 'file')
    const replied = async () => repliedFileIds(await readClarified(services.db, application, content, ask.receivedAt))
    if (!submittedFiles(content).some(({ id }) => id === file) && !(await replied()).includes(file))
      throw notFound('file')
    return await sendFile(services, reference, file)
  }),
  // Nothing is changed by beginning: what was begun is forgotten after a day.
  post(uploads, 'application:write', 'none', async (ask) => await begin(services, ask)),
  get(`${uploads}/:upload`, 'application:write', async (ask) => {
    const { owner, by } = await writerOf(services, ask)
    return answerFor(await readUpload(services, { owner, by, id: param(ask, 'upload') }))
  }),
  post(`${uploads}/:upload`, 'application:write', 'file.uploaded', async (ask) => await goOn(services, ask), {
    files: { count: 1, bytesEach: mostPartBytes },
  }),
]

async function sendFile(services: Services, reference: string, file: string): Promise<Answer> {
  return attachment(await openFile(services, { type: 'application', id: reference }, file))
}

type Writer = {
  readonly owner: FileOwner
  readonly by: string
  readonly opened: Opened
  readonly place: FilePlace | undefined
}

/** Somebody who may write this page of an application, and the question they send a file for, if it is one that takes files. */
async function writerOf(services: Services, ask: Ask): Promise<Writer> {
  const reference = param(ask, 'reference')
  const asked = { reference, questions: [], need: 'read', at: ask.receivedAt } as const
  const opened = await openApplication(services.db, ask.actor, asked)
  if (!writesPage(opened, param(ask, 'page'))) throw notFound('application')
  const version = await formVersionById(services.db, opened.application.formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === param(ask, 'page'))
  const name = ask.form.line('name') || (ask.query.get('name') ?? '')
  const place = page && filePlace(page.questions, name)
  return { owner: { type: 'application', id: reference }, by: opened.actor.personId, opened, place }
}

async function begin(services: Services, ask: Ask): Promise<Answer> {
  const { owner, by, place, opened } = await writerOf(services, ask)
  if (opened.application.state === 'submitted') return refusal('This application has been submitted.')
  const bytes = Number(ask.form.line('bytes'))
  const name = tidyFileName(ask.form.text('file'))
  if (place === undefined) return refusal('This question takes no files. Reload the page.')
  if (!Number.isSafeInteger(bytes) || bytes < 0) return refusal('The file could not be read. Choose it again.')
  const begun = await startUpload(services, {
    owner,
    questionId: place.key,
    name,
    bytes,
    fingerprint: ask.form.line('fingerprint').slice(0, 500),
    rules: rulesOf(place.question),
    by,
    at: ask.receivedAt,
  })
  return begun.ok ? answerFor(begun.value) : refusal(begun.problems.map(fileProblemText).join(' '))
}

async function goOn(services: Services, ask: Ask): Promise<Answer> {
  const { owner, by, place, opened } = await writerOf(services, ask)
  const id = param(ask, 'upload')
  const { questionId } = await readUpload(services, { owner, by, id })
  if (place === undefined) return refusal('This question takes no files. Reload the page.')
  // Another question may take what the one that it was begun for refuses.
  if (place.key !== questionId) return refusal('This file was begun for another question. Reload the page.')
  const [part] = ask.files
  const startsAt = Number(ask.form.line('startsAt'))
  if (part === undefined || part.refused !== undefined || !Number.isSafeInteger(startsAt) || startsAt < 0)
    return refusal('The file could not be read. Choose it again.')
  const taken = await addPart(services, {
    owner,
    by,
    id,
    startsAt,
    path: part.path,
    bytes: part.bytes,
    fundId: opened.application.fundId,
    rules: rulesOf(place.question),
    at: ask.receivedAt,
  })
  return taken.ok ? answerFor(taken.value) : refusal(taken.problems.map(fileProblemText).join(' '))
}

/** What the browser script is told: see `src/ui/assets/scripts/send-file.ts`. */
const answerFor = ({ upload, received, file }: UploadStanding): Answer =>
  json({ status: 'going-on', upload, received, partBytes: mostPartBytes, ...(file && { file: JSON.stringify(file) }) })

const refusal = (message: string): Answer => json({ status: 'refused', message })
