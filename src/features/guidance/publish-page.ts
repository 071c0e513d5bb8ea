import { contentHash } from '../../core/canonical/index.ts'
import { notFound } from '../../core/errors.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { originForMail } from '../../platform/config/origin-for-mail.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { roundById } from '../funds/index.ts'
import { type PageProblem, publicationProblems } from './check-page.ts'
import type { ChangeKind, PageSlug } from './guidance-parts.ts'
import { holdPage, markPublished, pageInHand } from './pages.store.ts'
import { type SubscriberNews, tellSubscribersJob } from './tell-subscribers.ts'

/** What is to be published, by whom. `personId` null: the service itself, when it fills an empty database. */
export type PageToPublish = {
  readonly roundId: string
  readonly slug: PageSlug
  /** What people are told has changed; not needed for the first version. Left out: as in the draft. */
  readonly changeNote?: string
  readonly changeKind?: ChangeKind
  readonly personId: string | null
  readonly at: Date
  /** Where people reach the service, as whoever publishes does. */
  readonly origin?: string
}

/**
 * Publishes the draft of a page: from now on this version never changes. From the second version on, those who asked to
 * hear of changes of this kind get an email.
 *
 * Who may do so is asked by the caller.
 *
 * @returns the version's number
 * @throws {NotFound} if there is no such round
 */
export async function publishPage(
  tx: Tx,
  services: Pick<Services, 'newId' | 'sha256' | 'sendJob' | 'config'>,
  asked: PageToPublish,
): Promise<Result<{ readonly number: number }, PageProblem>> {
  const { roundId, slug, personId, at } = asked
  const round = await roundById(tx, roundId)
  if (round === undefined) throw notFound('round')
  const pageId = await holdPage(tx, services.newId(), roundId, slug)
  const { draft, published } = await pageInHand(tx, roundId, slug)
  if (draft === undefined) return refused({ code: 'nothing-to-publish' })
  const changeNote = (asked.changeNote ?? draft.changeNote).trim()
  const changeKind = asked.changeKind ?? draft.changeKind
  const problems = publicationProblems({ draft: { ...draft, changeNote, changeKind }, published })
  if (problems.length > 0) return refused(...problems)
  const { number, title, summary, body } = draft
  await markPublished(tx, pageId, { changeNote, changeKind, at })
  await recordEvent(tx, {
    action: 'page.published',
    actorId: personId,
    fundId: round.fundId,
    objectType: 'page',
    objectId: pageId,
    at,
    facts: {
      round: roundId,
      slug,
      number,
      note: changeNote,
      kind: changeKind,
      sha256: contentHash({ title, summary, body }, services.sha256),
    },
  })
  if (published !== undefined && round.publishedAt !== null) {
    const origin = originForMail(services.config, asked.origin)
    const news: SubscriberNews = { about: 'page', roundId, slug, number, origin }
    await services.sendJob(tx, tellSubscribersJob, news)
  }
  return done({ number })
}
