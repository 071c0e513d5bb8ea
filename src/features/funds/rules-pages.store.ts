import { sql } from 'kysely'
import { contentHash } from '../../core/canonical/index.ts'
import { type RulesPageSlug, type RulesParts, rulesPageSlugs } from '../../core/rounds/approval.ts'
import type { AssessmentRules, FormSeal } from '../../core/rules/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'

type PageRow = {
  readonly slug: RulesPageSlug
  readonly number: number
  readonly title: string
  readonly summary: string
  readonly body: string
}

type Row = {
  readonly roundId: string
  readonly assessment: AssessmentRules | null
  readonly form: FormSeal | null
  readonly pages: readonly PageRow[]
}

/**
 * The pages of rounds that are part of their rules, as last published, and their rules of assessment, by round. One
 * statement. The area of guidance writes the pages; it comes later, and may not be asked from here.
 */
export async function rulesPartsOf(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  roundIds: readonly string[],
): Promise<(roundId: string) => RulesParts> {
  const { rows } = await sql<Row>`
    select r.id as "roundId", a.rules as assessment,
      case when f.id is not null then jsonb_build_object('versionId', f.id, 'number', f.number, 'sha256', f.sha256) end as form, (
      select coalesce(jsonb_agg(to_jsonb(page)), '[]') from (
        select distinct on (p.slug) p.slug, v.number, v.title, v.summary, v.body
        from public_page p join public_page_version v on v.page_id = p.id
        where p.round_id = r.id and p.slug = any(${[...rulesPageSlugs]}::text[]) and v.published_at is not null
        order by p.slug, v.number desc) page) as pages
    from round r left join round_rules a on a.round_id = r.id left join form_version f on f.id = r.form_version_id
    where r.id = any(${[...roundIds]}::uuid[])`.execute(db)
  const byRound = new Map(rows.map((row) => [row.roundId, row]))
  return (roundId) => {
    const { assessment = null, pages = [], form = null } = byRound.get(roundId) ?? {}
    return {
      assessment,
      form,
      pages: rulesPageSlugs.map((slug) => {
        const row = pages.find((each) => each.slug === slug)
        if (row === undefined) return { slug, published: undefined }
        const { number, title, summary, body } = row
        return { slug, published: { number, title, sha256: contentHash({ title, summary, body }, sha256) } }
      }),
    }
  }
}
