import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type FileOwner, isId } from './files.store.ts'

/** A file on its way in pieces. */
export type Upload = {
  readonly id: string
  readonly ownerType: FileOwner['type']
  readonly ownerId: string
  readonly questionId: string
  readonly name: string
  readonly bytes: number
  readonly startedBy: string
  /** What became of it, once it was whole. */
  readonly fileId: string | null
  /** How much has come, without a gap. */
  readonly received: number
}

const columns = sql`u.id, u.owner_type as "ownerType", u.owner_id as "ownerId", u.question_id as "questionId", u.name,
  u.bytes, u.started_by as "startedBy", u.file_id as "fileId", case when u.file_id is not null then u.bytes else
    coalesce((select max(p.starts_at + length(p.content)) from upload_part p where p.upload_id = u.id), 0)
  end as received`

export type NewUpload = {
  readonly id: string
  readonly owner: FileOwner
  readonly questionId: string
  readonly name: string
  readonly bytes: number
  readonly fingerprint: string
  readonly startedAt: Date
  readonly startedBy: string
}

/** Begins an upload, or finds the one that this person began of the same file for the same question. */
export async function startOrFindUpload(tx: Tx, upload: NewUpload): Promise<Upload | undefined> {
  const { owner, questionId, startedBy, fingerprint } = upload
  await sql`
    insert into upload (id, owner_type, owner_id, question_id, name, bytes, fingerprint, started_at, started_by)
    values (${upload.id}::uuid, ${owner.type}, ${owner.id}, ${questionId}, ${upload.name}, ${upload.bytes},
      ${fingerprint}, ${upload.startedAt}, ${startedBy}::uuid)
    on conflict on constraint upload_is_one_for_each_file do nothing`.execute(tx)
  const { rows } = await sql<Upload>`
    select ${columns} from upload u where owner_type = ${owner.type} and owner_id = ${owner.id}
      and question_id = ${questionId} and started_by = ${startedBy}::uuid and fingerprint = ${fingerprint}`.execute(tx)
  return rows[0]
}

export async function uploadOfOwner(db: Database | Tx, owner: FileOwner, id: string): Promise<Upload | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<Upload>`
    select ${columns} from upload u
    where u.id = ${id}::uuid and owner_type = ${owner.type} and owner_id = ${owner.id}`.execute(db)
  return rows[0]
}

/** How much an owner's uploads that are not files yet will have, by what was said when they were begun. */
export async function unfinishedBytesOfOwner(tx: Tx, owner: FileOwner): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(bytes), 0)::int8 as bytes from upload
    where owner_type = ${owner.type} and owner_id = ${owner.id} and file_id is null`.execute(tx)
  return rows[0]?.bytes ?? 0
}

/** Holds an upload for this transaction, so that its pieces come one after the other. */
export async function lockUpload(tx: Tx, id: string): Promise<void> {
  await sql`select from upload where id = ${id}::uuid for update`.execute(tx)
}

export async function insertPart(tx: Tx, uploadId: string, startsAt: number, content: Uint8Array): Promise<void> {
  await sql`insert into upload_part (upload_id, starts_at, content)
    values (${uploadId}::uuid, ${startsAt}, ${content})`.execute(tx)
}

/** The pieces in their order, one in memory at a time. */
export async function* partsOf(db: Database | Tx, uploadId: string): AsyncIterable<Uint8Array> {
  for (let from = 0; ; ) {
    const { rows } = await sql<{ content: Uint8Array }>`
      select content from upload_part where upload_id = ${uploadId}::uuid and starts_at = ${from}`.execute(db)
    const [part] = rows
    if (part === undefined) return
    yield part.content
    from += part.content.length
  }
}

/** The pieces are of no use any more once it is a file. @returns false if it is another file already, or was forgotten */
export async function finishUpload(tx: Tx, id: string, fileId: string): Promise<boolean> {
  const { rows } = await sql`
    update upload set file_id = ${fileId}::uuid where id = ${id}::uuid and file_id is null returning id`.execute(tx)
  await sql`delete from upload_part where upload_id = ${id}::uuid`.execute(tx)
  return rows.length === 1
}

/** Takes what waited for its form out, as it becomes a file with it. @returns false if that was done already */
export async function takeWaiting(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`delete from upload where id = ${id}::uuid and file_id is null returning id`.execute(tx)
  return rows.length === 1
}

export async function deleteUpload(db: Database | Tx, id: string): Promise<void> {
  await sql`delete from upload where id = ${id}::uuid`.execute(db)
}

/**
 * Forgets uploads begun before a time, whole or not. The files that came of them stay, and so does what is of somebody or
 * of an application on legal hold. @returns how many
 */
export async function deleteUploadsBefore(db: Database | Tx, before: Date): Promise<number> {
  const { rows } = await sql`
    delete from upload u where started_at < ${before} and not person_is_held(started_by)
      and not exists (select from application a where a.reference = u.owner_id and application_is_held(a.id))
    returning id`.execute(db)
  return rows.length
}
