import { notFound } from '../../../core/errors.ts'
import { type ResourceProblem, type ResourceTyped, readResource } from '../../../core/network/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { programmeTeamOf } from '../../accounts/index.ts'
import { type Fund, findFund, fundBySlug } from '../../funds/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { type AskedOfNetwork, type Network, openNetwork } from '../open-network.ts'
import { queueInNetwork } from '../queue-in-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { resourcePath, reviewResourcePath } from './library.paths.ts'
import { reviewedMail, toReviewMail } from './library-mail.messages.ts'
import {
  insertResource,
  type Resource,
  type ResourceState,
  resourceById,
  saveResourceState,
} from './resources.store.ts'

export type SendProblem = ResourceProblem | { readonly code: 'conduct-first' }

/** Sends a resource to those who review it. @returns its id. @throws {NotFound} for no member */
export async function sendResource(
  services: Services,
  asked: AskedOfNetwork & { readonly typed: ResourceTyped },
): Promise<Result<string, SendProblem>> {
  const read = readResource(asked.typed)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person, member } = await openNetwork(tx, asked)
    if (!member.accepted) return refused({ code: 'conduct-first' })
    if (!read.ok) return read
    const id = services.newId()
    const { illustrative } = fund
    await insertResource(tx, { ...read.value, id, fundId: fund.id, illustrative, at: asked.at, by: person.personId })
    await record(tx, fund, 'network.resource-sent', { id, by: person.personId, at: asked.at })
    const link = `${originForMail(services.config)}${reviewResourcePath(fund.slug, id)}`
    for (const to of await programmeTeamOf(tx, fund.id))
      if (to.id !== person.personId)
        await queueInNetwork(tx, services, fund, {
          kind: 'network.resource-sent',
          to,
          words: (say) => say(toReviewMail)(read.value.title, link),
        })
    return done(id)
  })
}

/** A resource for a member: of those that are published, their own, and all for those who run the network. @throws {NotFound} */
export async function openResource(
  db: Database | Tx,
  asked: AskedOfNetwork & { readonly resource: string },
): Promise<Network & { readonly resource: Resource }> {
  const network = await openNetwork(db, asked)
  const resource = await resourceById(db, asked.resource)
  if (resource === undefined || resource.fundId !== network.fund.id || !seesResource(network, resource))
    throw notFound('resource')
  return { ...network, resource }
}

/** Whether a member sees a resource: once it is published, and before that who sent it and who reviews it. */
export const seesResource = (
  { person, fund }: Pick<Network, 'person' | 'fund'>,
  { state, sentBy }: Resource,
): boolean =>
  state === 'members' || state === 'public' || sentBy === person.personId || may(person, 'network:run', fund.id)

/** A resource for everybody. @throws {NotFound} unless it is public */
export async function openPublicResource(
  db: Database | Tx,
  slug: string,
  id: string,
): Promise<{ readonly fund: Fund; readonly resource: Resource }> {
  const fund = await fundBySlug(db, slug)
  const resource = await resourceById(db, id)
  if (fund === undefined || resource?.fundId !== fund.id || resource.state !== 'public') throw notFound('resource')
  return { fund, resource }
}

export type ReviewProblem = { readonly code: 'step-missing' | 'note-missing' | 'own-resource' | 'changed-meanwhile' }

/** What those who review do with a resource, from the state that it is in. Public is a second step, after members have it. */
export const stepsFrom: Readonly<Record<ResourceState, readonly ResourceState[]>> = {
  'in-review': ['members', 'returned'],
  returned: ['members'],
  members: ['public', 'returned'],
  public: ['members'],
}

type ByReviewer = AskedOfNetwork & { readonly resource: string; readonly personId: string }

/** A resource for those who review. @throws {NotFound} for everybody else */
export async function openReview(db: Database | Tx, asked: Pick<ByReviewer, 'actor' | 'fund' | 'resource'>) {
  const fund = await findFund(db, asked.actor, 'network:run', asked.fund)
  const resource = await resourceById(db, asked.resource)
  if (resource?.fundId !== fund.id) throw notFound('resource')
  return { fund, resource }
}

/** Publishes a resource to members, then to everybody, or takes it back, and tells whoever sent it. @throws {NotFound} */
export async function reviewResource(
  services: Services,
  asked: ByReviewer & { readonly step: string; readonly note: string },
): Promise<Result<ResourceState, ReviewProblem>> {
  const note = asked.note.trim().slice(0, 2000)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, resource } = await openReview(tx, asked)
    const state = stepsFrom[resource.state].find((each) => each === asked.step)
    if (resource.sentBy === asked.personId) return refused({ code: 'own-resource' })
    if (state === undefined) return refused({ code: 'step-missing' })
    if (state === 'returned' && note === '') return refused({ code: 'note-missing' })
    const change = { id: resource.id, was: resource.state, state, note, at: asked.at, by: asked.personId }
    if (!(await saveResourceState(tx, change))) return refused({ code: 'changed-meanwhile' })
    await record(tx, fund, 'network.resource-reviewed', { id: resource.id, by: asked.personId, at: asked.at, state })
    await queueInNetwork(tx, services, fund, {
      kind: 'network.resource-reviewed',
      to: { id: resource.sentBy, email: resource.senderEmail },
      words: (say) =>
        say(reviewedMail)({
          title: resource.title,
          state,
          note,
          link: `${originForMail(services.config)}${resourcePath(fund.slug, resource.id)}`,
        }),
    })
    return done(state)
  })
}

const record = async (
  tx: Tx,
  fund: Fund,
  action: string,
  {
    id,
    by,
    at,
    state,
  }: { readonly id: string; readonly by: string; readonly at: Date; readonly state?: ResourceState },
): Promise<void> =>
  await recordInNetwork(tx, {
    action,
    fundId: fund.id,
    by,
    objectType: 'network-resource',
    objectId: id,
    at,
    facts: state === undefined ? {} : { state },
  })
