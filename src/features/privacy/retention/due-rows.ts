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

/** A column of the row at hand, which the queries here call `t`. */
const column = (name: string): RawBuilder<unknown> => sql.ref(`t.${name}`)

/**
 * The rows of a table that a rule is about, whether due or not: where each lies, when its clock began (null: not yet),
 * whether it is held, and what to call it. Rows that are empty already are not among them. Only for the statement it
 * stands in: a place holds no longer than that.
 */
export const candidates = ({ sweep }: RowRule, table: string): RawBuilder<unknown> => sql`
  select t.ctid as place, ${clockOf(sweep)} as clock, ${heldOf(sweep)} as held, ${calledBy(sweep)}::text as called
  from ${sql.table(table)} t where ${stillThere(sweep)} and ${ofADraft(sweep)}`

const roundOf = ({ application, round }: RowSweep): RawBuilder<unknown> =>
  application === undefined
    ? column(round ?? 'round_id')
    : sql`(select a.round_id from application a where a.id = ${column(application)})`

const clockOf = (sweep: RowSweep): RawBuilder<unknown> =>
  sweep.clock === 'row' ? column(sweep.at) : sql`round_over_at(${roundOf(sweep)})`

function heldOf({ people = [], address, application, round, fund }: RowSweep): RawBuilder<unknown> {
  const holds = [
    ...people.map((name) => sql`person_is_held(${column(name)})`),
    ...(application === undefined ? [] : [sql`application_is_held(${column(application)})`]),
    ...(round === undefined ? [] : [sql`round_is_held(${column(round)})`]),
    ...(fund === undefined ? [] : [sql`has_hold('fund', ${column(fund)})`]),
    ...(address === undefined || application !== undefined
      ? []
      : [sql`exists (select from person p where p.email = ${column(address)} and person_is_held(p.id))`]),
  ]
  return sql`coalesce(${sql.join(holds, sql` or `)}, false)`
}

const calledBy = ({ clock, application, round }: RowSweep): RawBuilder<unknown> =>
  application === undefined
    ? column(clock === 'row' ? 'id' : (round ?? 'round_id'))
    : sql`(select a.reference from application a where a.id = ${column(application)})`

const stillThere = ({ blank }: RowSweep): RawBuilder<unknown> =>
  blank === undefined
    ? sql`true`
    : sql`(${sql.join(
        blank.map((name) => sql`${column(name)} <> ''`),
        sql` or `,
      )})`

const ofADraft = (sweep: RowSweep): RawBuilder<unknown> =>
  sweep.clock === 'row' || sweep.drafts === undefined
    ? sql`true`
    : sql`not exists (select from submission s where s.application_id = ${column(sweep.application ?? 'application_id')})`
