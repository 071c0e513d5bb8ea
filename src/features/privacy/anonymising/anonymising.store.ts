import { sql } from 'kysely'
import { anonymousAddress, retentionRules } from '../../../core/privacy/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { isRowRule, type RowRule } from '../retention/due-rows.ts'
import { change } from '../retention/retention.store.ts'
import { ownApplications } from './keepers.store.ts'

/** What keeps somebody from being made anonymous. */
export type Keeper = 'already' | 'on-hold' | 'holds-a-role' | 'round-not-over' | 'award-runs' | 'asks'

/** Somebody with what is to be known before they are made anonymous. */
export type Subject = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly anonymisedAt: Date | null
  readonly keptBy: readonly Keeper[]
}

/**
 * @param today awards that end later still run
 * @param request the id of the request that is carried out; null for none. Any other that is open still has to be answered
 */
export async function subjectOf(
  db: Database | Tx,
  personId: string,
  { today, request }: { readonly today: string; readonly request: string | null },
): Promise<Subject | undefined> {
  type Row = Omit<Subject, 'keptBy'> & { held: boolean; role: boolean; open: boolean; award: boolean; asks: boolean }
  const { rows } = await sql<Row>`
    with own as (select o.id, o.round_id from (${ownApplications}) o where o.person_id::text = ${personId})
    select p.id, p.email, p.name, p.anonymised_at as "anonymisedAt", person_is_held(p.id) as held,
      exists (select from role_assignment r where r.person_id = p.id and r.ended_at is null) as role,
      exists (select from own where round_over_at(own.round_id) is null) as open,
      exists (select from award w join own on own.id = w.application_id
        where w.state = 'accepted' and w.ends_on > ${today}::date) as award,
      exists (select from subject_request q
        where q.person_id = p.id and q.closed_at is null and q.id is distinct from ${request}::uuid) as asks
    from person p where p.id::text = ${personId}`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  const { held, role, open, award, asks, ...subject } = row
  const keptBy = [
    ...(subject.anonymisedAt === null ? [] : (['already'] as const)),
    ...(held ? (['on-hold'] as const) : []),
    ...(role ? (['holds-a-role'] as const) : []),
    ...(open ? (['round-not-over'] as const) : []),
    ...(award ? (['award-runs'] as const) : []),
    ...(asks ? (['asks'] as const) : []),
  ]
  return { ...subject, keptBy }
}

/** The rules with tables in which somebody may stand by their address alone. */
export const addressRules = retentionRules.filter(isRowRule).filter(({ sweep }) => sweep.address !== undefined)

const addressOf = ({ sweep }: RowRule): string => sweep.address ?? 'email'
const tableOf = ({ holds }: RowRule): string => Object.keys(holds)[0] ?? ''

/** In how many rows of each rule an address stands. */
export async function countByAddress(db: Database | Tx, email: string): Promise<ReadonlyMap<string, number>> {
  const counts = addressRules.map(
    (rule) =>
      sql`select ${rule.id} as rule, count(*) as count from ${sql.table(tableOf(rule))}
        where ${sql.ref(addressOf(rule))} = ${email}`,
  )
  const { rows } = await sql<{ rule: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return new Map(rows.map(({ rule, count }) => [rule, count]))
}

/** Deletes or empties every row in which the address stands. */
export async function forgetAddress(tx: Tx, email: string): Promise<void> {
  for (const rule of addressRules) {
    await change(rule, tableOf(rule), sql`${sql.ref(addressOf(rule))} = ${email}`).execute(tx)
  }
}

/** Takes out of the row of a person all that tells who they are, and signs them out. Their address leads nowhere. */
export async function forgetPerson(tx: Tx, { id, email }: Pick<Subject, 'id' | 'email'>, at: Date): Promise<void> {
  await sql`delete from session where person_id = ${id}::uuid`.execute(tx)
  await sql`delete from sign_in_request where email = ${email}`.execute(tx)
  await sql`
    update membership set state = 'ended', decided_at = ${at} where person_id = ${id}::uuid and state <> 'ended'`.execute(
    tx,
  )
  await sql`
    update person set email = ${anonymousAddress(id)}, name = 'Somebody no longer named', job_title = '',
      phone = '', language = null, totp_secret = null, totp_last_step = null, anonymised_at = ${at}
    where id = ${id}::uuid`.execute(tx)
}
