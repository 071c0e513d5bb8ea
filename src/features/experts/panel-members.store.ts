import { type RawBuilder, sql } from 'kysely'

/** Who is on which panel of experts and has accepted its terms, as rows of `fund_id` and `person_id`, to be joined. */
export const expertsOnPanels: RawBuilder<unknown> = sql`(
  select e.fund_id, e.person_id from expert e
  where e.ended_at is null and exists (select from expert_acceptance a where a.expert_id = e.id))`
