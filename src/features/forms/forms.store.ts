import { sql } from 'kysely'
import type { Form } from '../../core/forms/definition.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** What a form is for. */
export type FormPurpose =
  | 'expression-of-interest'
  | 'application'
  | 'eligibility'
  | 'assessment'
  | 'interview'
  | 'monitoring'
  | 'evaluation'

/** A form of a fund; its questions are in its versions. */
export type FormRecord = {
  readonly id: string
  readonly fundId: string
  readonly name: string
  readonly purpose: FormPurpose
  readonly createdAt: Date
}

/** One version of a form. `sha256` is of the definition in canonical JSON. `publishedAt` null: a draft, which may change. */
export type FormVersion = {
  readonly id: string
  readonly formId: string
  readonly fundId: string
  /** 1, 2, 3, … in its form. */
  readonly number: number
  readonly sha256: string
  readonly changeNote: string
  readonly savedAt: Date
  readonly publishedAt: Date | null
  readonly definition: Form
}

const versionColumns = sql`v.id, v.form_id as "formId", f.fund_id as "fundId", v.number, v.sha256,
  v.change_note as "changeNote", v.saved_at as "savedAt", v.published_at as "publishedAt", v.definition`

/** The most published versions kept in memory: each is the questions of one form, a few kilobytes. */
const mostKept = 200

/** Published versions by database. They never change, so they are read once. */
const published = new WeakMap<object, Map<string, FormVersion>>()

/**
 * A version of a form, published or not. A published one is read from the database once and then kept in memory.
 *
 * @returns undefined when there is none with that id
 */
export async function formVersionById(db: Database | Tx, id: string): Promise<FormVersion | undefined> {
  const kept = published.get(db)
  const known = kept?.get(id)
  if (known !== undefined) return known
  const { rows } = await sql<FormVersion>`
    select ${versionColumns} from form_version v join form f on f.id = v.form_id where v.id::text = ${id}`.execute(db)
  const version = rows[0]
  if (version !== undefined && version.publishedAt !== null && !db.isTransaction) keep(db, version)
  return version
}

function keep(db: Database | Tx, version: FormVersion): void {
  const kept = published.get(db) ?? new Map<string, FormVersion>()
  published.set(db, kept)
  const oldest = kept.keys().next()
  if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value)
  kept.set(version.id, version)
}

export async function formById(db: Database | Tx, id: string): Promise<FormRecord | undefined> {
  const { rows } = await sql<FormRecord>`
    select id, fund_id as "fundId", name, purpose, created_at as "createdAt" from form where id::text = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** The forms of a fund, by name. */
export async function formsOfFund(db: Database | Tx, fundId: string): Promise<readonly FormRecord[]> {
  const { rows } = await sql<FormRecord>`
    select id, fund_id as "fundId", name, purpose, created_at as "createdAt"
    from form where fund_id = ${fundId}::uuid order by name, id`.execute(db)
  return rows
}

/** The versions of a form, newest first. */
export async function versionsOfForm(db: Database | Tx, formId: string): Promise<readonly FormVersion[]> {
  const { rows } = await sql<FormVersion>`
    select ${versionColumns} from form_version v join form f on f.id = v.form_id
    where v.form_id = ${formId}::uuid order by v.number desc`.execute(db)
  return rows
}

/** Every version of every form of a fund: forms by name, versions newest first. */
export async function versionsOfFund(db: Database | Tx, fundId: string): Promise<readonly FormVersion[]> {
  const { rows } = await sql<FormVersion>`
    select ${versionColumns} from form_version v join form f on f.id = v.form_id
    where f.fund_id = ${fundId}::uuid order by f.name, f.id, v.number desc`.execute(db)
  return rows
}

/** Versions by id, in the order of the ids; those that are not there are left out. */
export async function formVersionsById(db: Database | Tx, ids: readonly string[]): Promise<readonly FormVersion[]> {
  const { rows } = await sql<FormVersion>`
    select ${versionColumns} from form_version v join form f on f.id = v.form_id
    where v.id = any(${[...ids]}::uuid[]) order by array_position(${[...ids]}::uuid[], v.id)`.execute(db)
  return rows
}

export async function insertForm(tx: Database | Tx, form: FormRecord): Promise<void> {
  await sql`insert into form (id, fund_id, name, purpose, created_at)
    values (${form.id}::uuid, ${form.fundId}::uuid, ${form.name}, ${form.purpose}, ${form.createdAt})`.execute(tx)
}

/** Holds the form for this transaction, so that two people cannot both add its next version. */
export async function lockForm(tx: Tx, id: string): Promise<FormRecord | undefined> {
  const { rows } = await sql<FormRecord>`
    select id, fund_id as "fundId", name, purpose, created_at as "createdAt"
    from form where id::text = ${id} for update`.execute(tx)
  return rows[0]
}

/** A draft as it is stored. */
type DraftRow = {
  readonly id: string
  readonly formId: string
  readonly definition: Form
  readonly sha256: string
  readonly savedAt: Date
}

/** Writes over the unpublished version of the form, or adds the next one. @returns its id and number */
export async function saveDraftRow(tx: Tx, draft: DraftRow): Promise<{ readonly id: string; readonly number: number }> {
  const definition = JSON.stringify(draft.definition)
  const updated = await sql<{ id: string; number: number }>`
    update form_version set definition = ${definition}::jsonb, sha256 = ${draft.sha256}, saved_at = ${draft.savedAt}
    where form_id = ${draft.formId}::uuid and published_at is null returning id, number`.execute(tx)
  if (updated.rows[0] !== undefined) return updated.rows[0]
  const inserted = await sql<{ id: string; number: number }>`
    insert into form_version (id, form_id, number, definition, sha256, saved_at)
    select ${draft.id}::uuid, ${draft.formId}::uuid, coalesce(max(number), 0) + 1, ${definition}::jsonb,
      ${draft.sha256}, ${draft.savedAt}
    from form_version where form_id = ${draft.formId}::uuid returning id, number`.execute(tx)
  const row = inserted.rows[0]
  if (row === undefined) throw new Error('a form version was not written')
  return row
}

export async function markPublished(
  tx: Tx,
  version: { readonly id: string; readonly changeNote: string; readonly at: Date; readonly personId: string | null },
): Promise<void> {
  await sql`update form_version
    set published_at = ${version.at}, published_by = ${version.personId}::uuid, change_note = ${version.changeNote}
    where id = ${version.id}::uuid`.execute(tx)
}

/** Removes a draft; a form that has no other version goes with it, since nothing of it was ever used. */
export async function deleteDraftRow(tx: Tx, version: Pick<FormVersion, 'id' | 'formId'>): Promise<void> {
  await sql`delete from form_version where id = ${version.id}::uuid and published_at is null`.execute(tx)
  await sql`delete from form f where f.id = ${version.formId}::uuid
    and not exists (select from form_version v where v.form_id = f.id)`.execute(tx)
}
