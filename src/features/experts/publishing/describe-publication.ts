import type { Database } from '../../../platform/database/database.ts'
import { requestStepPath } from '../experts.paths.ts'
import type { OpenedRequest } from '../thread/open-request.ts'
import type { PublicationModel } from './pages/publication.ts'
import { isPublished, publicationOf } from './publications.store.ts'
import { consentWords } from './publishing.messages.ts'

/** The text for the other councils as the sides of a question see it; undefined before there is one. */
export async function describePublication(
  db: Database,
  { request, fund, side }: OpenedRequest,
): Promise<PublicationModel | undefined> {
  if (side === 'panel') return undefined
  const publication = await publicationOf(db, request.id)
  if (publication === undefined) return undefined
  const { title, question, advice, version, council, expert } = publication
  const own = side === 'council' ? council : side === 'expert' ? expert : undefined
  return {
    title,
    question,
    advice,
    standing: isPublished(publication)
      ? 'Published.'
      : `The council ${consentWords(council)}; the expert ${consentWords(expert)}.`,
    consent:
      own === null ? { action: requestStepPath(fund.slug, request.number, 'consent'), shown: version } : undefined,
  }
}
