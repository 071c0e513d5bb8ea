import { sql } from 'kysely'
import type { LetterOutcome, OutcomeLetter } from '../../../core/letters/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** One version of the template of a letter, as the programme team saved it. */
export type LetterVersion = {
  readonly outcome: LetterOutcome
  readonly number: number
  readonly text: string
  readonly savedAt: Date
  readonly savedByName: string
}

/** Every version of the templates of a round, the latest of each outcome first. */
export async function letterVersions(db: Database | Tx, roundId: string): Promise<readonly LetterVersion[]> {
  const { rows } = await sql<LetterVersion>`
    select t.outcome, t.number, t.text, t.saved_at as "savedAt", coalesce(nullif(p.name, ''), p.email) as "savedByName"
    from letter_template t join person p on p.id = t.saved_by
    where t.round_id = ${roundId}::uuid order by t.outcome, t.number desc`.execute(db)
  return rows
}

/** Keeps everybody from being told until the transaction ends. @returns false when they are told already */
export async function holdUntold(tx: Tx, roundId: string): Promise<boolean> {
  const { rows } = await sql<{ toldAt: Date | null }>`
    select told_at as "toldAt" from decision where round_id = ${roundId}::uuid for share`.execute(tx)
  return (rows[0]?.toldAt ?? null) === null
}

export async function insertLetterVersion(
  tx: Tx,
  version: Pick<LetterVersion, 'outcome' | 'number' | 'text'> & {
    readonly roundId: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { roundId, outcome, number, text, at, by } = version
  await sql`
    insert into letter_template (round_id, outcome, number, text, saved_at, saved_by)
    values (${roundId}::uuid, ${outcome}, ${number}::integer, ${text}, ${at}, ${by}::uuid)`.execute(tx)
}

/** A letter with the one text of it, and the hash of that. */
export type SentLetter = { readonly letter: OutcomeLetter; readonly text: string; readonly sha256: string }

/** The letter that was sent about an application; undefined before everybody is told. */
export async function letterOf(db: Database | Tx, applicationId: string): Promise<OutcomeLetter | undefined> {
  const { rows } = await sql<{ text: string }>`
    select document as text from outcome_letter where application_id = ${applicationId}::uuid`.execute(db)
  return rows[0] && JSON.parse(rows[0].text)
}

/** The record of telling, to the letter as it was hashed; undefined before everybody is told. */
export async function tellingRecordOf(
  db: Database,
  roundId: string,
): Promise<{ readonly text: string; readonly sha256: string } | undefined> {
  const { rows } = await sql<{ text: string; sha256: string }>`
    select document as text, sha256 from telling_record where round_id = ${roundId}::uuid`.execute(db)
  return rows[0]
}

/** Keeps all the letters of a round as they are sent, with the record of telling. */
export async function insertTelling(
  tx: Tx,
  telling: {
    readonly roundId: string
    readonly text: string
    readonly sha256: string
    readonly letters: readonly (SentLetter & { readonly applicationId: string })[]
  },
): Promise<void> {
  const { roundId, text, sha256, letters } = telling
  await sql`
    insert into telling_record (round_id, document, sha256) values (${roundId}::uuid, ${text}, ${sha256})`.execute(tx)
  const rows = letters.map(({ applicationId, text: document, sha256: hash }) => ({ applicationId, document, hash }))
  await sql`
    insert into outcome_letter (application_id, document, sha256)
    select (r ->> 'applicationId')::uuid, r ->> 'document', r ->> 'hash'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`.execute(tx)
}
