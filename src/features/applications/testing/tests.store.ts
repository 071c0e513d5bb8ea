import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A test application: tried by the programme team, in a round of its own. */
export type TestApplication = {
  readonly id: string
  readonly reference: string
  readonly state: 'draft' | 'submitted' | 'withdrawn'
  readonly createdAt: Date
  readonly createdBy: string
}

/** The tests of a round, of one version of a form where one is given, the newest first. */
export async function testsOf(
  db: Database | Tx,
  roundId: string,
  formVersionId: string,
): Promise<readonly TestApplication[]> {
  const { rows } = await sql<TestApplication>`
    select a.id, a.reference, a.state, a.created_at as "createdAt", coalesce(nullif(p.name, ''), p.email) as "createdBy"
    from application a join round r on r.id = a.round_id join person p on p.id = a.created_by
    where r.test_of = ${roundId}::uuid and a.mode = 'test' and a.form_version_id = ${formVersionId}::uuid
    order by a.created_at desc, a.id`.execute(db)
  return rows
}

/** The fund of a test; undefined for what is not there, or is no test. */
export async function fundOfTest(db: Database | Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ fundId: string }>`
    select r.fund_id as "fundId" from application a join round r on r.id = a.round_id
    where a.id::text = ${id} and a.mode = 'test'`.execute(db)
  return rows[0]?.fundId
}

/** Deletes a test with all that belongs to it, and its round. Does nothing to a live application. */
export async function deleteTestRow(tx: Tx, id: string): Promise<void> {
  await sql`select delete_test_application(${id}::uuid)`.execute(tx)
}

/** Deletes every test of a version of a form, such as a draft that is going. */
export async function deleteTestsOfVersion(tx: Tx, formVersionId: string): Promise<void> {
  await sql`select delete_test_application(a.id) from application a
    where a.form_version_id = ${formVersionId}::uuid and a.mode = 'test'`.execute(tx)
}
