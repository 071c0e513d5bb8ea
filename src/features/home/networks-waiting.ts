import { may } from '../../core/permissions/index.ts'
import {
  managedNetworkPath,
  moderationPath,
  type NetworkWork,
  networkPath,
  networkReader,
  networksOf,
  networkWork,
  type OwnNetwork,
  threadsPath,
} from '../network/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/**
 * The networks of which this person is a member and, where they run one, what waits in it: questions without an answer, what
 * is reported, and what is to be reviewed. Two statements.
 */
export const networksWaiting: FindWaiting = async (db, actor, now) => {
  const networks = await networksOf(db, networkReader(actor, now))
  const ids = networks.map(({ fundId }) => fundId)
  const work = await networkWork(db, ids, actor.personId)
  return networks.flatMap((network) => {
    const waits = work.get(network.fundId)
    const runs = may(actor, 'network:run', network.fundId)
    return [memberOf(network, waits), ...(runs && waits !== undefined ? toRun(network, waits) : [])]
  })
}

const memberOf = ({ slug, name }: OwnNetwork, waits: NetworkWork | undefined): Waiting => ({
  href: networkPath(slug),
  title: `Network of ${name}`,
  detail: waits === undefined || waits.unanswered === 0 ? 'Questions, events and peers' : unanswered(waits.unanswered),
  state: { text: 'Member', classes: 'govuk-tag--blue' },
})

const counted = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`
const unanswered = (count: number): string => `${counted(count, 'question')} without an answer`

function toRun({ slug, name }: OwnNetwork, { unanswered: questions, reported, appeals, toReview }: NetworkWork) {
  const concerns = [
    ...(reported > 0 ? [counted(reported, 'post is reported', 'posts are reported')] : []),
    ...(appeals > 0 ? [counted(appeals, 'appeal waits', 'appeals wait')] : []),
  ]
  const items: readonly (Waiting | false)[] = [
    questions > 0 && {
      href: threadsPath(slug),
      title: `Questions in the network of ${name}`,
      detail: unanswered(questions),
      state: asked('To answer'),
      asks: true,
    },
    concerns.length > 0 && {
      href: moderationPath(slug),
      title: `Moderation of the network of ${name}`,
      detail: concerns.join(', '),
      state: asked('To decide'),
      asks: true,
    },
    toReview > 0 && {
      href: managedNetworkPath(slug),
      title: `Resources of the network of ${name}`,
      detail: counted(toReview, 'waits for a review', 'wait for a review'),
      state: asked('To review'),
      asks: true,
    },
  ]
  return items.filter((each) => each !== false)
}
