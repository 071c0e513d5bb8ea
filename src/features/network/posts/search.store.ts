import { sql } from 'kysely'
import type { Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../../platform/database/full-text.ts'
import { type NetworkReader, networksOpenTo } from '../members/members.store.ts'

export type PostByWords = TextMatch & {
  readonly id: string
  readonly thread: string
  readonly title: string
  readonly author: string
  readonly postedAt: Date
  readonly fund: string
  readonly fundName: string
  readonly illustrative: boolean
}

/** The posts with these words, as they stand, of the networks of one person. One that is hidden is nobody's to find. */
export async function postsByWords(
  db: Database,
  { words, limit, ...reader }: Pick<Search, 'words' | 'limit'> & NetworkReader,
): Promise<readonly PostByWords[]> {
  const match = textMatch(words, sql`t.title || ' ' || v.text`, undefined, sql`v.text`)
  const { rows } = await sql<PostByWords>`
    select p.id, t.id as thread, t.title, coalesce(nullif(a.name, ''), a.email) as author, p.posted_at as "postedAt",
      f.slug as fund, f.name as "fundName", f.illustrative, ${match.columns}
    from network_thread t join fund f on f.id = t.fund_id
      join network_post p on p.thread_id = t.id and p.hidden_at is null join person a on a.id = p.author_id
      cross join lateral (select w.text from network_post_version w where w.post_id = p.id order by w.number desc limit 1) as v
    where t.fund_id in ${networksOpenTo(reader)} and ${match.found}
    order by ${match.order}, p.posted_at, p.id limit ${limit}`.execute(db)
  return rows
}
