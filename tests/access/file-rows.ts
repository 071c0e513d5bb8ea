import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { FileOwner } from '../../src/features/files/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { diskFiles, filesIn } from '../../src/platform/files/disk-files.ts'
import { testConfig } from '../support/server.ts'
import type { Place } from './places.ts'
import type { Row } from './route-table.ts'

type Parts = Readonly<Record<string, string>>

/** A clean file of an application, or of something else about it, with its content. */
export async function keptFile(
  reference: string,
  db: Database,
  question = 'letters',
  owner: FileOwner = { type: 'application', id: reference },
): Promise<Parts> {
  const path = join(tmpdir(), `sent-${process.pid}`)
  await writeFile(path, 'a letter')
  const { sha256, bytes } = await diskFiles(filesIn(testConfig().dataDirectory)).put(path)
  const { rows } = await sql<{ id: string }>`
    insert into stored_file (id, sha256, name, kind, bytes, state, checked_by, owner_type, owner_id, question_id,
      uploaded_at, uploaded_by, checked_at)
    select gen_random_uuid(), ${sha256}, 'letter.txt', 'txt', ${bytes}, 'clean', 'none', ${owner.type}, ${owner.id},
      ${question}, now(), created_by, now()
    from application where reference = ${reference} returning id`.execute(db)
  return { reference, file: rows[0]?.id ?? '' }
}

async function fileOf({ draft: reference }: Place, db: Database): Promise<Parts> {
  return await keptFile(reference, db)
}

/** A file that a submission names: submissions never change, so there is one more. */
export async function sentFile({ listed: reference }: Place, db: Database): Promise<Parts> {
  const parts = await keptFile(reference, db)
  const value = JSON.stringify([{ id: parts.file, name: 'letter.txt', size: 8, sha256: 'a'.repeat(64) }])
  await sql`
    insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
    select gen_random_uuid(), application_id, number + 1, received_at, submitted_by,
      jsonb_set(content, '{pages}', content->'pages' || jsonb_build_array(jsonb_build_object('id', 'letters',
        'title', 'Letters', 'questions', jsonb_build_array(jsonb_build_object('id', 'letters', 'type', 'file',
        'label', 'Letters', 'shown', '[]'::jsonb, 'value', ${value}::jsonb))))), sha256, outcome
    from submission join application a on a.id = application_id
    where a.reference = ${reference} order by number desc limit 1`.execute(db)
  return parts
}

/** An upload that somebody has begun for something. */
export async function begunUpload(db: Database, owner: FileOwner, by: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into upload (id, owner_type, owner_id, question_id, name, bytes, fingerprint, started_at, started_by)
    values (gen_random_uuid(), ${owner.type}, ${owner.id}, 'letters', 'a.pdf', 9, gen_random_uuid()::text, now(),
      ${by}::uuid) returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** One that the place's own person has begun. */
async function uploadOf({ draft: reference, leadPerson }: Place, db: Database): Promise<Parts> {
  const upload = await begunUpload(db, { type: 'application', id: reference }, leadPerson)
  return { reference, page: 'drivers', upload }
}

/** Who may use the routes of files. */
export const fileRows: Readonly<Record<string, Row>> = {
  'GET /applications/:reference/files/:file': { rule: 'leadOrPartner', parts: fileOf },
  'GET /manage/funds/:fund/:round/applications/:reference/files/:file': { rule: 'readsApplications', parts: sentFile },
  'POST /applications/:reference/pages/:page/uploads': {
    rule: 'leadOrAccepted',
    parts: (place) => ({ reference: place.draft, page: 'drivers' }),
  },
  'POST /applications/:reference/pages/:page/uploads/:upload': { rule: 'lead', parts: uploadOf },
}
