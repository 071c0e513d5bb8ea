import type { WebhookEvent } from '../../../core/webhooks/webhook.ts'
import type { Services } from '../../../platform/services.ts'
import { phaseOf, publishedRounds, type RoundInFund } from '../../funds/index.ts'
import { type NewsEntry, newsOfRound, originForMail } from '../../guidance/index.ts'
import type { RoundFacts } from '../api/api-schemas.ts'
import { readPublicAwards } from '../api/read-public-awards.ts'
import { readPublicRounds } from '../api/read-public-facts.ts'
import { awardChangesSince } from './award-changes.store.ts'
import { deleteMessages, toldSubjects } from './messages.store.ts'
import { queueToWebhook, type ToTell } from './queue-message.ts'
import { activeWebhooks, type Webhook } from './webhooks.store.ts'

const dayMilliseconds = 86_400_000

/** What happened is told for so long; later it is no news. */
const newsForDays = 2

/** How long what was sent can be looked at. */
const keptForDays = 90

/** What is told of a round that everybody sees. */
type Happening = ToTell & { readonly fundId: string; readonly event: WebhookEvent }

/**
 * Looks what became public and puts messages about it in the queue, to each webhook once. What is told is told by areas that
 * know nothing of webhooks, so this looks time and again, at what everybody can read.
 */
export async function tellWebhooks(services: Services): Promise<void> {
  const { db, clock } = services
  const at = clock()
  await deleteMessages(db, new Date(at.getTime() - keptForDays * dayMilliseconds))
  const webhooks = await activeWebhooks(db)
  if (webhooks.length === 0) return
  const happenings = await readHappenings(services, new Set(webhooks.map(({ fundId }) => fundId)), at)
  for (const webhook of webhooks) await tell(services, webhook, happenings, at)
}

async function tell(
  services: Services,
  { id, fundId, events, activeSince }: Webhook,
  happenings: readonly Happening[],
  at: Date,
): Promise<void> {
  const wanted = happenings.filter(
    ({ event, happenedAt, ...each }) => each.fundId === fundId && events.includes(event) && happenedAt >= activeSince,
  )
  const told = await toldSubjects(
    services.db,
    id,
    wanted.map(({ subject }) => subject),
  )
  const untold = wanted.filter(({ subject }) => !told.has(subject))
  if (untold.length === 0) return
  await services.db.transaction().execute(async (tx) => {
    for (const each of untold) await queueToWebhook(tx, services, id, { ...each, at })
  })
}

/** What happened of late in the public rounds of these funds, the oldest first. */
async function readHappenings(
  services: Services,
  fundIds: ReadonlySet<string>,
  at: Date,
): Promise<readonly Happening[]> {
  const { db, config } = services
  const origin = originForMail(config)
  const asked = { at, origin, prefix: config.openDataPrefix }
  const since = new Date(at.getTime() - newsForDays * dayMilliseconds)
  const rounds = (await publishedRounds(db)).filter(
    (round) => fundIds.has(round.fundId) && phaseOf(round, at) !== 'preparing',
  )
  const facts = new Map((await readPublicRounds(db, asked)).map((each) => [keyOf(each.fund.slug, each.slug), each]))
  const found: Happening[] = []
  for (const round of rounds) {
    const address = { fund: round.fund.slug, round: round.slug }
    const of = facts.get(keyOf(address.fund, address.round))
    if (of === undefined) continue
    const news = await newsOfRound(services, { round, address }, origin)
    found.push(...openingOf(round, of), ...news.map((entry) => newsHappening(round, of, entry)))
  }
  found.push(...(await awardHappenings(services, rounds, facts, { since, at })))
  return found
    .filter(({ happenedAt }) => happenedAt >= since && happenedAt <= at)
    .sort((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime())
}

const keyOf = (fund: string, round: string): string => `${fund}/${round}`

const openingOf = ({ id, fundId, opensAt, cancelledAt }: RoundInFund, round: RoundFacts): readonly Happening[] =>
  opensAt === null || cancelledAt !== null
    ? []
    : [
        {
          fundId,
          event: 'round.opened',
          subject: `opened:${id}:${opensAt.toISOString()}`,
          happenedAt: opensAt,
          data: { round },
        },
      ]

const newsEvents: Readonly<Record<NewsEntry['kind'], WebhookEvent>> = {
  page: 'update.posted',
  answer: 'update.posted',
  rules: 'update.posted',
  deadline: 'round.deadline_changed',
  results: 'results.published',
}

const newsHappening = (
  { fundId }: RoundInFund,
  round: RoundFacts,
  { id, kind, title, at, href }: NewsEntry,
): Happening => ({
  fundId,
  event: newsEvents[kind],
  subject: id,
  happenedAt: at,
  data: { update: { id, title, page: href }, round },
})

async function awardHappenings(
  { db, config }: Services,
  rounds: readonly RoundInFund[],
  facts: ReadonlyMap<string, RoundFacts>,
  { since, at }: { readonly since: Date; readonly at: Date },
): Promise<readonly Happening[]> {
  const changes = await awardChangesSince(db, since)
  if (changes.length === 0) return []
  const asked = { at, origin: originForMail(config), prefix: config.openDataPrefix }
  const awards = new Map((await readPublicAwards(db, asked)).map((award) => [award.reference, award]))
  return changes.flatMap(({ id, at: happenedAt, reference, roundId }): readonly Happening[] => {
    const round = rounds.find((each) => each.id === roundId)
    const award = awards.get(reference)
    if (round === undefined || award === undefined) return []
    const of = facts.get(keyOf(round.fund.slug, round.slug))
    return [
      { fundId: round.fundId, event: 'award.changed', subject: `award:${id}`, happenedAt, data: { award, round: of } },
    ]
  })
}
