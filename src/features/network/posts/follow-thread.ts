import { notFound } from '../../../core/errors.ts'
import { topics } from '../../../core/network/index.ts'
import type { Services } from '../../../platform/services.ts'
import { type AskedOfNetwork, openNetwork } from '../open-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { saveFollow } from './follows.store.ts'
import { openThread } from './write-post.ts'

/** Follows a thread, or stops. @throws {NotFound} for no member, and for a thread of another network */
export async function followThread(
  services: Services,
  asked: AskedOfNetwork & { readonly thread: string; readonly follows: boolean },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const { fund, person, thread } = await openThread(tx, asked)
    const of = { fundId: fund.id, personId: person.personId, subject: thread.id, follows: asked.follows, at: asked.at }
    await saveFollow(tx, of)
    await recordInNetwork(tx, {
      action: 'network.follow-changed',
      fundId: fund.id,
      by: person.personId,
      objectType: 'network-thread',
      objectId: thread.id,
      at: asked.at,
      facts: { follows: asked.follows },
    })
  })
}

/** Says of which topics one is told of what is new: those chosen and no others. @throws {NotFound} for no member */
export async function followTopics(
  services: Services,
  asked: AskedOfNetwork & { readonly chosen: readonly string[] },
): Promise<void> {
  if (!asked.chosen.every((topic) => (topics as readonly string[]).includes(topic))) throw notFound('topic')
  await services.db.transaction().execute(async (tx) => {
    const { fund, person } = await openNetwork(tx, asked)
    const { personId } = person
    for (const subject of topics)
      await saveFollow(tx, {
        fundId: fund.id,
        personId,
        subject,
        follows: asked.chosen.includes(subject),
        at: asked.at,
      })
    await recordInNetwork(tx, {
      action: 'network.follow-changed',
      fundId: fund.id,
      by: personId,
      objectType: 'fund',
      objectId: fund.id,
      at: asked.at,
      facts: { topics: [...asked.chosen] },
    })
  })
}
