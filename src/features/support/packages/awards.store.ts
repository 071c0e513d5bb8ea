import { sql } from 'kysely'
import type { AwardType, VatRule } from '../../../core/rounds/fund.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An award with what of its fund bounds its support. */
export type SupportedAward = {
  readonly id: string
  /** Of its application. */
  readonly reference: string
  readonly organisationId: string
  readonly council: string
  readonly title: string
  readonly type: AwardType
  /** Whole pounds, by the agreement in force. */
  readonly pounds: number
  readonly accepted: boolean
  readonly fundId: string
  readonly fundSlug: string
  readonly fundName: string
  readonly vat: VatRule
  readonly budgetPounds: number
  readonly illustrative: boolean
}

const columns = sql`w.id, a.reference, w.organisation_id as "organisationId", o.name as council, w.title, w.type, w.pounds,
  w.state = 'accepted' as accepted, f.id as "fundId", f.slug as "fundSlug", f.name as "fundName", f.vat,
  f.budget_pounds as "budgetPounds", r.illustrative or f.illustrative as illustrative`

const tables = sql`award w join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id
  join round r on r.id = w.round_id join fund f on f.id = r.fund_id`

/** The award of an application, if it was accepted once. */
export async function supportedAward(db: Database | Tx, reference: string): Promise<SupportedAward | undefined> {
  const { rows } = await sql<SupportedAward>`
    select ${columns} from ${tables} where a.reference = ${reference} and w.accepted_at is not null`.execute(db)
  return rows[0]
}

/** The awards of a fund that were accepted, by council. */
export async function supportedAwards(db: Database | Tx, fundId: string): Promise<readonly SupportedAward[]> {
  const { rows } = await sql<SupportedAward>`
    select ${columns} from ${tables} where f.id = ${fundId}::uuid and w.accepted_at is not null
    order by o.name, a.reference`.execute(db)
  return rows
}

/** Makes those that order wait for each other until the transaction ends, as those wait that change awards. */
export async function holdFundOf(tx: Tx, awardId: string): Promise<void> {
  await sql`
    select f.id from fund f join round r on r.fund_id = f.id join award w on w.round_id = r.id
    where w.id = ${awardId}::uuid for no key update of f`.execute(tx)
}
