import { sql } from 'kysely'

/** Where somebody departed from what was proposed or recommended. */
export type Departed = {
  readonly stage: 'shortlist' | 'recommendation' | 'decision'
  readonly reference: string
  readonly rule: string
  readonly reason: string
  readonly decidedBy: string
  readonly decidedAt: string
}

/** Every departure of a round, at each stage at which there can be one. */
export const departuresOf = (roundId: string) => sql<Departed>`
  select stage, reference, departure ->> 'rule' as rule, departure ->> 'reason' as reason,
    departure ->> 'decidedBy' as "decidedBy", departure ->> 'decidedAt' as "decidedAt"
  from (
    select 'shortlist' as stage, l ->> 'reference' as reference, l -> 'departure' as departure
    from shortlist s cross join lateral jsonb_array_elements(s.document::jsonb -> 'applications') l
    where s.round_id = ${roundId}::uuid
    union all
    select 'recommendation', l ->> 'reference', l -> 'departure'
    from panel_recommendation p cross join lateral jsonb_array_elements(p.outcomes::jsonb) l
    where p.round_id = ${roundId}::uuid
    union all
    select 'decision', l ->> 'reference', l -> 'departure'
    from decision d cross join lateral jsonb_array_elements(d.document::jsonb -> 'applications') l
    where d.round_id = ${roundId}::uuid) of
  where jsonb_typeof(departure) = 'object'`
