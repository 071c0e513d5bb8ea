import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import type { Fund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { replyAddressFor } from '../inbound/reply-address.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import type { Follower } from './follows.store.ts'
import { threadPath } from './posts.paths.ts'
import { postMail } from './posts-mail.messages.ts'

/** What is new, and who is told. */
export type NewPost = {
  readonly fund: Fund
  readonly threadId: string
  readonly title: string
  readonly author: string
  readonly text: string
  readonly to: readonly Follower[]
  /** Whether it begins the thread. */
  readonly first: boolean
  readonly at: Date
}

/** Mails a post to each of those who are told, with an address of their own at which they answer it. */
export async function tellOfPost(tx: Tx, services: Services, post: NewPost): Promise<void> {
  const { fund, threadId, title, author, text, first, at } = post
  const origin = originForMail(services.config)
  for (const { personId, email } of post.to) {
    const answersTo = await replyAddressFor(tx, services, {
      fundId: fund.id,
      personId,
      purpose: 'thread',
      objectId: threadId,
      at,
    })
    const mail = (say: Say) =>
      say(postMail)({
        fundName: fund.name,
        title,
        author,
        text,
        first,
        byReply: answersTo !== undefined,
        link: `${origin}${threadPath(fund.slug, threadId)}`,
      })
    await queueInNetwork(tx, services, fund, {
      kind: first ? 'network.question' : 'network.answer',
      to: { id: personId, email },
      words: mail,
      headers: {
        'List-Id': `<${fund.slug}.network.${new URL(origin).hostname}>`,
        ...(answersTo !== undefined && { 'Reply-To': answersTo }),
      },
    })
  }
}
