import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

type Given = {
  readonly applicationId: string
  readonly reference: string
  readonly personId: string
  readonly fundId: string
  readonly practice: boolean
}

/** An assignment of this person, with the fund it is of. Its row is held until the transaction ends. */
export async function fundOfAssignment(tx: Tx, id: string, personId: string): Promise<Given | undefined> {
  const { rows } = await sql<Given>`
    select s.application_id as "applicationId", a.reference, s.person_id as "personId", r.fund_id as "fundId",
      s.why = 'practice' as practice
    from assignment s join application a on a.id = s.application_id join round r on r.id = a.round_id
    where s.id::text = ${id} and s.person_id = ${personId}::uuid for update of s`.execute(tx)
  return rows[0]
}

/** Whether this person has submitted scores of it. */
export async function isScored(tx: Tx, { applicationId, personId, practice }: Given): Promise<boolean> {
  const { rows } = await sql`
    select from review where application_id = ${applicationId}::uuid and person_id = ${personId}::uuid
      and practice = ${practice} and state = 'submitted'`.execute(tx)
  return rows.length > 0
}
