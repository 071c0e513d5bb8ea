import { type RawBuilder, sql } from 'kysely'
import type { RetentionRule, Sweep } from '../../../core/privacy/index.ts'

type RowSweep = Exclude<Sweep, { readonly clock: 'person' }>

/** A rule by which rows go or are emptied. */
export type RowRule = RetentionRule & {
  readonly sweep: RowSweep
  readonly period: NonNullable<RetentionRule['period']>
}

/** A rule that the service carries out when it is switched on, but for that about people themselves. */
export const isRowRule = (rule: RetentionRule): rule is RowRule =>
  rule.period !== undefined && rule.sweep !== undefined && rule.sweep.clock !== 'person'

/** The tables that a rule acts on: all that it deletes of, or the one in which it empties columns. */
export const tablesOf = ({ holds, sweep }: RowRule): readonly string[] =>
  sweep.blank === undefined ? Object.keys(holds) : Object.keys(holds).slice(0, 1)

type Sql = RawBuilder<unknown>

/** A column of the row at hand, which the queries here call `t`. */
const column = (name: string): Sql => sql.ref(`t.${name}`)

/** By which day in the United Kingdom something is called that has no reference: that on which its clock began. */
export const dayOf = (clock: Sql): Sql => sql`to_char(${clock} at time zone 'Europe/London', 'YYYY-MM-DD')`

/** Asked once a statement: while nothing is on hold, nothing more is asked of any row. */
const anyHold = sql`(select exists (select from legal_hold where released_at is null))`

/**
 * The rows of a table that a rule is about and whose clock began before an instant: where each lies, when its clock began,
 * whether it is held, and what to call it. Rows that are empty already are not among them. Only for the statement it
 * stands in: a place holds no longer than that.
 */
export function candidates({ sweep }: RowRule, table: string, until: Date): Sql {
  if (sweep.clock === 'row') {
    return sql`
      select t.ctid as place, ${column(sweep.at)} as clock, ${anyHold} and ${heldOf(sweep)} as held, ${dayOf(column(sweep.at))} as called
      from ${sql.table(table)} t where ${column(sweep.at)} < ${until} and ${stillThere(sweep)}`
  }
  const { application } = sweep
  const over = application === undefined ? roundsOver(until) : applicationsOver(until)
  return sql`
    select t.ctid as place, o.clock, o.held, o.called
    from ${sql.table(table)} t join (${over}) o on o.id = ${column(application ?? sweep.round ?? 'round_id')}
    where ${stillThere(sweep)} and ${ofADraft(sweep)}`
}

/** Rounds that were over before an instant. Few: whether each is held is asked once, not for each row. */
const roundsOver = (until: Date): Sql => sql`
  select id, clock, ${anyHold} and round_is_held(id) as held, name as called
  from (select id, name, round_over_at(id) as clock from round offset 0) rounds where clock < ${until}`

const applicationsOver = (until: Date): Sql => sql`
  select a.id, r.clock, ${anyHold} and application_is_held(a.id) as held, a.reference as called
  from application a join (${roundsOver(until)}) r on r.id = a.round_id offset 0`

function heldOf({ people = [], address, round, fund }: Extract<RowSweep, { readonly clock: 'row' }>): Sql {
  const holds = [
    ...people.map((name) => sql`person_is_held(${column(name)})`),
    ...(round === undefined ? [] : [sql`round_is_held(${column(round)})`]),
    ...(fund === undefined ? [] : [sql`has_hold('fund', ${column(fund)})`]),
    ...(address === undefined
      ? []
      : [sql`exists (select from person p where p.email = ${column(address)} and person_is_held(p.id))`]),
  ]
  return sql`(${sql.join([...holds, sql`false`], sql` or `)})`
}

const stillThere = ({ blank }: RowSweep): Sql =>
  blank === undefined
    ? sql`true`
    : sql`(${sql.join(
        blank.map((name) => sql`${column(name)} <> ''`),
        sql` or `,
      )})`

const ofADraft = (sweep: RowSweep): Sql =>
  sweep.clock === 'row' || sweep.drafts === undefined
    ? sql`true`
    : sql`not exists (select from submission s where s.application_id = o.id)`
