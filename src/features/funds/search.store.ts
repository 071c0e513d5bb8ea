import { sql } from 'kysely'
import type { Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../platform/database/full-text.ts'

export type RoundByWords = TextMatch & {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly illustrative: boolean
}

/** The rounds with these words that are before the public, or of these funds. */
export async function roundsByWords(
  db: Database,
  { words, at, limit, fundIds }: Omit<Search, 'actor'> & { readonly fundIds: readonly string[] },
): Promise<readonly RoundByWords[]> {
  const match = textMatch(words, sql`f.name || ' ' || r.name || ' ' || f.summary`, undefined, sql`f.summary`)
  const { rows } = await sql<RoundByWords>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName",
      f.illustrative or r.illustrative as illustrative, ${match.columns}
    from round r join fund f on f.id = r.fund_id
    where r.test_of is null and (r.published_at <= ${at} or f.id = any(${[...fundIds]}::uuid[])) and ${match.found}
    order by ${match.order}, r.id limit ${limit}`.execute(db)
  return rows
}
