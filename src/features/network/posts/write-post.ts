import { notFound } from '../../../core/errors.ts'
import { type PostProblem, readPostText, readThread } from '../../../core/network/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Fund } from '../../funds/index.ts'
import { type AskedOfNetwork, type Network, openNetwork } from '../open-network.ts'
import { recordInNetwork } from '../record-network.ts'
import { followersOfThread, readersOfTopic } from './follows.store.ts'
import {
  insertPost,
  insertPostVersion,
  insertThread,
  lockPost,
  type Post,
  postById,
  type Thread,
  threadById,
} from './posts.store.ts'
import { tellOfPost } from './tell-of-post.ts'

export type WriteProblem =
  | PostProblem
  /** The code of conduct in force has to be accepted first. */
  | { readonly code: 'conduct-first' }
  | { readonly code: 'post-hidden' }

type OfThread = AskedOfNetwork & { readonly thread: string }
type OfPost = AskedOfNetwork & { readonly post: string }

/** A thread for a member. @throws {NotFound} if there is none in this network, or they are no member */
export async function openThread(db: Database | Tx, asked: OfThread): Promise<Network & { readonly thread: Thread }> {
  const network = await openNetwork(db, asked)
  const thread = await threadById(db, asked.thread)
  if (thread === undefined || thread.fundId !== network.fund.id) throw notFound('question')
  return { ...network, thread }
}

/** Asks or tells the network something, and mails it to its members. @returns the id of the thread. @throws {NotFound} */
export async function beginThread(
  services: Services,
  asked: AskedOfNetwork & { readonly title: string; readonly topic: string; readonly text: string },
): Promise<Result<string, WriteProblem>> {
  const read = readThread(asked)
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person, member } = await openNetwork(tx, asked)
    if (!member.accepted) return refused({ code: 'conduct-first' })
    if (!read.ok) return read
    const { title, topic, text } = read.value
    const [id, postId] = [services.newId(), services.newId()]
    const { at } = asked
    await insertThread(tx, { id, fundId: fund.id, title, topic, at, by: person.personId })
    await insertPost(tx, { id: postId, threadId: id, authorId: person.personId, via: 'page', text, at })
    await record(tx, fund, 'network.thread-begun', { postId, by: person.personId, at })
    const to = await readersOfTopic(tx, { fundId: fund.id, topic, butId: person.personId, on: isoDay(at) })
    await tellOfPost(tx, services, {
      fund,
      threadId: id,
      title,
      author: person.name || person.email,
      text,
      to,
      first: true,
      at,
    })
    return done(id)
  })
}

/** Answers in a thread on its page. @returns the id of the post. @throws {NotFound} */
export async function answerThread(
  services: Services,
  asked: OfThread & { readonly text: string },
): Promise<Result<string, WriteProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person, member, thread } = await openThread(tx, asked)
    if (!member.accepted) return refused({ code: 'conduct-first' })
    return await addReply(tx, services, { fund, thread, person, text: asked.text, via: 'page', at: asked.at })
  })
}

/** Adds what somebody answered, however it came, and mails it to whoever follows. Their right to it was asked before. */
export async function addReply(
  tx: Tx,
  services: Services,
  reply: {
    readonly fund: Fund
    readonly thread: Pick<Thread, 'id' | 'title'>
    readonly person: { readonly personId: string; readonly name: string; readonly email: string }
    readonly text: string
    readonly via: Post['via']
    readonly at: Date
  },
): Promise<Result<string, PostProblem>> {
  const { fund, thread, person, via, at } = reply
  const read = readPostText(reply.text)
  if (!read.ok) return read
  const id = services.newId()
  await insertPost(tx, { id, threadId: thread.id, authorId: person.personId, via, text: read.value, at })
  await record(tx, fund, 'network.post-written', { postId: id, by: person.personId, at })
  const to = await followersOfThread(tx, {
    fundId: fund.id,
    threadId: thread.id,
    butId: person.personId,
    on: isoDay(at),
  })
  const author = person.name || person.email
  await tellOfPost(tx, services, {
    fund,
    threadId: thread.id,
    title: thread.title,
    author,
    text: read.value,
    to,
    first: false,
    at,
  })
  return done(id)
}

/** A post for a member. @throws {NotFound} if there is none in this network, or they are no member */
export async function openPost(
  db: Database | Tx,
  asked: OfPost,
  find: (db: Database | Tx, id: string) => Promise<Post | undefined> = postById,
): Promise<Network & { readonly post: Post }> {
  const network = await openNetwork(db, asked)
  const post = await find(db, asked.post)
  if (post === undefined || post.fundId !== network.fund.id) throw notFound('post')
  return { ...network, post }
}

/** The same for its author. @throws {NotFound} for everybody else */
export async function openOwnPost(db: Database | Tx, asked: OfPost, find = postById) {
  const opened = await openPost(db, asked, find)
  if (opened.post.authorId !== opened.person.personId) throw notFound('post')
  return opened
}

/** Writes another version of one's own post; those before it are kept and can be read. @throws {NotFound} */
export async function editPost(
  services: Services,
  asked: OfPost & { readonly text: string },
): Promise<Result<Post, WriteProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, person, member, post } = await openOwnPost(tx, asked, async (_, id) => await lockPost(tx, id))
    if (!member.accepted) return refused({ code: 'conduct-first' })
    if (post.hiddenAt !== null) return refused({ code: 'post-hidden' })
    const read = readPostText(asked.text)
    if (!read.ok) return read
    if (read.value === post.text) return done(post)
    await insertPostVersion(tx, post.id, { number: post.versions + 1, text: read.value, writtenAt: asked.at })
    await record(tx, fund, 'network.post-edited', { postId: post.id, by: person.personId, at: asked.at })
    return done(post)
  })
}

const record = async (
  tx: Tx,
  fund: Fund,
  action: string,
  { postId, by, at }: { readonly postId: string; readonly by: string; readonly at: Date },
): Promise<void> =>
  await recordInNetwork(tx, { action, fundId: fund.id, by, objectType: 'network-post', objectId: postId, at })
