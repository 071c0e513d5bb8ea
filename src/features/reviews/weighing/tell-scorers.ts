import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { queueMessage } from '../../notifications/index.ts'
import type { OpenedReview } from '../open-review.ts'
import { peopleOf } from '../people/people.store.ts'
import { type AskedOfScorers, scorersMessage } from './scorers-mail.messages.ts'
import { weighingPath } from './weighing.paths.ts'

/** Tells those who score that weights or scores are asked of them; not whoever asks. In the transaction of the asking. */
export async function tellScorers(
  tx: Tx,
  services: Services,
  { actor, review }: OpenedReview,
  { asked, origin }: { readonly asked: AskedOfScorers; readonly origin: string },
): Promise<void> {
  const people = await peopleOf(tx, review.id)
  for (const { personId, email, roles } of people) {
    if (!roles.includes('scorer') || personId === actor.personId) continue
    const { council, title, reference } = review
    const words = (say: Say) =>
      say(scorersMessage)({ asked, council, title, link: `${origin}${weighingPath(reference)}` })
    await queueMessage(tx, services, { kind: `review-${asked}-asked`, recipient: email, personId, words })
  }
}
