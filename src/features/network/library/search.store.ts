import { sql } from 'kysely'
import type { Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../../platform/database/full-text.ts'
import { type NetworkReader, networksOpenTo } from '../members/members.store.ts'

export type ResourceByWords = TextMatch & {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly fund: string
  readonly fundName: string
  readonly illustrative: boolean
  /** Whether the reader opens it as a member; otherwise it is open to everybody. */
  readonly inside: boolean
}

type Asked = Pick<Search, 'words' | 'limit'> & { readonly reader: NetworkReader | undefined }

/**
 * The resources and case studies with these words: what is open to everybody and, of the networks of the reader, what is
 * published to members, what they sent, and everything where they run it.
 */
export async function resourcesByWords(
  db: Database,
  { words, limit, reader }: Asked,
): Promise<readonly ResourceByWords[]> {
  const match = textMatch(
    words,
    sql`r.title || ' ' || r.summary || ' ' || r.author || ' ' || r.text`,
    undefined,
    sql`r.summary || ' ' || r.text`,
  )
  const inside = reader === undefined ? sql`false` : sql`r.fund_id in ${networksOpenTo(reader)}`
  const seen =
    reader === undefined
      ? sql`false`
      : sql`(r.state = 'members' or r.sent_by = ${reader.personId}::uuid or r.fund_id = any(${[...reader.runsFundIds]}::uuid[]))`
  const { rows } = await sql<ResourceByWords>`
    select r.id, r.title, r.author, f.slug as fund, f.name as "fundName", r.illustrative, ${inside} as inside, ${match.columns}
    from network_resource r join fund f on f.id = r.fund_id
    where ${match.found} and (r.state = 'public' or (${inside} and ${seen}))
    order by ${match.order}, r.id limit ${limit}`.execute(db)
  return rows
}
