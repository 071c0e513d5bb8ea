import { notFound } from '../../../core/errors.ts'
import type { PostedFields } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { answerRequestState } from '../../../core/rounds/index.ts'
import type { Database } from '../../../platform/database/database.ts'
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
  const { fields, files, receivedAt: at } = sent
  if (files.length === 0) return { fields, problems: [] }
  const { closed, questions, ...of } = await openReply(services.db, actor, sent)
  return closed ? { fields, problems: [] } : await keepFilesFor(services, questions, { fields, files }, { ...of, at })
}

/**
 * A request for somebody who replies to it: what it asks, and whose its files are.
 *
 * @throws {NotFound} if the application is not this person's to write, or has no such request
 */
export async function openReply(
  db: Database,
  actor: Actor,
  { reference, number, receivedAt: at }: Pick<Sent, 'reference' | 'number' | 'receivedAt'>,
) {
  const asked = { reference, questions: [], need: 'write', at } as const
  const { application, ...opened } = await openApplication(db, actor, asked)
  const request = (await requestsOf(db, application.id)).find((each) => each.number === number)
  const version = await formVersionById(db, application.formVersionId)
  if (request === undefined || version === undefined || application.state !== 'submitted') throw notFound('request')
  return {
    owner: { type: 'application', id: reference } as const,
    fundId: application.fundId,
    by: opened.actor.personId,
    closed: answerRequestState(request, at) === 'closed',
    questions: replyQuestions(version.definition, request),
  }
}
