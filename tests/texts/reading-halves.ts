import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { accented } from '../support/accented.ts'

/** The language in accents, with the words of `Intl` of the service. */
export const inAccents = { ...accented.language, tag: 'en-GB-x-accents' }

/** Whether somebody is of the half that wants to be written to in accents. @param column of their address */
export const isOfHalf = (column: string): RawBuilder<boolean> => sql`(ascii(md5(${sql.ref(column)})) % 2 = 0)`

/** Half of the people want to be written to in accents, whatever they read on pages, and the others in English. */
export async function letHalfRead(db: Database): Promise<void> {
  await sql`
    update person set language = case when ${isOfHalf('email')} then ${inAccents.tag} else 'en' end`.execute(db)
}
