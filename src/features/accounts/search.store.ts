import { sql } from 'kysely'
import type { Role } from '../../core/permissions/index.ts'
import type { Search } from '../../core/search/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../platform/database/full-text.ts'

export type PersonByWords = TextMatch & {
  readonly name: string
  readonly email: string
  readonly illustrative: boolean
} & (
    | { readonly role: Role; readonly fund: string; readonly fundName: string }
    | { readonly role: null; readonly organisationId: string; readonly organisation: string }
  )

type Asked = Pick<Search, 'words' | 'limit'> & {
  /** The funds on which they give roles, and the bodies for which they act. */
  readonly fundIds: readonly string[] | 'all'
  readonly organisationIds: readonly string[]
}

/** The people with these words in their name, address or job who hold a role on these funds or act for these bodies. */
export async function peopleByWords(
  db: Database,
  { words, limit, fundIds, organisationIds }: Asked,
): Promise<readonly PersonByWords[]> {
  const match = textMatch(words, sql`p.name || ' ' || p.email || ' ' || p.job_title`, undefined, sql`p.job_title`)
  const person = sql`coalesce(nullif(p.name, ''), p.email) as name, p.email, p.illustrative`
  const { rows } = await sql<PersonByWords>`(
      select ${person}, a.role, f.slug as fund, f.name as "fundName", null as "organisationId", null as organisation,
        ${match.columns}
      from role_assignment a join person p on p.id = a.person_id join fund f on f.id = a.fund_id
      where a.ended_at is null and ${match.found}
        and (${fundIds === 'all'}::boolean or f.id = any(${fundIds === 'all' ? [] : [...fundIds]}::uuid[]))
      order by ${match.order}, p.id, f.id limit ${limit})
    union all (
      select ${person}, null, null, null, o.id, o.name, ${match.columns}
      from membership m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
      where m.state = 'confirmed' and o.id = any(${[...organisationIds]}::text[]) and ${match.found}
      order by ${match.order}, p.id, o.id limit ${limit})`.execute(db)
  return rows
}
