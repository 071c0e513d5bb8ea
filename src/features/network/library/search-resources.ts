import { type Found, plainExcerpt, type Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { networkReader } from '../network-reader.ts'
import { publicResourcePath, resourcePath } from './library.paths.ts'
import { resourcesByWords } from './search.store.ts'

/** Resources and case studies of networks, of those that one may open: one statement. */
export async function searchResources(db: Database, { actor, at, words, limit }: Search): Promise<readonly Found[]> {
  const reader = actor.kind === 'person' ? networkReader(actor, at) : undefined
  const rows = await resourcesByWords(db, { words, limit, reader })
  return rows.map(({ id, author, fund, fundName, inside, excerpt, ...match }) => ({
    kind: 'resource',
    href: inside ? resourcePath(fund, id) : publicResourcePath(fund, id),
    detail: `${author}, ${fundName}`,
    excerpt: plainExcerpt(excerpt),
    ...match,
  }))
}
