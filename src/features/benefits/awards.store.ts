import { type RawBuilder, sql } from 'kysely'
import { type IsoDay, isoDay } from '../../core/time/day.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** An award that a council has accepted, as its benefits need to know it. */
export type BenefitAward = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly organisationId: string
  /** The council, by its name. */
  readonly organisation: string
  /** Bodies that accepted to bid with it, by their names. */
  readonly partners: readonly string[]
  readonly acceptedOn: IsoDay
  readonly fundId: string
  /** By its part of the address. */
  readonly fund: string
  readonly fundName: string
  readonly illustrative: boolean
  /** Who confirms figures for its finance; null until somebody is named. */
  readonly finance: { readonly email: string; readonly name: string } | null
}

type AwardRow = Omit<BenefitAward, 'acceptedOn'> & { readonly acceptedAt: Date }

async function awardsWhere(db: Database | Tx, condition: RawBuilder<unknown>): Promise<readonly BenefitAward[]> {
  const { rows } = await sql<AwardRow>`
    select w.id, a.reference, w.title, w.organisation_id as "organisationId", o.name as organisation,
      (select coalesce(jsonb_agg(b.name order by b.name), '[]') from application_partner p
        join organisation b on b.id = p.organisation_id where p.application_id = a.id and p.state = 'accepted') as partners,
      w.accepted_at as "acceptedAt", f.id as "fundId", f.slug as fund, f.name as "fundName",
      r.illustrative or o.illustrative as illustrative,
      (select jsonb_build_object('email', n.email, 'name', n.name) from award_finance n
        where n.award_id = w.id order by n.number desc limit 1) as finance
    from award w join application a on a.id = w.application_id join round r on r.id = w.round_id
      join fund f on f.id = r.fund_id join organisation o on o.id = w.organisation_id
    where w.state = 'accepted' and ${condition} order by o.name, a.reference`.execute(db)
  return rows.map(({ acceptedAt, ...award }) => ({ ...award, acceptedOn: isoDay(acceptedAt) }))
}

/** The accepted award of an application; undefined where there is none. */
export const acceptedAward = async (db: Database | Tx, reference: string): Promise<BenefitAward | undefined> =>
  (await awardsWhere(db, sql`a.reference = ${reference}`))[0]

/** Every accepted award of a fund, by the name of its council. */
export const acceptedAwardsOfFund = (db: Database | Tx, fundId: string): Promise<readonly BenefitAward[]> =>
  awardsWhere(db, sql`f.id = ${fundId}::uuid`)

/** Every accepted award of these funds, by the name of its council. */
export const acceptedAwardsOfFunds = (
  db: Database | Tx,
  fundIds: readonly string[],
): Promise<readonly BenefitAward[]> => awardsWhere(db, sql`f.id = any(${[...fundIds]}::uuid[])`)

/** Every accepted award of the service. */
export const everyAcceptedAward = (db: Database | Tx): Promise<readonly BenefitAward[]> => awardsWhere(db, sql`true`)

/** The awards on which somebody works: those of these bodies, and those for whose finance they speak. */
export const awardsOfPerson = (
  db: Database | Tx,
  { organisationIds, email }: { readonly organisationIds: readonly string[]; readonly email: string },
): Promise<readonly BenefitAward[]> =>
  awardsWhere(
    db,
    sql`(w.organisation_id = any(${[...organisationIds]}::text[]) or ${email} = (select n.email from award_finance n
      where n.award_id = w.id order by n.number desc limit 1))`,
  )

/** Holds an award until the transaction ends. */
export async function lockAward(tx: Tx, awardId: string): Promise<void> {
  await sql`select from award where id = ${awardId}::uuid for update`.execute(tx)
}
