import { notFound } from '../../core/errors.ts'
import { type Segment, wordDiff } from '../../core/text/word-diff.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import type { ReadableRound } from './find-round.ts'
import { changePath, pagePath, versionPath } from './guidance.paths.ts'
import type { PageSlug } from './guidance-parts.ts'
import { type PageText, publishedPages, publishedVersion } from './pages.store.ts'
import { frameOf, type RoundFrame } from './round-frame.ts'

/** One version of a page as it was published. */
export type OldVersion = PageText & {
  readonly frame: RoundFrame
  readonly number: number
  readonly latest: number
  readonly publishedAt: string
  readonly changeNote: string
  readonly pageHref: string
  readonly changeHref: string | undefined
}

/** What a version changed, word by word. */
export type VersionChange = {
  readonly frame: RoundFrame
  readonly title: string
  readonly number: number
  readonly publishedAt: string
  readonly changeNote: string
  readonly fields: readonly ChangedField[]
  readonly pageHref: string
  readonly beforeHref: string
  readonly afterHref: string
}

export type ChangedField = {
  readonly name: string
  readonly segments: readonly Segment[]
  readonly addedWords: number
  readonly removedWords: number
}

/** @throws {NotFound} if that version is not published */
export async function readVersion(
  { db }: Pick<Services, 'db'>,
  readable: ReadableRound,
  slug: PageSlug,
  number: number,
): Promise<OldVersion> {
  const { round, address } = readable
  const found = await publishedVersion(db, round.id, slug, number)
  if (found === undefined) throw notFound('version')
  const { titles } = await publishedPages(db, round.id, slug)
  const { title, summary, body, publishedAt, changeNote } = found.version
  return {
    frame: frameOf(readable, 'elsewhere', titles, `Version ${number}`),
    title,
    summary,
    body,
    number,
    latest: found.latest,
    publishedAt: publishedAt === null ? '' : ukTime(publishedAt),
    changeNote,
    pageHref: pagePath(address, slug),
    changeHref: number === 1 ? undefined : changePath(address, slug, number),
  }
}

/** @throws {NotFound} if that version is not published, or is the first */
export async function readChange(
  { db }: Pick<Services, 'db'>,
  readable: ReadableRound,
  slug: PageSlug,
  number: number,
): Promise<VersionChange> {
  const { round, address } = readable
  const found = await publishedVersion(db, round.id, slug, number)
  if (found?.before === undefined) throw notFound('change')
  const { titles } = await publishedPages(db, round.id, slug)
  const { version, before } = found
  return {
    frame: frameOf(readable, 'elsewhere', titles, 'What changed'),
    title: version.title,
    number,
    publishedAt: version.publishedAt === null ? '' : ukTime(version.publishedAt),
    changeNote: version.changeNote,
    fields: changedFields(before, version),
    pageHref: pagePath(address, slug),
    beforeHref: versionPath(address, slug, number - 1),
    afterHref: versionPath(address, slug, number),
  }
}

const fieldNames = { title: 'Title', summary: 'Summary', body: 'Text' } as const

/** What is different between two versions, by field; those that are the same are left out. */
export function changedFields(before: PageText, after: PageText): readonly ChangedField[] {
  return (['title', 'summary', 'body'] as const).flatMap((field) => {
    const { changed, segments, addedWords, removedWords } = wordDiff(before[field], after[field])
    return changed ? [{ name: fieldNames[field], segments, addedWords, removedWords }] : []
  })
}
