import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type ChangeKind, type PageSlug, pageSlugs } from './guidance-parts.ts'

/** What is written on a page. The body is Markdown. */
export type PageText = { readonly title: string; readonly summary: string; readonly body: string }

/** One version of a page. `publishedAt` null: the draft, which may change. */
export type PageVersion = PageText & {
  /** 1, 2, 3, … in its page. */
  readonly number: number
  /** How often the draft was saved. */
  readonly revision: number
  readonly publishedAt: Date | null
  readonly changeNote: string
  readonly changeKind: ChangeKind
  readonly savedAt: Date
  /** '' when the service itself wrote it. */
  readonly authorName: string
}

/** That a page was published, and why. */
export type PageChange = {
  readonly number: number
  readonly publishedAt: Date
  readonly changeNote: string
  readonly changeKind: ChangeKind
}

/** A page as the public reads it: its latest published version, with every change, the newest first. */
export type PublishedPage = PageText & {
  readonly id: string
  readonly slug: PageSlug
  readonly number: number
  readonly publishedAt: Date
  readonly firstPublishedAt: Date
  readonly changes: readonly PageChange[]
}

/** The title of a page that is published. */
export type PageTitle = Pick<PublishedPage, 'slug' | 'title'>

type PublishedRow = PageText & {
  readonly id: string
  readonly slug: PageSlug
  readonly number: number
  readonly publishedAt: Date
  readonly changes: readonly (Omit<PageChange, 'publishedAt'> & { readonly publishedAt: string })[] | null
}

const latestPublished = sql`(
  select distinct on (v.page_id) v.* from public_page_version v join public_page q on q.id = v.page_id
  where v.published_at is not null`

/**
 * The pages of a round that have been published: their titles, and one of them whole. One statement, whatever the number
 * of versions.
 */
export async function publishedPages(
  db: Database | Tx,
  roundId: string,
  slug: PageSlug,
): Promise<{ readonly titles: readonly PageTitle[]; readonly page: PublishedPage | undefined }> {
  const { rows } = await sql<PublishedRow>`
    select p.id, p.slug, v.number, v.title, v.published_at as "publishedAt",
      case when p.slug = ${slug} then v.summary else '' end as summary,
      case when p.slug = ${slug} then v.body else '' end as body,
      case when p.slug = ${slug} then (
        select jsonb_agg(jsonb_build_object('number', c.number, 'publishedAt', c.published_at,
          'changeNote', c.change_note, 'changeKind', c.change_kind) order by c.number desc)
        from public_page_version c where c.page_id = p.id and c.published_at is not null) end as changes
    from public_page p
    join ${latestPublished} and q.round_id = ${roundId}::uuid order by v.page_id, v.number desc) v on v.page_id = p.id
    where p.round_id = ${roundId}::uuid order by p.position`.execute(db)
  const found = rows.find((row) => row.slug === slug)
  return { titles: rows.map(({ slug: each, title }) => ({ slug: each, title })), page: found && published(found) }
}

function published(row: PublishedRow): PublishedPage {
  const changes = (row.changes ?? []).map((change) => ({ ...change, publishedAt: new Date(change.publishedAt) }))
  return { ...row, changes, firstPublishedAt: changes.at(-1)?.publishedAt ?? row.publishedAt }
}

/** The page as the public reads it, or undefined while nothing of it is published. */
export async function publishedPage(
  db: Database | Tx,
  roundId: string,
  slug: PageSlug,
): Promise<PublishedPage | undefined> {
  return (await publishedPages(db, roundId, slug)).page
}

const versionColumns = sql`v.number, v.revision, v.title, v.summary, v.body, v.published_at as "publishedAt",
  v.change_note as "changeNote", v.change_kind as "changeKind", v.saved_at as "savedAt",
  coalesce(nullif(a.name, ''), a.email, '') as "authorName"`

/** A published version and the one before it; undefined when that number is not published. */
export async function publishedVersion(
  db: Database | Tx,
  roundId: string,
  slug: PageSlug,
  number: number,
): Promise<
  { readonly version: PageVersion; readonly before: PageVersion | undefined; readonly latest: number } | undefined
> {
  const { rows } = await sql<PageVersion & { readonly latest: number }>`
    select ${versionColumns}, (
      select max(l.number) from public_page_version l where l.page_id = p.id and l.published_at is not null) as latest
    from public_page p join public_page_version v on v.page_id = p.id left join person a on a.id = v.author_id
    where p.round_id = ${roundId}::uuid and p.slug = ${slug} and v.published_at is not null
      and v.number in (${number}, ${number - 1}) order by v.number desc`.execute(db)
  const [version, before] = rows
  return version?.number === number ? { version, before, latest: version.latest } : undefined
}

/** A page as those who write it see it: what the public reads, and the draft. */
export type PageInHand = {
  readonly slug: PageSlug
  readonly published: PageVersion | undefined
  readonly draft: PageVersion | undefined
}

/** All pages of a round as those who write them see them; pages not begun too. One statement. */
export async function pagesInHand(db: Database | Tx, roundId: string): Promise<readonly PageInHand[]> {
  const { rows } = await sql<PageVersion & { readonly slug: PageSlug }>`
    select p.slug, ${versionColumns}
    from public_page p join public_page_version v on v.page_id = p.id left join person a on a.id = v.author_id
    where p.round_id = ${roundId}::uuid and (v.published_at is null or v.number = (
      select max(l.number) from public_page_version l where l.page_id = p.id and l.published_at is not null))`.execute(
    db,
  )
  return pageSlugs.map((slug) => ({
    slug,
    published: rows.find((row) => row.slug === slug && row.publishedAt !== null),
    draft: rows.find((row) => row.slug === slug && row.publishedAt === null),
  }))
}

/** One page as those who write it see it. */
export async function pageInHand(db: Database | Tx, roundId: string, slug: PageSlug): Promise<PageInHand> {
  const pages = await pagesInHand(db, roundId)
  return pages.find((page) => page.slug === slug) ?? { slug, published: undefined, draft: undefined }
}

/**
 * Holds a page until the transaction ends, and makes it when it is not there. To write its place again is what holds it,
 * so that one statement does for both.
 *
 * @returns its id
 */
export async function holdPage(tx: Tx, newId: string, roundId: string, slug: PageSlug): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into public_page (id, round_id, slug, position)
    values (${newId}::uuid, ${roundId}::uuid, ${slug}, ${pageSlugs.indexOf(slug)})
    on conflict (round_id, slug) do update set position = excluded.position returning id`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('a page was neither there nor made')
  return row.id
}

/** What a draft holds besides its number. */
export type DraftText = PageText & { readonly changeNote: string; readonly changeKind: ChangeKind }

/** Writes over the draft of a page, or begins the next version. Sure only while the page is held. */
export async function saveDraft(
  tx: Tx,
  pageId: string,
  draft: DraftText & { readonly personId: string | null; readonly at: Date },
): Promise<{ readonly number: number; readonly revision: number }> {
  const { rows } = await sql<{ number: number; revision: number }>`
    insert into public_page_version as v (page_id, number, title, summary, body, change_note, change_kind, author_id, saved_at)
    select ${pageId}::uuid, coalesce(max(number) filter (where published_at is not null), 0) + 1, ${draft.title},
      ${draft.summary}, ${draft.body}, ${draft.changeNote}, ${draft.changeKind}, ${draft.personId}::uuid, ${draft.at}
    from public_page_version where page_id = ${pageId}::uuid
    on conflict (page_id, number) do update set title = excluded.title, summary = excluded.summary,
      body = excluded.body, change_note = excluded.change_note, change_kind = excluded.change_kind,
      author_id = excluded.author_id, saved_at = excluded.saved_at, revision = v.revision + 1
    returning v.number, v.revision`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('a draft was not written')
  return row
}

export async function markPublished(
  tx: Tx,
  pageId: string,
  change: { readonly changeNote: string; readonly changeKind: ChangeKind; readonly at: Date },
): Promise<void> {
  await sql`
    update public_page_version set published_at = ${change.at}, change_note = ${change.changeNote},
      change_kind = ${change.changeKind}
    where page_id = ${pageId}::uuid and published_at is null`.execute(tx)
}
