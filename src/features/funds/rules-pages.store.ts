import { sql } from 'kysely'
import { contentHash } from '../../core/canonical/index.ts'
import { type RulesPage, type RulesPageSlug, rulesPageSlugs } from '../../core/rounds/approval.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'

type Row = {
  readonly roundId: string
  readonly slug: RulesPageSlug
  readonly number: number
  readonly title: string
  readonly summary: string
  readonly body: string
}

/**
 * The pages of rounds that are part of their rules, as last published, by round. One statement. The area of guidance
 * writes them; it comes later, and may not be asked from here.
 */
export async function rulesPagesOf(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  roundIds: readonly string[],
): Promise<(roundId: string) => readonly RulesPage[]> {
  const { rows } = await sql<Row>`
    select distinct on (p.round_id, p.slug) p.round_id as "roundId", p.slug, v.number, v.title, v.summary, v.body
    from public_page p join public_page_version v on v.page_id = p.id
    where p.round_id = any(${[...roundIds]}::uuid[]) and p.slug = any(${[...rulesPageSlugs]}::text[])
      and v.published_at is not null
    order by p.round_id, p.slug, v.number desc`.execute(db)
  return (roundId) =>
    rulesPageSlugs.map((slug) => {
      const row = rows.find((each) => each.roundId === roundId && each.slug === slug)
      if (row === undefined) return { slug, published: undefined }
      const { number, title, summary, body } = row
      return { slug, published: { number, title, sha256: contentHash({ title, summary, body }, sha256) } }
    })
}
