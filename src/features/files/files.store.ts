import { sql } from 'kysely'
import type { FileKindId } from '../../core/files/index.ts'
import { among } from '../../platform/database/among.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** `pending`: not looked at yet. `failed`: nobody could look at it. Only what is clean is given to anybody. */
export type FileState = 'pending' | 'clean' | 'infected' | 'failed'

/** To what a file belongs: the kind of thing, and its id. */
export type FileOwner = {
  readonly type: 'application' | 'award' | 'complaint' | 'expert-request' | 'network-event' | 'review' | 'support'
  readonly id: string
}

/** A file that somebody sent: what is known of it besides its content. */
export type StoredFile = {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly kind: FileKindId
  readonly bytes: number
  readonly state: FileState
  /** How it became clean: `none` where no scanner is set up. */
  readonly checkedBy: 'scanner' | 'none' | null
  readonly virus: string | null
  readonly ownerType: FileOwner['type']
  readonly ownerId: string
  readonly questionId: string
  readonly uploadedAt: Date
  readonly uploadedBy: string
  readonly checkedAt: Date | null
}

const columns = sql`id, sha256, name, kind, bytes, state, checked_by as "checkedBy", virus, owner_type as "ownerType",
  owner_id as "ownerId", question_id as "questionId", uploaded_at as "uploadedAt", uploaded_by as "uploadedBy",
  checked_at as "checkedAt"`

export type NewFile = Pick<StoredFile, 'id' | 'sha256' | 'name' | 'kind' | 'bytes' | 'questionId'> & {
  readonly owner: FileOwner
  readonly uploadedAt: Date
  readonly uploadedBy: string
}

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await sql`
    insert into stored_file (id, sha256, name, kind, bytes, owner_type, owner_id, question_id, uploaded_at, uploaded_by)
    values (${file.id}::uuid, ${file.sha256}, ${file.name}, ${file.kind}, ${file.bytes}, ${file.owner.type},
      ${file.owner.id}, ${file.questionId}, ${file.uploadedAt}, ${file.uploadedBy}::uuid)`.execute(tx)
}

/** Holds what belongs to an owner for this transaction, so that two files at once cannot both take the last place. */
export async function lockOwner(tx: Tx, owner: FileOwner): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`files ${owner.type} ${owner.id}`}, 0))`.execute(tx)
}

/** How much belongs to an owner, removed from its answers or not: every version of an answer is kept. */
export async function bytesOfOwner(db: Database | Tx, owner: FileOwner): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(bytes), 0)::int8 as bytes from stored_file
    where owner_type = ${owner.type} and owner_id = ${owner.id}`.execute(db)
  return rows[0]?.bytes ?? 0
}

/** What an address or a page says is an id may be anything. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Those of these files that belong to an owner, by id; what is no id finds nothing. */
export async function filesOfOwner(
  db: Database | Tx,
  owner: FileOwner,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredFile>> {
  const asked = ids.filter(isId)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<StoredFile>`
    select ${columns} from stored_file
    where owner_type = ${owner.type} and owner_id = ${owner.id} and id in (select i::uuid from ${among(asked)} as t (i))`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The files of an owner that answer one question, the first one first. */
export async function filesOfQuestion(
  db: Database | Tx,
  owner: FileOwner,
  questionId: string,
): Promise<readonly StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select ${columns} from stored_file
    where owner_type = ${owner.type} and owner_id = ${owner.id} and question_id = ${questionId}
    order by uploaded_at, id`.execute(db)
  return rows
}

/** All files of an owner, whatever question they belong to, the first one first. */
export async function allFilesOf(db: Database | Tx, owner: FileOwner): Promise<readonly StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select ${columns} from stored_file
    where owner_type = ${owner.type} and owner_id = ${owner.id} order by uploaded_at, id`.execute(db)
  return rows
}

/** Forgets a file, and how it came in pieces. Its content stays where it is kept. */
export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await sql`delete from upload where file_id = ${id}::uuid`.execute(tx)
  await sql`delete from stored_file where id = ${id}::uuid`.execute(tx)
}

/** Whether any file has this content. */
export async function isContentNeeded(tx: Tx, sha256: string): Promise<boolean> {
  const { rows } = await sql`select 1 from stored_file where sha256 = ${sha256} limit 1`.execute(tx)
  return rows.length > 0
}

/** Holds content for this transaction: while one makes a file of it, no other may find that it is of no use. */
export async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`content ${sha256}`}, 0))`.execute(tx)
}

/** The states of all files of owner `a` of another query, by id: as a column of it. */
export const fileStatesColumn = (ownerId: ReturnType<typeof sql>) => sql`(
  select coalesce(jsonb_object_agg(f.id, jsonb_build_object('state', f.state, 'checkedBy', f.checked_by)), '{}')
  from stored_file f where f.owner_type = 'application' and f.owner_id = ${ownerId})`

/** Holds a file for this transaction. */
export async function lockFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`
    select ${columns} from stored_file where id = ${id}::uuid for update`.execute(tx)
  return rows[0]
}

export async function fileById(db: Database | Tx, id: string): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`select ${columns} from stored_file where id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** What was found of a file, at last. */
export type Finding =
  | { readonly state: 'clean'; readonly checkedBy: 'scanner' | 'none' }
  | { readonly state: 'infected'; readonly virus: string }
  | { readonly state: 'failed' }

export async function markChecked(tx: Tx, id: string, finding: Finding, at: Date): Promise<void> {
  const checkedBy = finding.state === 'clean' ? finding.checkedBy : null
  const virus = finding.state === 'infected' ? finding.virus : null
  await sql`update stored_file set state = ${finding.state}, checked_by = ${checkedBy}, virus = ${virus},
    checked_at = ${at} where id = ${id}::uuid`.execute(tx)
}
