import { type Found, plainExcerpt, type Search } from '../../../core/search/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { networkReader } from '../network-reader.ts'
import { threadPath } from './posts.paths.ts'
import { postsByWords } from './search.store.ts'

/** What is asked and told in the networks of which somebody is a member: one statement. */
export async function searchPosts(db: Database, { actor, at, words, limit }: Search): Promise<readonly Found[]> {
  if (actor.kind !== 'person') return []
  const rows = await postsByWords(db, { words, limit, ...networkReader(actor, at) })
  return rows.map(({ id, thread, author, postedAt, fund, fundName, excerpt, ...match }) => ({
    kind: 'post',
    href: `${threadPath(fund, thread)}#post-${id}`,
    detail: `${author}, ${ukTime(postedAt)}, ${fundName}`,
    excerpt: plainExcerpt(excerpt),
    ...match,
  }))
}
