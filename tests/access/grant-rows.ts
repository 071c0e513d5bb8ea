import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'
import { grantOf } from './supported-award.ts'

const award = async (place: Place, db: Database): Promise<Parts> => ({
  reference: (await grantOf(place, db)).application,
})

const first = async (place: Place, db: Database): Promise<Parts> => ({ ...(await award(place, db)), number: '1' })

/** A claim that waits, so that the next can answer one. */
async function claim(place: Place, db: Database): Promise<Parts> {
  const { application, award } = await grantOf(place, db)
  const { rows } = await sql<{ number: number }>`
    insert into grant_claim (award_id, number, instalment, pence, what, sent_at)
    select ${award}::uuid, coalesce(max(number), 0) + 1, 1, 1, 'Work', now() from grant_claim
    where award_id = ${award}::uuid returning number`.execute(db)
  return { reference: application, number: String(rows[0]?.number) }
}

/** Evidence of a claim. */
async function file(place: Place, db: Database): Promise<Parts> {
  const parts = await award(place, db)
  const owner = { type: 'support', id: parts.reference ?? '' } as const
  const { file: id = '' } = await keptFile(place.submitted, db, 'claim-1', owner)
  return { ...parts, file: id }
}

/** An upload that the council has begun for a claim. */
async function uploadOf(place: Place, db: Database): Promise<Parts> {
  const parts = await first(place, db)
  return { ...parts, upload: await begunUpload(db, { type: 'support', id: parts.reference ?? '' }, place.leadPerson) }
}

const managed = '/manage/funds/:fund/support/awards/:reference'
const own = '/applications/:reference/support'

/** Who may use the routes of grants: who runs or looks at the fund, and the council. */
export const grantRows: Readonly<Record<string, Row>> = {
  [`GET ${managed}/instalments`]: { rule: 'runsFund', parts: award },
  [`POST ${managed}/instalments`]: { rule: 'runsFund', parts: award },
  [`POST ${managed}/instalments/:number/condition`]: { rule: 'runsFund', parts: first },
  [`POST ${managed}/claims/:number/answers`]: { rule: 'runsFund', parts: claim },
  [`POST ${managed}/claims/:number/paid`]: { rule: 'runsFund', parts: claim },
  [`POST ${managed}/returns`]: { rule: 'runsFund', parts: award },
  [`POST ${managed}/year-ends`]: { rule: 'runsFund', parts: award },
  [`GET ${managed}/files/:file`]: { rule: 'readsSupport', parts: file },
  [`POST ${own}/instalments/:number/claims`]: { rule: 'lead', parts: first },
  [`POST ${own}/instalments/:number/claims/uploads`]: { rule: 'lead', parts: first },
  [`POST ${own}/instalments/:number/claims/uploads/:upload`]: { rule: 'lead', parts: uploadOf },
  [`POST ${own}/claims/:number/take-back`]: { rule: 'lead', parts: claim },
  [`POST ${own}/statements`]: { rule: 'lead', parts: award },
  [`GET ${own}/files/:file`]: { rule: 'lead', parts: file },
}
