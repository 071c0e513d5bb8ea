import { type RawBuilder, sql } from 'kysely'
import type { Search } from '../../core/search/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import { everyWord, sentencesAlone, type TextMatch, textMatch, vectorMatch } from '../../platform/database/full-text.ts'
import { inPlaceOf } from '../accounts/index.ts'

export type ApplicationByWords = TextMatch & {
  readonly reference: string
  readonly lead: string
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly illustrative: boolean
  /** Whether the reader takes part in it; otherwise they run or audit its fund. */
  readonly own: boolean
}

type Asked = Omit<Search, 'actor'> & {
  readonly personId: string
  readonly organisationIds: readonly string[]
  /** The funds whose submitted applications they may read. */
  readonly fundIds: readonly string[]
}

/** So many characters of one application are shown from. */
const most = 200_000

// Answers as they are now, for those who write them.
const writtenAs = ({ glue, only }: { readonly glue: string; readonly only: RawBuilder<unknown> }) => sql`(
  select string_agg(word #>> '{}', ${sql.lit(glue)})
  from answer w, jsonb_path_query(w.value, 'strict $.** ? (@.type() == "string")') word
  where w.application_id = a.id and ${only})`
const written = writtenAs(everyWord)
const said = writtenAs(sentencesAlone)

// Answers as they were submitted, in words, for those who run the fund.
const submitted = sql`(
  select string_agg(words_of_content(s.content), ' ') from submission s
  where s.application_id = a.id and s.withdrawn_at is null)`

/**
 * The applications with these words in their names or answers: their own, of which there are few and each is read, and what
 * was submitted to these funds, of which there may be many and only the best are.
 */
export async function applicationsByWords(
  db: Database,
  { words, at, limit, personId, organisationIds, fundIds }: Asked,
): Promise<readonly ApplicationByWords[]> {
  const match = textMatch(words, sql`words`, sql`reference`, sql`shown`)
  const kept = vectorMatch(words, sql`s.words`, sql`a.reference`)
  const { rows } = await sql<ApplicationByWords>`
    with body as materialized ${inPlaceOf(organisationIds, isoDay(at))}, part as (
      select id from application where lead_id = any(array(select id from body))
      union select application_id from application_contributor where person_id = ${personId}::uuid and state = 'joined'
      union select application_id from application_partner
        where state in ('asked', 'accepted') and organisation_id = any(array(select id from body))
    ), own as materialized (
      select id from application where id = any(array(select id from part)) and mode = 'live'
    ), hit as materialized (
      select application_id as id from submission s where withdrawn_at is null and ${vectorMatch(words, sql`s.words`).found}
      union select id from application where reference = any(${[...words.references]}::text[])
    ), sent as (
      select a.id from application a join round r on r.id = a.round_id
        join submission s on s.application_id = a.id and s.withdrawn_at is null
      where a.id = any(array(select id from hit)) and a.mode = 'live' and a.state = 'submitted' and r.fund_id = any(${[...fundIds]}::uuid[])
        and a.id not in (select id from own)
      order by ${kept.order}, a.reference limit ${limit}
    ), open as (
      select id, true as own from own union all select id, false from sent
    ), text as (
      select a.reference, o.name as lead, f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName",
        a.illustrative, open.own, left(concat_ws(' ', 'application', a.reference, o.name, f.name, r.name,
          case when open.own then ${written} else ${submitted} end), ${sql.lit(most)}) as words,
        left(coalesce(case when open.own then ${said} else ${submitted} end, ''), ${sql.lit(most)}) as shown
      from open join application a on a.id = open.id join organisation o on o.id = a.lead_id
        join round r on r.id = a.round_id join fund f on f.id = r.fund_id
    )
    select reference, lead, fund, "fundName", round, "roundName", illustrative, own, ${match.columns}
    from text where not own or ${match.found} order by ${match.order}, reference limit ${limit}`.execute(db)
  return rows
}
