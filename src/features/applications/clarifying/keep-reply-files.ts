import { notFound } from '../../../core/errors.ts'
import type { PostedFields } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { answerRequestState } from '../../../core/rounds/index.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById, type KeptWithPage, keepFilesFor, type SentWithPage } from '../../forms/index.ts'
import { openApplication } from '../open-application.ts'
import { requestsOf } from './answer-requests.store.ts'
import { replyQuestions } from './reply-questions.ts'

type Sent = {
  readonly reference: string
  readonly number: number
  readonly fields: PostedFields
  readonly files: readonly SentWithPage[]
  readonly receivedAt: Date
}

/**
 * Keeps the files that came with a reply; they become part of it when it is sent. A request that is closed takes none.
 *
 * @throws {NotFound} if the application is not this person's to write, or has no such request
 */
export async function keepReplyFiles(services: Services, actor: Actor, sent: Sent): Promise<KeptWithPage> {
  const { reference, number, fields, files, receivedAt: at } = sent
  if (files.length === 0) return { fields, problems: [] }
  const { application, ...opened } = await openApplication(services.db, actor, {
    reference,
    questions: [],
    need: 'write',
    at,
  })
  const request = (await requestsOf(services.db, application.id)).find((each) => each.number === number)
  const version = await formVersionById(services.db, application.formVersionId)
  if (request === undefined || version === undefined || application.state !== 'submitted') throw notFound('request')
  if (answerRequestState(request, at) === 'closed') return { fields, problems: [] }
  const owner = { type: 'application', id: reference } as const
  const of = { owner, fundId: application.fundId, by: opened.actor.personId, at }
  return await keepFilesFor(services, replyQuestions(version.definition, request), { fields, files }, of)
}
