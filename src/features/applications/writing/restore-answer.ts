import { notFound } from '../../../core/errors.ts'
import type { Form, FormPage } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById, knowFiles } from '../../forms/index.ts'
import { type Opened, openToWriters, writesPage } from '../open-application.ts'
import { answersNow } from './answers.store.ts'
import { type AnswerVersion, versionsOf } from './history.store.ts'
import { knowKinds } from './know-kinds.ts'
import { writePage } from './write-page.ts'

type Request = { readonly reference: string; readonly pageId: string; readonly receivedAt: Date }

export type PageHistory = Opened & {
  readonly form: Form
  readonly page: FormPage
  readonly versions: readonly AnswerVersion[]
}

/** What the answers of a page have been. @throws {NotFound} if the application is not this person's to write any of */
export async function readHistory(db: Database, actor: Actor, request: Request): Promise<PageHistory> {
  const { reference, pageId, receivedAt: at } = request
  const opened = await openToWriters(db, actor, { reference, at })
  const version = await formVersionById(db, opened.application.formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === pageId)
  if (version === undefined || page === undefined) throw notFound('page')
  const ids = page.questions.map(({ id }) => id)
  return { ...opened, form: version.definition, page, versions: await versionsOf(db, opened.application.id, ids) }
}

/**
 * Puts an earlier version of an answer back, as a new version: nothing is taken out of the history.
 *
 * @returns `changed` when somebody else changed the answer since it was shown: they are not written over; `other-form` when
 * the round took up another version of its form meanwhile, and nothing was written
 * @throws {NotFound} if there is no such version, or the page is not this person's to write
 */
export async function restoreAnswer(
  { db }: Services,
  actor: Actor,
  request: Request & { readonly questionId: string; readonly version: number; readonly shown: number },
): Promise<'restored' | 'changed' | 'submitted' | 'other-form'> {
  const { reference, pageId, receivedAt, questionId } = request
  const opened = await readHistory(db, actor, request)
  const { application, versions } = opened
  const old = versions.find((one) => one.questionId === questionId && one.version === request.version)
  const question = opened.page.questions.find(({ id }) => id === questionId)
  if (old === undefined || question === undefined || !writesPage(opened, pageId)) throw notFound('version')
  if (application.state === 'submitted') return 'submitted'
  const now = (await answersNow(db, application.id, [questionId]))[questionId]?.version ?? 0
  if (now !== request.shown) return 'changed'
  // A file that was deleted since cannot be put back.
  const [restored] = await knowKinds(
    db,
    await knowFiles(db, { type: 'application', id: reference }, [{ question, value: old.value }]),
  )
  const row = await writePage(db, opened.actor, opened.form, {
    reference,
    formVersionId: application.formVersionId,
    pageId,
    posted: [{ question_id: questionId, value: restored?.value ?? null, version: now }],
    alsoRead: [],
    at: receivedAt,
  })
  if (row.state === 'submitted') return 'submitted'
  const verdict = row.verdicts[questionId]
  // The form was switched after it was read: nothing was looked at.
  if (verdict === undefined) return 'other-form'
  return verdict === 'same' || row.written[questionId] !== undefined ? 'restored' : 'changed'
}
