import { notFound } from '../../../core/errors.ts'
import type { FormPage } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById } from '../../forms/index.ts'
import { type Opened, openToWriters } from '../open-application.ts'
import { recordAbout } from '../record-about.ts'
import type { CommentProblem } from './commenting.messages.ts'
import { insertComment, moveComment } from './commenting.store.ts'

/** Longest comment. */
export const mostCharacters = 4_000

type Request = { readonly reference: string; readonly pageId: string; readonly receivedAt: Date }

/** A page of an application for somebody who writes some of it. @throws {NotFound} if it is not theirs, or not there */
export async function openPage(
  db: Database | Tx,
  actor: Actor,
  { reference, pageId, receivedAt }: Request,
): Promise<Opened & { readonly page: FormPage }> {
  const opened = await openToWriters(db, actor, { reference, at: receivedAt })
  const version = await formVersionById(db, opened.application.formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === pageId)
  if (page === undefined) throw notFound('page')
  return { ...opened, page }
}

/** Says something about a page, or one question of it, to the others who write. What it says is not in the audit log. @throws {NotFound} */
export async function commentOnPage(
  services: Services,
  actor: Actor,
  request: Request & { readonly text: string /** '' for the page as a whole. */; readonly questionId: string },
): Promise<Result<undefined, CommentProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openPage(tx, actor, request)
    const text = request.text.trim()
    const { questions } = opened.page
    // On a page with one question there is nothing to choose.
    const about = questions.length === 1 ? questions[0]?.id : request.questionId
    if (text === '') return refused<CommentProblem>({ code: 'comment-missing' })
    const characters = [...text].length
    if (characters > mostCharacters)
      return refused<CommentProblem>({ code: 'comment-too-long', most: mostCharacters, characters })
    if (about !== '' && !questions.some(({ id }) => id === about))
      return refused<CommentProblem>({ code: 'about-missing' })
    const questionId = about || null
    await insertComment(tx, {
      id: services.newId(),
      applicationId: opened.application.id,
      pageId: request.pageId,
      questionId,
      text,
      at: request.receivedAt,
      personId: opened.actor.personId,
    })
    await recordAbout(tx, opened, request.receivedAt, 'application.commented', {
      page: request.pageId,
      question: questionId,
    })
    return done(undefined)
  })
}

/** Says that what a comment asks for is done, or not after all. @throws {NotFound} */
export async function resolveComment(
  services: Services,
  actor: Actor,
  request: Request & { readonly id: string; readonly resolved: boolean },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const opened = await openPage(tx, actor, request)
    const { id, pageId, resolved, receivedAt: at } = request
    const move = { id, pageId, resolved, at, applicationId: opened.application.id, personId: opened.actor.personId }
    // Pressed twice, or by two at once: it is as both wanted it.
    if (!(await moveComment(tx, move))) return
    await recordAbout(
      tx,
      opened,
      request.receivedAt,
      resolved ? 'application.comment-resolved' : 'application.comment-reopened',
      { page: request.pageId },
    )
  })
}
