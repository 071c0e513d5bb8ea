import { sql } from 'kysely'
import type { PackPartName } from '../../../core/evidence/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { awardParts } from './award-parts.store.ts'
import { concernParts } from './concern-parts.store.ts'
import { decisionParts } from './decision-parts.store.ts'
import { interviewParts } from './interview-parts.store.ts'
import type { PartQuery, PartRow } from './part-query.ts'
import { roundParts } from './round-parts.store.ts'

/** What is long, and read a few at a time. */
type LongPart = 'submissions.json'

const queries: Readonly<Record<Exclude<PackPartName, LongPart>, PartQuery>> = {
  ...roundParts,
  ...interviewParts,
  ...decisionParts,
  ...awardParts,
  ...concernParts,
}

const isLong = (name: PackPartName): name is LongPart => name === 'submissions.json'

/** The rows of a list, each with the members of its schema. */
export async function* partRows(
  tx: Tx,
  name: PackPartName,
  round: { readonly id: string; readonly fundId: string },
): AsyncGenerator<PartRow> {
  if (isLong(name)) yield* submissions(tx, round.id)
  else yield* (await queries[name](round).execute(tx)).rows
}

const submissionsAtOnce = 10

async function* submissions(tx: Tx, roundId: string): AsyncGenerator<PartRow> {
  let after: { readonly reference: string; readonly number: number } = { reference: '', number: 0 }
  for (;;) {
    const { rows } = await sql<PartRow & typeof after>`
      select a.reference, s.number, s.received_at as "receivedAt", s.submitted_by as "by", s.sha256, s.outcome,
        s.withdrawn_at as "withdrawnAt", s.content
      from submission s join application a on a.id = s.application_id
      where a.round_id = ${roundId}::uuid and a.mode = 'live'
        and (a.reference, s.number) > (${after.reference}, ${after.number}::integer)
      order by a.reference, s.number limit ${submissionsAtOnce}`.execute(tx)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < submissionsAtOnce) return
    after = last
  }
}
