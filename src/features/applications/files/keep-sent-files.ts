import { notFound } from '../../../core/errors.ts'
import type { PostedFields } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById, type KeptWithPage, keepFilesFor, type SentWithPage } from '../../forms/index.ts'
import { openApplication, writesPage } from '../open-application.ts'

type SentPage = {
  readonly reference: string
  readonly pageId: string
  readonly formVersionId: string
  readonly fields: PostedFields
  readonly files: readonly SentWithPage[]
  readonly at: Date
}

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
  const owner = { type: 'application', id: reference } as const
  const of = { owner, fundId: opened.application.fundId, by: opened.actor.personId, at }
  return await keepFilesFor(services, page.questions, { fields, files }, of)
}
