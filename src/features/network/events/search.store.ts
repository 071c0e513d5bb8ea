import { sql } from 'kysely'
import type { Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../../platform/database/full-text.ts'
import { type NetworkReader, networksOpenTo } from '../members/members.store.ts'

export type EventByWords = TextMatch & {
  readonly id: string
  readonly fund: string
  readonly fundName: string
  readonly title: string
  readonly startsAt: Date
  readonly illustrative: boolean
}

type Asked = Pick<Search, 'words' | 'limit'> & NetworkReader

/** The events with these words of the networks of one person. Joining instructions are not looked through. */
export async function eventsByWords(
  db: Database,
  { words, limit, ...reader }: Asked,
): Promise<readonly EventByWords[]> {
  const match = textMatch(words, sql`e.title || ' ' || e.about`, undefined, sql`e.about`)
  const { rows } = await sql<EventByWords>`
    select e.id, f.slug as fund, f.name as "fundName", f.illustrative, e.title, e.starts_at as "startsAt", ${match.columns}
    from network_event e join fund f on f.id = e.fund_id
    where ${match.found} and e.fund_id in ${networksOpenTo(reader)}
    order by ${match.order}, e.id limit ${limit}`.execute(db)
  return rows
}
