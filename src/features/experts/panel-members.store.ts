import { type RawBuilder, sql } from 'kysely'

/** Who is on which panel of experts and has accepted its terms, as rows of `fund_id` and `person_id`, to be joined. */
export const expertsOnPanels: RawBuilder<unknown> = sql`(
  select e.fund_id, e.person_id from expert e
  where e.ended_at is null and exists (select from expert_acceptance a where a.expert_id = e.id))`

/** Of those, who can be asked: they accepted the terms in force, and wrote a profile. As `expertStanding` says of one. */
export const expertsReady: RawBuilder<unknown> = sql`(
  select e.fund_id, e.person_id from expert e
  where e.ended_at is null and exists (select from expert_profile f where f.expert_id = e.id)
    and (select max(a.number) from expert_acceptance a where a.expert_id = e.id)
      = (select max(t.number) from expert_terms t where t.fund_id = e.fund_id))`
