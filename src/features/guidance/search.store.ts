import { type RawBuilder, sql } from 'kysely'
import type { Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../platform/database/full-text.ts'
import type { PageSlug } from './guidance-parts.ts'

export type GuidanceByWords = TextMatch & {
  readonly kind: 'guidance' | 'update' | 'question'
  readonly fund: string
  readonly round: string
  readonly roundName: string
  readonly illustrative: boolean
  /** The title of a page; '' of a question. */
  readonly title: string
  /** The page; null of a question. */
  readonly slug: PageSlug | null
  /** The version of a page, or the place of a question in its list. */
  readonly number: number
}

type Asked = Omit<Search, 'actor'> & {
  /** The funds whose rounds are read before they are public. */
  readonly fundIds: readonly string[]
}

/** What these words find in the latest version of each page, in what each version changed, and in published questions. */
export async function guidanceByWords(
  db: Database,
  { words, at, limit, fundIds }: Asked,
): Promise<readonly GuidanceByWords[]> {
  const page = textMatch(
    words,
    sql`v.title || ' ' || v.summary || ' ' || v.body`,
    undefined,
    sql`v.summary || ' ' || v.body`,
  )
  const change = textMatch(words, sql`v.change_note`)
  const question = textMatch(words, sql`c.published_question || ' ' || c.answer`)
  const round = sql`f.slug as fund, r.slug as round, r.name as "roundName", f.illustrative or r.illustrative as illustrative`
  const readable = sql`join fund f on f.id = r.fund_id
    where r.test_of is null and (r.published_at <= ${at} or f.id = any(${[...fundIds]}::uuid[]))`
  const versions = (kind: string, match: typeof page, which: RawBuilder<unknown>) => sql`(
    select ${sql.lit(kind)} as kind, ${round}, v.title, p.slug, v.number, ${match.columns}
    from public_page_version v join public_page p on p.id = v.page_id join round r on r.id = p.round_id ${readable}
      and v.published_at is not null and ${match.found} and ${which}
    order by ${match.order}, v.page_id, v.number limit ${limit})`
  const latest = sql`not exists (select from public_page_version w
    where w.page_id = v.page_id and w.published_at is not null and w.number > v.number)`
  const { rows } = await sql<GuidanceByWords>`
    ${versions('guidance', page, latest)}
    union all ${versions('update', change, sql`v.number > 1`)}
    union all (
      select 'question' as kind, ${round}, '' as title, null as slug, c.number, ${question.columns}
      from clarification c join round r on r.id = c.round_id ${readable}
        and c.published_at is not null and ${question.found}
      order by ${question.order}, c.id limit ${limit})`.execute(db)
  return rows
}
