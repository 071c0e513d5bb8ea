import { notFound } from '../../core/errors.ts'
import { originForMail } from '../../platform/config/origin-for-mail.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Say } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { type RoundInFund, roundById } from '../funds/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { publishedAnswerById } from './clarifications.store.ts'
import { changePath, questionsPath, subscriptionPath, unsubscribePath } from './guidance.paths.ts'
import { answerPublishedMessage, type Mail, pageChangedMessage, roundChangedMessage } from './guidance-mail.messages.ts'
import type { PageSlug, SubscriptionKind } from './guidance-parts.ts'
import { publishedVersion } from './pages.store.ts'
import type { RoundChange } from './round-change.ts'
import { changeNotes } from './round-changes.messages.ts'
import { changedPath } from './round-updates.ts'
import { subscriptionToken } from './subscription-token.ts'
import { takeUntold } from './subscriptions.store.ts'
import { kindOfChange, untoldChanges } from './updates.store.ts'

/** The job that tells those who asked to be told. */
export const tellSubscribersJob = 'tell-subscribers'

/** What the job is given. `origin`: where links in the mail begin. */
export type SubscriberNews =
  | {
      readonly about: 'page'
      readonly roundId: string
      readonly slug: PageSlug
      readonly number: number
      readonly origin: string
    }
  | { readonly about: 'answer'; readonly roundId: string; readonly id: string; readonly origin: string }

/** So many messages are written in one transaction. */
const batch = 50

type Links = Parameters<typeof pageChangedMessage>[0]

/** What is told, to whom, and how it reads with the links of one subscriber. */
type Notice = {
  readonly round: RoundInFund
  readonly kind: SubscriptionKind
  readonly subject: string
  readonly newsAt: Date
  readonly origin: string
  readonly write: (say: Say, links: Links) => Mail
}

/**
 * Writes a message to every confirmed subscriber of this kind of news, in batches. Doing it again tells only those who
 * have not been told.
 *
 * @throws {NotFound} if what it is about is not there: a fault of ours
 */
export async function tellSubscribers(services: Services, news: SubscriberNews): Promise<void> {
  await tellAll(services, await noticeOf(services, news))
}

async function noticeOf({ db }: Services, news: SubscriberNews): Promise<Notice> {
  const round = await roundById(db, news.roundId)
  if (round === undefined) throw notFound('round')
  const { origin } = news
  const address = { fund: round.fund.slug, round: round.slug }
  if (news.about === 'answer') {
    const found = await publishedAnswerById(db, round.id, news.id)
    if (found === undefined) throw notFound('answer')
    const link = `${origin}${questionsPath(address)}#question-${found.number}`
    return {
      round,
      kind: 'answers',
      subject: `answer:${news.id}`,
      newsAt: found.publishedAt,
      origin,
      write: (say, links) => say(answerPublishedMessage)(links, { ...found, link }),
    }
  }
  const found = await publishedVersion(db, round.id, news.slug, news.number)
  if (found === undefined || found.version.publishedAt === null) throw notFound('version')
  const { changeKind, title, changeNote, publishedAt } = found.version
  const link = origin + changePath(address, news.slug, news.number)
  return {
    round,
    kind: changeKind,
    subject: `page:${round.id}:${news.slug}:${news.number}`,
    newsAt: publishedAt,
    origin,
    write: (say, links) => say(pageChangedMessage)(links, { title, changeNote, link }),
  }
}

/** A change is told for so long after it was made; later it is no news. */
const newsForMilliseconds = 2 * 24 * 3_600_000

/**
 * Tells subscribers of the changes of dates and rules that they have not been told of. They are made by an area that
 * knows nothing of subscribers, so this looks, time and again, at what was changed.
 */
export async function tellOfChanges(services: Services): Promise<void> {
  const { db, clock, config } = services
  const changes = await untoldChanges(db, new Date(clock().getTime() - newsForMilliseconds))
  for (const change of changes) {
    const round = await roundById(db, change.roundId)
    if (round !== undefined) await tellAll(services, changeNotice(round, change, originForMail(config)))
  }
}

function changeNotice(round: RoundInFund, change: RoundChange, origin: string): Notice {
  const address = { fund: round.fund.slug, round: round.slug }
  const kind = kindOfChange(change)
  const link = origin + changedPath(address, change)
  return {
    round,
    kind,
    subject: `change:${change.id}`,
    newsAt: change.at,
    origin,
    write: (say, links) => say(roundChangedMessage)(links, { kind, notes: say(changeNotes)(change), link }),
  }
}

async function tellAll(services: Services, notice: Notice): Promise<void> {
  for (;;) {
    const told = await services.db.transaction().execute((tx) => tellSome(tx, services, notice))
    if (told < batch) return
  }
}

async function tellSome(tx: Tx, services: Services, notice: Notice): Promise<number> {
  const { round, kind, subject, newsAt, origin, write } = notice
  const at = services.clock()
  const subscribers = await takeUntold(tx, { roundId: round.id, kind, subject, newsAt, at, most: batch })
  for (const { id, email, language } of subscribers) {
    const token = subscriptionToken(id, services.secretKey)
    const unsubscribeLink = origin + unsubscribePath(token)
    await queueMessage(tx, services, {
      kind: 'round-update',
      recipient: email,
      language,
      words: (say) =>
        write(say, {
          fundName: round.fund.name,
          roundName: round.name,
          illustrative: round.illustrative || round.fund.illustrative,
          manageLink: origin + subscriptionPath(token),
          unsubscribeLink,
        }),
      // One click, without opening a page: RFC 8058.
      headers: { 'List-Unsubscribe': `<${unsubscribeLink}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      fundId: round.fundId,
    })
  }
  return subscribers.length
}
