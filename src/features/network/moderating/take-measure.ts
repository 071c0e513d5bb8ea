import { notFound } from '../../../core/errors.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import { type Fund, findFund } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { memberOf } from '../members/members.store.ts'
import type { AskedOfNetwork } from '../open-network.ts'
import { lockPost, markHidden, type Post, postById } from '../posts/posts.store.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { insertMeasure, type Measure, type MeasureKind, saveRemoval } from './measures.store.ts'
import { ownMeasurePath } from './moderating.paths.ts'
import { measureMail } from './moderating-mail.messages.ts'
import { type ReasonProblem, readReason } from './report-post.ts'
import { settleReports } from './reports.store.ts'

export type MeasureProblem =
  | ReasonProblem
  | { readonly code: 'measure-missing' | 'hidden-already' | 'not-hidden' | 'of-the-team' | 'own-post' }

export type ByModerator = AskedOfNetwork & { readonly personId: string }

/** A post for those who moderate. @throws {NotFound} if there is none, or they do not run the network */
export async function openModerated(
  db: Database | Tx,
  asked: Pick<ByModerator, 'actor' | 'fund'> & { readonly post: string },
): Promise<{ readonly fund: Fund; readonly post: Post }> {
  const fund = await findFund(db, asked.actor, 'network:run', asked.fund)
  const post = await postById(db, asked.post)
  if (post === undefined || post.fundId !== fund.id) throw notFound('post')
  return { fund, post }
}

/** What can be done about a post. `left`: nothing, and its reports are settled. */
export type PostMeasure = 'hidden' | 'restored' | 'warned' | 'left'

/** Does something about a post, settles its reports, and tells its author what and why. @throws {NotFound} */
export async function moderatePost(
  services: Services,
  asked: ByModerator & { readonly post: string; readonly measure: string; readonly reason: string },
): Promise<Result<PostMeasure, MeasureProblem>> {
  const reason = readReason(asked.reason)
  const kind = (['hidden', 'restored', 'warned', 'left'] as const).find((each) => each === asked.measure)
  return await services.db.transaction().execute(async (tx) => {
    const { fund } = await openModerated(tx, asked)
    const post = await lockPost(tx, asked.post)
    if (post === undefined) throw notFound('post')
    if (post.authorId === asked.personId) return refused({ code: 'own-post' })
    if (kind === undefined) return refused({ code: 'measure-missing' })
    if (kind === 'hidden' && post.hiddenAt !== null) return refused({ code: 'hidden-already' })
    if (kind === 'restored' && post.hiddenAt === null) return refused({ code: 'not-hidden' })
    if (!reason.ok) return reason
    if (kind === 'hidden' || kind === 'restored') await markHidden(tx, post.id, kind === 'hidden' ? asked.at : null)
    await settleReports(tx, post.id, asked.personId, asked.at)
    const of = { fund, kind, reason: reason.value, postId: post.id, by: asked.personId, at: asked.at }
    const person = { id: post.authorId, email: post.authorEmail }
    if (kind === 'left') await recordLeft(tx, of)
    else await take(tx, services, { ...of, kind, person, title: post.threadTitle })
    return done(kind)
  })
}

/** Warns or removes a member, or lets them in again, and tells them why. @throws {NotFound} for nobody of the network */
export async function moderateMember(
  services: Services,
  asked: ByModerator & { readonly member: string; readonly measure: string; readonly reason: string },
): Promise<Result<MeasureKind, MeasureProblem>> {
  const reason = readReason(asked.reason)
  const kind = (['warned', 'removed', 'readmitted'] as const).find((each) => each === asked.measure)
  return await services.db.transaction().execute(async (tx) => {
    const fund = await findFund(tx, asked.actor, 'network:run', asked.fund)
    const person = await personById(tx, asked.member)
    if (person === undefined) throw notFound('member')
    const member = await memberOf(tx, { fundId: fund.id, personId: person.id, on: isoDay(asked.at) })
    if (member === undefined && kind !== 'readmitted') throw notFound('member')
    if (member?.kinds.includes('programme-team')) return refused({ code: 'of-the-team' })
    if (kind === undefined) return refused({ code: 'measure-missing' })
    if (!reason.ok) return reason
    if (kind !== 'warned') await saveRemoval(tx, { fundId: fund.id, personId: person.id, removed: kind === 'removed' })
    await take(tx, services, {
      fund,
      kind,
      reason: reason.value,
      postId: null,
      by: asked.personId,
      at: asked.at,
      person,
      title: '',
    })
    return done(kind)
  })
}

type Taken = {
  readonly fund: Fund
  readonly reason: string
  readonly postId: string | null
  readonly by: string
  readonly at: Date
}

const actions: Readonly<Record<MeasureKind, string>> = {
  hidden: 'network.post-hidden',
  restored: 'network.post-restored',
  warned: 'network.member-warned',
  removed: 'network.member-removed',
  readmitted: 'network.member-readmitted',
}

async function take(
  tx: Tx,
  services: Services,
  taken: Taken & {
    readonly kind: MeasureKind
    readonly person: { readonly id: string; readonly email: string }
    readonly title: string
  },
): Promise<void> {
  const { fund, kind, reason, postId, by, at, person, title } = taken
  const id = services.newId()
  await insertMeasure(tx, { id, fundId: fund.id, kind, personId: person.id, postId, reason, at, by })
  await recordInNetwork(tx, {
    action: actions[kind],
    fundId: fund.id,
    by,
    objectType: postId === null ? 'person' : 'network-post',
    objectId: postId ?? person.id,
    at,
    facts: { measure: id },
  })
  const link = `${originForMail(services.config)}${ownMeasurePath(fund.slug, id)}`
  await queueInNetwork(tx, services, fund, {
    kind: 'network.moderated',
    to: person,
    words: (say) => say(measureMail)({ kind, fundName: fund.name, title, reason, link }),
  })
}

const recordLeft = async (tx: Tx, { fund, postId, by, at, reason }: Taken): Promise<void> =>
  await recordInNetwork(tx, {
    action: 'network.report-settled',
    fundId: fund.id,
    by,
    objectType: 'network-post',
    objectId: postId ?? '',
    at,
    facts: { reason },
  })

/** Whether a measure is one that its person may appeal against: what was to their favour is not. */
export const mayAppeal = ({ kind, appealedAt }: Pick<Measure, 'kind' | 'appealedAt'>): boolean =>
  appealedAt === null && (kind === 'hidden' || kind === 'warned' || kind === 'removed')
