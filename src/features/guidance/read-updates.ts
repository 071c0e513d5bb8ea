import { plainList } from '../../core/text/plain-list.ts'
import type { Services } from '../../platform/services.ts'
import { publishedAnswers } from './clarifications.store.ts'
import type { ReadableRound } from './find-round.ts'
import { changePath, feedPath, pagePath, questionsPath, updatesPath } from './guidance.paths.ts'
import { publishedPages } from './pages.store.ts'
import type { RoundChange } from './round-change.ts'
import { changeNotes } from './round-changes.messages.ts'
import { frameOf, type RoundFrame } from './round-frame.ts'
import { changedPath, changeTitle, type Update, updatesOfRound } from './round-updates.ts'
import { pageUpdates, roundChanges } from './updates.store.ts'

export type RoundNews = { readonly frame: RoundFrame; readonly updates: readonly Update[] }

/** Most entries of the feed, and most versions in the list of all updates. */
const mostEntries = 100
const mostListed = 1000

export async function readUpdates({ db }: Pick<Services, 'db'>, readable: ReadableRound): Promise<RoundNews> {
  const { round, address } = readable
  const { titles } = await publishedPages(db, round.id, 'announcement')
  const updates = updatesOfRound(
    address,
    await pageUpdates(db, round.id, mostListed),
    await roundChanges(db, round.id),
    await publishedAnswers(db, round.id),
  )
  return { frame: frameOf(readable, 'updates', titles, 'All updates'), updates }
}

/** A dated change of a round or an answer, as programs are told of it. `text` is Markdown; ids are permanent. */
export type NewsEntry = {
  readonly id: string
  readonly kind: 'page' | 'answer' | 'deadline' | 'rules' | 'results'
  readonly title: string
  readonly at: Date
  readonly href: string
  readonly text: string
}

/** What the feed of a round tells. */
export type RoundFeed = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly updatedAt: Date
  readonly selfHref: string
  readonly pageHref: string
  readonly entries: readonly NewsEntry[]
}

/** The newest changes and answers of a round, the newest first. @param origin where people reach the service */
export async function newsOfRound(
  { db, sha256 }: Pick<Services, 'db' | 'sha256'>,
  { round, address }: Pick<ReadableRound, 'round' | 'address'>,
  origin: string,
): Promise<readonly NewsEntry[]> {
  const pages = await pageUpdates(db, round.id, mostEntries)
  const changes = await roundChanges(db, round.id)
  const answers = await publishedAnswers(db, round.id)
  return [
    ...pages.map(({ pageId, slug, number, title, summary, changeNote, publishedAt }) => ({
      id: versionId(pageId, number, sha256),
      kind: 'page' as const,
      title: changeNote === '' ? `${title}: published` : `${title}: ${changeNote}`,
      at: publishedAt,
      href: origin + (number === 1 ? pagePath(address, slug) : changePath(address, slug, number)),
      text: changeNote === '' ? summary : changeNote,
    })),
    ...changes.map((change) => ({
      id: changeId(round.id, change, sha256),
      kind: newsKind(change),
      title: changeTitle(change),
      at: change.at,
      href: origin + changedPath(address, change),
      text: changeNotes(change).join('\n\n'),
    })),
    ...answers.map(({ id, number, question, answer, publishedAt }) => ({
      id: `urn:uuid:${id}`,
      kind: 'answer' as const,
      title: `Question ${number} answered: ${question}`,
      at: publishedAt,
      href: `${origin}${questionsPath(address)}#question-${number}`,
      text: answer,
    })),
  ]
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, mostEntries)
}

const newsKind = ({ action, changes }: RoundChange): NewsEntry['kind'] =>
  action === 'results.published' ? 'results' : 'deadlineAt' in changes ? 'deadline' : 'rules'

/** The feed of a round. @param origin where people reach the service */
export async function readFeed(
  services: Pick<Services, 'db' | 'sha256' | 'config'>,
  { round, address }: Pick<ReadableRound, 'round' | 'address'>,
  origin: string,
): Promise<RoundFeed> {
  const entries = await newsOfRound(services, { round, address }, origin)
  return {
    id: `urn:uuid:${round.id}`,
    title: `${round.fund.name}, ${round.name}: updates`,
    subtitle: `${round.illustrative || round.fund.illustrative ? 'Illustrative: made up to show how the service works. ' : ''}Changes to the pages, dates and rules of this round, and answers to questions`,
    author: plainList(round.funders.map(({ organisationName }) => organisationName)) || services.config.serviceName,
    updatedAt: entries[0]?.at ?? round.publishedAt ?? round.createdAt,
    selfHref: origin + feedPath(address),
    pageHref: origin + updatesPath(address),
    entries,
  }
}

/** The permanent id of a version, which has none of its own. */
export const versionId = (pageId: string, number: number, sha256: Services['sha256']): string =>
  namedUuid(`page-version\0${pageId}\0${number}`, sha256)

/** That of a change. One of a fund is news of each of its rounds, and of each another piece. */
const changeId = (roundId: string, { id, action }: RoundChange, sha256: Services['sha256']): string =>
  action.startsWith('fund') ? namedUuid(`round-change\0${roundId}\0${id}`, sha256) : `urn:uuid:${id}`

/**
 * A UUID made from what it names.
 *
 * @see RFC 9562, section 5.8 (version 8)
 */
function namedUuid(name: string, sha256: Services['sha256']): string {
  const hash = sha256(name)
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16)
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
