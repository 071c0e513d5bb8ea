import { type RawBuilder, sql } from 'kysely'
import type { Search } from '../../core/search/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../platform/database/full-text.ts'
import { inPlaceOf } from '../accounts/index.ts'

export type OutcomeByWords = TextMatch & {
  readonly kind: 'award' | 'interview'
  readonly reference: string
  readonly council: string
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly illustrative: boolean
  /** Whether it is the reader's own; otherwise they see how the fund decides. */
  readonly own: boolean
  /** When an interview begins; null of an award. */
  readonly startsAt: Date | null
}

type Asked = Omit<Search, 'actor'> & {
  readonly email: string
  readonly organisationIds: readonly string[]
  /** The funds whose awards they may see, and those whose interviews they run. */
  readonly awardFundIds: readonly string[]
  readonly interviewFundIds: readonly string[]
}

/** The awards and interviews with these words: their own, and those of funds on which they decide or run interviews. */
export async function outcomesByWords(db: Database, asked: Asked): Promise<readonly OutcomeByWords[]> {
  const { words, at, limit, email, organisationIds, awardFundIds, interviewFundIds } = asked
  const match = textMatch(words, sql`words`, sql`reference`, sql`said`)
  const inRound = sql`join organisation o on o.id = a.lead_id join round r on r.id = a.round_id join fund f on f.id = r.fund_id`
  const columns = (
    kind: string,
    said: RawBuilder<unknown>,
  ): RawBuilder<unknown> => sql`a.reference, o.name as council, f.slug as fund,
    f.name as "fundName", r.slug as round, r.name as "roundName", a.illustrative,
    ${said} as said,
    concat_ws(' ', a.reference, o.name, f.name, r.name, ${sql.lit(kind)}, ${said}) as words`
  const { rows } = await sql<OutcomeByWords>`
    with body as materialized ${inPlaceOf(organisationIds, isoDay(at))}, award_text as (
      select 'award' as kind, null::timestamptz as "startsAt", r.fund_id, ${columns('award', sql`w.title`)},
        a.lead_id in (select id from body)
          or exists (select from award_signer s where s.award_id = w.id and s.email = ${email}) as own
      from award w join application a on a.id = w.application_id ${inRound}
    ), interview_text as (
      select 'interview' as kind, p.starts_at as "startsAt", r.fund_id, ${columns('interview', sql`coalesce(p.place, '')`)},
        a.lead_id in (select id from body) or exists (select from application_partner x where x.application_id = a.id
          and x.state = 'accepted' and x.organisation_id in (select id from body)) as own
      from application a ${inRound} join lateral (
        select * from interview_place each where each.application_id = a.id order by number desc limit 1) p on true
      where a.state = 'submitted' and p.starts_at is not null
    ), text as (
      select * from award_text where own or fund_id = any(${[...awardFundIds]}::uuid[])
      union all select * from interview_text where own or fund_id = any(${[...interviewFundIds]}::uuid[])
    )
    select kind, reference, council, fund, "fundName", round, "roundName", illustrative, own, "startsAt", ${match.columns}
    from text where ${match.found} order by ${match.order}, reference, kind limit ${limit}`.execute(db)
  return rows
}
