import { sql } from 'kysely'
import type { SeenBy } from '../../../core/experts/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Something that was said about a request. Files of it belong to its id. */
export type Post = {
  readonly id: string
  readonly words: string
  readonly seenBy: SeenBy
  readonly postedAt: Date
  readonly postedBy: string
}

/** What was said, the first first. */
export async function postsOf(db: Database | Tx, requestId: string): Promise<readonly Post[]> {
  const { rows } = await sql<Post>`
    select t.id, t.words, t.seen_by as "seenBy", t.posted_at as "postedAt", coalesce(nullif(p.name, ''), p.email) as "postedBy"
    from expert_post t join person p on p.id = t.posted_by
    where t.request_id = ${requestId}::uuid order by t.posted_at, t.id`.execute(db)
  return rows
}

/** Whether anything of a request was shared with all experts. */
export async function isSharedWithPanel(db: Database | Tx, requestId: string): Promise<boolean> {
  const { rows } = await sql`
    select from expert_post where request_id = ${requestId}::uuid and seen_by = 'experts' limit 1`.execute(db)
  return rows.length > 0
}

export async function insertPost(
  tx: Tx,
  post: Pick<Post, 'id' | 'words' | 'seenBy'> & { readonly requestId: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into expert_post (id, request_id, words, seen_by, posted_at, posted_by)
    values (${post.id}::uuid, ${post.requestId}::uuid, ${post.words}, ${post.seenBy}, ${post.at}, ${post.by}::uuid)`.execute(
    tx,
  )
}
