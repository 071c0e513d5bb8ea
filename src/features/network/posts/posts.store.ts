import { sql } from 'kysely'
import type { NewThread, Topic } from '../../../core/network/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A question or a post with what was said to it. */
export type Thread = {
  readonly id: string
  readonly fundId: string
  readonly topic: Topic
  readonly title: string
  readonly begunAt: Date
  readonly begunBy: string
  readonly author: string
  /** Answers that are not hidden. */
  readonly replies: number
  readonly lastAt: Date
}

const threadColumns = sql`t.id, t.fund_id as "fundId", t.topic, t.title, t.begun_at as "begunAt", t.begun_by as "begunBy",
  coalesce(nullif(a.name, ''), a.email) as author,
  (select count(*) from network_post p where p.thread_id = t.id and p.hidden_at is null)::int - 1 as replies,
  (select coalesce(max(p.posted_at), t.begun_at) from network_post p where p.thread_id = t.id and p.hidden_at is null) as "lastAt"`

/** The threads of a fund, those with the latest post first: all of which something is shown. */
export async function threadsOf(db: Database | Tx, fundId: string, topic: string): Promise<readonly Thread[]> {
  const { rows } = await sql<Thread>`
    select ${threadColumns} from network_thread t join person a on a.id = t.begun_by
    where t.fund_id = ${fundId}::uuid and (${topic} = '' or t.topic = ${topic})
      and exists (select from network_post p where p.thread_id = t.id and p.hidden_at is null)
    order by "lastAt" desc, t.id`.execute(db)
  return rows
}

/** A thread by what an address says is its id. */
export async function threadById(db: Database | Tx, id: string): Promise<Thread | undefined> {
  const { rows } = await sql<Thread>`
    select ${threadColumns} from network_thread t join person a on a.id = t.begun_by where t.id::text = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** A post as it stands. */
export type Post = {
  readonly id: string
  readonly threadId: string
  readonly fundId: string
  readonly threadTitle: string
  readonly authorId: string
  readonly author: string
  readonly authorEmail: string
  readonly via: 'page' | 'mail'
  readonly postedAt: Date
  readonly hiddenAt: Date | null
  /** The latest version, and how many there are. */
  readonly text: string
  readonly versions: number
  readonly editedAt: Date
}

const postColumns = sql`p.id, p.thread_id as "threadId", t.fund_id as "fundId", t.title as "threadTitle",
  p.author_id as "authorId", coalesce(nullif(a.name, ''), a.email) as author, a.email as "authorEmail", p.via,
  p.posted_at as "postedAt", p.hidden_at as "hiddenAt", v.text, v.number as versions, v.written_at as "editedAt"`

const postTables = sql`network_post p join network_thread t on t.id = p.thread_id join person a on a.id = p.author_id
  join network_post_version v on v.post_id = p.id and v.number = (select max(number) from network_post_version w where w.post_id = p.id)`

/** The posts of a thread, the first one first. */
export async function postsOf(db: Database | Tx, threadId: string): Promise<readonly Post[]> {
  const { rows } = await sql<Post>`
    select ${postColumns} from ${postTables} where p.thread_id = ${threadId}::uuid order by p.posted_at, p.id`.execute(
    db,
  )
  return rows
}

export async function postById(db: Database | Tx, id: string): Promise<Post | undefined> {
  const { rows } = await sql<Post>`select ${postColumns} from ${postTables} where p.id::text = ${id}`.execute(db)
  return rows[0]
}

/** Holds a post until the transaction ends. */
export async function lockPost(tx: Tx, id: string): Promise<Post | undefined> {
  await sql`select id from network_post where id::text = ${id} for update`.execute(tx)
  return await postById(tx, id)
}

export type PostVersion = { readonly number: number; readonly text: string; readonly writtenAt: Date }

/** Every version of a post, the first one first. */
export async function versionsOf(db: Database | Tx, postId: string): Promise<readonly PostVersion[]> {
  const { rows } = await sql<PostVersion>`
    select number, text, written_at as "writtenAt" from network_post_version where post_id = ${postId}::uuid order by number`.execute(
    db,
  )
  return rows
}

export async function insertThread(
  tx: Tx,
  thread: Pick<NewThread, 'title' | 'topic'> & {
    readonly id: string
    readonly fundId: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { id, fundId, topic, title, at, by } = thread
  await sql`insert into network_thread (id, fund_id, topic, title, begun_at, begun_by)
    values (${id}::uuid, ${fundId}::uuid, ${topic}, ${title}, ${at}, ${by}::uuid)`.execute(tx)
}

export async function insertPost(
  tx: Tx,
  post: Pick<Post, 'id' | 'threadId' | 'authorId' | 'via' | 'text'> & { readonly at: Date },
): Promise<void> {
  await sql`insert into network_post (id, thread_id, author_id, via, posted_at)
    values (${post.id}::uuid, ${post.threadId}::uuid, ${post.authorId}::uuid, ${post.via}, ${post.at})`.execute(tx)
  await insertPostVersion(tx, post.id, { number: 1, text: post.text, writtenAt: post.at })
}

export async function insertPostVersion(
  tx: Tx,
  postId: string,
  { number, text, writtenAt }: PostVersion,
): Promise<void> {
  await sql`insert into network_post_version (post_id, number, text, written_at)
    values (${postId}::uuid, ${number}, ${text}, ${writtenAt})`.execute(tx)
}

/** Hides a post, or shows it again (null). */
export async function markHidden(tx: Tx, postId: string, at: Date | null): Promise<void> {
  await sql`update network_post set hidden_at = ${at} where id = ${postId}::uuid`.execute(tx)
}
