import { type RawBuilder, sql } from 'kysely'
import type { Search } from '../../core/search/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import { everyWord, sentencesAlone, type TextMatch, textMatch } from '../../platform/database/full-text.ts'
import { inPlaceOf } from '../accounts/index.ts'

export type BenefitsByWords = TextMatch & {
  /** Of the application that was awarded. */
  readonly reference: string
  readonly title: string
  readonly council: string
  readonly fund: string
  readonly fundName: string
  readonly illustrative: boolean
  /** Whether the reader opens all that is written of them; otherwise what was published. */
  readonly inside: boolean
}

type Asked = Omit<Search, 'actor'> & {
  readonly email: string
  readonly organisationIds: readonly string[]
  /** The funds of whose awards they may read everything. */
  readonly fundIds: readonly string[]
}

// All that is written of an award, as it stands.
const writtenAs = ({ glue, only }: { readonly glue: string; readonly only: RawBuilder<unknown> }) => sql`(
  select string_agg(word #>> '{}', ${sql.lit(glue)})
  from (select distinct on (e.sheet, e.entry) e.content from award_entry e
      where e.award_id = inside.id order by e.sheet, e.entry, e.version desc) as last,
    jsonb_path_query(last.content, 'strict $.** ? (@.type() == "string")') word where ${only})`
const written = writtenAs(everyWord)
const said = writtenAs(sentencesAlone)

// Of what was published the names of the benefits, which is all the words that its page shows.
const titles = sql`(
  select string_agg(title #>> '{}', ' … ')
  from jsonb_path_query(published.record::jsonb, '$.sheets.benefits[*].content.title') title)`

/**
 * The benefits of awards with these words: of awards of these bodies, of those for whose finance the reader speaks and of
 * these funds by all that is written of them, and of all others by what was published.
 */
export async function benefitsByWords(
  db: Database,
  { words, at, limit, email, organisationIds, fundIds }: Asked,
): Promise<readonly BenefitsByWords[]> {
  const match = textMatch(words, sql`words`, sql`reference`, sql`shown`)
  const { rows } = await sql<BenefitsByWords>`
    with body as materialized ${inPlaceOf(organisationIds, isoDay(at))}, inside as (
      select w.id from award w join round r on r.id = w.round_id
      where w.state = 'accepted' and (r.fund_id = any(${[...fundIds]}::uuid[]) or w.organisation_id in (select id from body)
        or (${email} <> '' and ${email} = (select n.email from award_finance n
          where n.award_id = w.id order by n.number desc limit 1)))
    ), published as (
      select distinct on (b.award_id) b.award_id as id, b.record
      from benefit_return b join benefit_return_step s on s.award_id = b.award_id and s.months = b.months
        and s.number = b.number and s.step = 'published'
      where b.award_id not in (select id from inside) order by b.award_id, b.months desc, b.number desc
    ), open as (
      select inside.id, true as inside, w.title, o.name as council, ${written} as said, ${said} as shown
      from inside join award w on w.id = inside.id join organisation o on o.id = w.organisation_id
      union all select id, false, record::jsonb #>> '{award,title}', record::jsonb #>> '{award,organisation}', ${titles}, ${titles}
      from published
    ), text as (
      select a.reference, open.title, open.council, f.slug as fund, f.name as "fundName",
        r.illustrative or o.illustrative as illustrative, open.inside,
        left(concat_ws(' ', 'benefits', a.reference, open.title, open.council, f.name, open.said), 200000) as words,
        left(coalesce(open.shown, ''), 200000) as shown
      from open join award w on w.id = open.id join application a on a.id = w.application_id
        join round r on r.id = w.round_id join fund f on f.id = r.fund_id join organisation o on o.id = w.organisation_id
    )
    select reference, title, council, fund, "fundName", illustrative, inside, ${match.columns}
    from text where ${match.found} order by ${match.order}, reference limit ${limit}`.execute(db)
  return rows
}
