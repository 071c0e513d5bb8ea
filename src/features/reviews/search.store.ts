import { type RawBuilder, sql } from 'kysely'
import type { Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { everyWord, sentencesAlone, type TextMatch, textMatch } from '../../platform/database/full-text.ts'

export type ReviewByWords = TextMatch & {
  readonly reference: string
  readonly title: string
  readonly council: string
  readonly illustrative: boolean
}

// What is written in a review as it stands.
const writtenAs = ({ glue, only }: { readonly glue: string; readonly only: RawBuilder<unknown> }) => sql`left(coalesce((
  select string_agg(word #>> '{}', ${sql.lit(glue)})
  from (select distinct on (e.sheet, e.entry) e.content from strategic_review_entry e
      where e.review_id = r.id order by e.sheet, e.entry, e.version desc) as last,
    jsonb_path_query(last.content, 'strict $.** ? (@.type() == "string")') word
  where ${only}), ''), 200000)`

/** The reviews of a person with these words in their title, their council or what is written in them now. */
export async function reviewsByWords(
  db: Database,
  { words, limit, personId }: Pick<Search, 'words' | 'limit'> & { readonly personId: string },
): Promise<readonly ReviewByWords[]> {
  const match = textMatch(words, sql`words`, sql`reference`, sql`said`)
  const { rows } = await sql<ReviewByWords>`
    with review as (
      select r.reference, r.title, o.name as council, r.illustrative, ${writtenAs(everyWord)} as written,
        ${writtenAs(sentencesAlone)} as said
      from strategic_review r join organisation o on o.id = r.organisation_id
        join strategic_review_person p on p.review_id = r.id
      where p.person_id = ${personId}::uuid and cardinality(p.roles) > 0
    ), text as (select *, concat_ws(' ', 'review', reference, title, council, written) as words from review)
    select reference, title, council, illustrative, ${match.columns}
    from text where ${match.found} order by ${match.order}, reference limit ${limit}`.execute(db)
  return rows
}
