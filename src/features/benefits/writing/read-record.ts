import { sql } from 'kysely'
import type { BenefitRecord } from '../../../core/benefits/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { FileOwner } from '../../files/index.ts'
import { currentEntries, currentEntriesOfAll, type EntriesOf, type SheetFiles } from '../../sheets/index.ts'
import type { BenefitAward } from '../awards.store.ts'

const kept = { table: 'award_entry', column: 'award_id' } as const

/** Where the entries of an award are kept. */
export const awardEntries = (awardId: string): EntriesOf => ({ ...kept, id: awardId })

/** To what the files of an award belong. */
export const filesOfAward = ({ reference }: Pick<BenefitAward, 'reference'>): FileOwner => ({
  type: 'award',
  id: reference,
})

/** The files of awards, by the references of their applications. */
export const awardFiles: SheetFiles = {
  ...kept,
  type: 'award',
  ownersOf: (reference) =>
    sql`(select w.id from award w join application a on a.id = w.application_id where a.reference = ${reference})`,
}

type OfAward = Pick<BenefitAward, 'id' | 'acceptedOn'>

/** All that was written of an award, as it stands. One statement. */
export const readRecord = async (db: Database | Tx, { id, acceptedOn }: OfAward): Promise<BenefitRecord> => ({
  acceptedOn,
  sheets: await currentEntries(db, awardEntries(id)),
})

/** The same of several awards, by their id. One statement. */
export async function readRecords(
  db: Database | Tx,
  awards: readonly OfAward[],
): Promise<ReadonlyMap<string, BenefitRecord>> {
  const entries = await currentEntriesOfAll(db, { ...kept, ids: awards.map(({ id }) => id) })
  return new Map(awards.map(({ id, acceptedOn }) => [id, { acceptedOn, sheets: entries.get(id) ?? {} }]))
}
