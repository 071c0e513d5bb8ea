import { sql } from 'kysely'
import type { Finding, Population, SampleItem, StrataKind } from '../../../core/evidence/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A sample as it was drawn, for ever. */
export type Sample = {
  readonly id: string
  readonly number: number
  readonly population: Population
  readonly strata: StrataKind
  readonly size: number
  readonly seed: number
  /** Everything that could be drawn. */
  readonly members: readonly SampleItem[]
  /** Of the canonical JSON of that. */
  readonly sha256: string
  /** Ids, in the order in which they were drawn. */
  readonly drawn: readonly string[]
  readonly drawnAt: Date
  readonly drawnBy: string
}

/** What somebody found of an item; the last counts. */
export type FoundItem = {
  readonly place: number
  readonly number: number
  readonly finding: Finding
  readonly note: string
  readonly foundAt: Date
  readonly foundBy: string
}

/** Samples of a round, the newest first, with how many items were looked at and how many are exceptions. */
export type SampleStand = Omit<Sample, 'members' | 'drawn' | 'sha256'> & {
  readonly checked: number
  readonly exceptions: number
}

const columns = sql`s.id, s.number, s.population, s.strata, s.size, s.seed, s.drawn_at as "drawnAt",
  coalesce(nullif(p.name, ''), p.email) as "drawnBy"`

export async function samplesOf(db: Database | Tx, roundId: string): Promise<readonly SampleStand[]> {
  const { rows } = await sql<SampleStand>`
    select ${columns}, count(f.finding)::integer as checked,
      (count(*) filter (where f.finding = 'exception'))::integer as exceptions
    from evidence_sample s join person p on p.id = s.drawn_by left join lateral (
      select distinct on (place) finding from evidence_finding where sample_id = s.id order by place, number desc) f on true
    where s.round_id = ${roundId}::uuid group by s.id, p.id order by s.number desc`.execute(db)
  return rows
}

export async function sampleByNumber(db: Database | Tx, roundId: string, number: number): Promise<Sample | undefined> {
  const { rows } = await sql<Omit<Sample, 'members'> & { readonly members: string }>`
    select ${columns}, s.members, s.sha256, s.drawn
    from evidence_sample s join person p on p.id = s.drawn_by
    where s.round_id = ${roundId}::uuid and s.number = ${number}`.execute(db)
  const [row] = rows
  return row && { ...row, members: JSON.parse(row.members) }
}

/** Adds a sample after the others; the caller holds the fund. @returns its number */
export async function insertSample(
  tx: Tx,
  sample: Pick<Sample, 'id' | 'population' | 'strata' | 'seed' | 'drawn' | 'sha256'> & {
    readonly roundId: string
    readonly text: string
    readonly at: Date
    readonly by: string
  },
): Promise<number> {
  const { id, roundId, population, strata, seed, drawn, text, sha256, at, by } = sample
  const { rows } = await sql<{ number: number }>`
    insert into evidence_sample (id, round_id, number, population, strata, size, seed, members, sha256, drawn, drawn_at,
      drawn_by)
    select ${id}::uuid, ${roundId}::uuid, coalesce(max(number), 0) + 1, ${population}, ${strata}, ${drawn.length}::integer,
      ${seed}::bigint, ${text}, ${sha256}, ${[...drawn]}::text[], ${at}::timestamptz, ${by}::uuid
    from evidence_sample where round_id = ${roundId}::uuid returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

/** Everything that was found of the items of a sample, by place and then the first first. */
export async function findingsOf(db: Database | Tx, sampleId: string): Promise<readonly FoundItem[]> {
  const { rows } = await sql<FoundItem>`
    select f.place, f.number, f.finding, f.note, f.found_at as "foundAt",
      coalesce(nullif(p.name, ''), p.email) as "foundBy"
    from evidence_finding f join person p on p.id = f.found_by
    where f.sample_id = ${sampleId}::uuid order by f.place, f.number`.execute(db)
  return rows
}

/** @returns false when somebody else has found something of that item meanwhile */
export async function insertFinding(
  tx: Tx,
  found: Omit<FoundItem, 'foundAt' | 'foundBy'> & { readonly sampleId: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const { sampleId, place, number, finding, note, at, by } = found
  const { rows } = await sql`
    insert into evidence_finding (sample_id, place, number, finding, note, found_at, found_by)
    values (${sampleId}::uuid, ${place}, ${number}, ${finding}, ${note}, ${at}, ${by}::uuid)
    on conflict on constraint evidence_finding_pk do nothing returning number`.execute(tx)
  return rows.length === 1
}
