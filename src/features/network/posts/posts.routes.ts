import { topics } from '../../../core/network/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { wordDiff } from '../../../core/text/word-diff.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type FieldText, markdownHint } from '../../../ui/patterns/index.ts'
import { askedOf } from '../asked-of.routes.ts'
import { conductPath } from '../members/members.paths.ts'
import { type Measure, measuresOnPosts } from '../moderating/measures.store.ts'
import { moderatePostPath, ownMeasurePath } from '../moderating/moderating.paths.ts'
import { networkCrumbs } from '../network-crumbs.ts'
import { type Network, openNetwork } from '../open-network.ts'
import { followThread, followTopics } from './follow-thread.ts'
import { followsOf } from './follows.store.ts'
import { newThreadPage } from './pages/new-thread.ts'
import { postFormPage, postHistoryPage } from './pages/post.ts'
import { type ShownPost, threadPage } from './pages/thread.ts'
import { threadsPage } from './pages/threads.ts'
import { topicWords, writeProblemText } from './posts.messages.ts'
import {
  editPostPath,
  followPath,
  followTopicPath,
  newThreadPath,
  postPath,
  replyPath,
  reportPostPath,
  threadPath,
  threadsPath,
} from './posts.paths.ts'
import { type Post, postsOf, threadsOf, versionsOf } from './posts.store.ts'
import { answerThread, beginThread, editPost, openOwnPost, openPost, openThread } from './write-post.ts'

const all = '/network/:fund/questions'
const one = `${all}/:thread`

/** What members ask and tell each other. */
export const postsRoutes = (services: Services): Route[] => [
  get(all, 'network:take-part', async (ask) => await showThreads(services, ask)),
  get(`${all}/new`, 'network:take-part', async (ask) => await showNew(services, ask, [])),
  post(`${all}/new`, 'network:take-part', 'network.thread-begun', async (ask) => {
    const result = await beginThread(services, { ...askedOf(ask), ...typedIn(ask) })
    if (!result.ok) return await showNew(services, ask, result.problems.map(writeProblemText))
    return seeOther(threadPath(param(ask, 'fund'), result.value), { flash: 'Posted. We have emailed the members.' })
  }),
  get(one, 'network:take-part', async (ask) => await showThread(services, ask, [])),
  post(`${one}/replies`, 'network:take-part', 'network.post-written', async (ask) => {
    const result = await answerThread(services, { ...ofThread(ask), text: ask.form.text('text') })
    if (!result.ok) return await showThread(services, ask, result.problems.map(writeProblemText))
    return seeOther(`${threadPath(param(ask, 'fund'), param(ask, 'thread'))}#post-${result.value}`)
  }),
  post(`${one}/follow`, 'network:take-part', 'network.follow-changed', async (ask) => {
    await followThread(services, { ...ofThread(ask), follows: ask.form.line('follows') === 'yes' })
    return seeOther(threadPath(param(ask, 'fund'), param(ask, 'thread')), { flash: 'Saved.' })
  }),
  post('/network/:fund/topics', 'network:take-part', 'network.follow-changed', async (ask) => {
    await followTopics(services, { ...askedOf(ask), chosen: ask.form.all('topics') })
    return seeOther(threadsPath(param(ask, 'fund')), { flash: 'Your choice of emails is saved.' })
  }),
  get('/network/:fund/posts/:post', 'network:take-part', async (ask) => await showHistory(services, ask)),
  get('/network/:fund/posts/:post/edit', 'network:take-part', async (ask) => await showEdit(services, ask, [])),
  post('/network/:fund/posts/:post/edit', 'network:take-part', 'network.post-edited', async (ask) => {
    const result = await editPost(services, { ...ofPost(ask), text: ask.form.text('text') })
    if (!result.ok) return await showEdit(services, ask, result.problems.map(writeProblemText))
    return seeOther(threadPath(param(ask, 'fund'), result.value.threadId), { flash: 'Your post is changed.' })
  }),
]

const ofThread = (ask: Ask) => ({ ...askedOf(ask), thread: param(ask, 'thread') })
const ofPost = (ask: Ask) => ({ ...askedOf(ask), post: param(ask, 'post') })

const typedIn = ({ form }: Ask) => ({ title: form.line('title'), topic: form.line('topic'), text: form.text('text') })

const conductHrefOf = ({ fund, member }: Network): string | undefined =>
  member.accepted ? undefined : conductPath(fund.slug)

async function showThreads({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund, person } = await openNetwork(db, askedOf(ask))
  const topic = topics.find((each) => each === ask.query.get('topic')) ?? ''
  const threads = await threadsOf(db, fund.id, topic)
  const follows = await followsOf(db, fund.id, person.personId)
  const pages = pageOfList(ask.query, { total: threads.length, path: threadsPath(fund.slug, topic) })
  return show(
    threadsPage({
      fund,
      crumbs: networkCrumbs(fund),
      askHref: newThreadPath(fund.slug),
      topics: [
        { href: threadsPath(fund.slug), text: 'All topics', current: topic === '' },
        ...topics.map((each) => ({
          href: threadsPath(fund.slug, each),
          text: topicWords[each],
          current: each === topic,
        })),
      ],
      threads: threads.slice(pages.from, pages.to).map((thread) => ({
        href: threadPath(fund.slug, thread.id),
        title: thread.title,
        detail: `${topicWords[thread.topic]}. By ${thread.author}. ${answersWords(thread.replies)}, the latest at ${ukTime(thread.lastAt)}`,
      })),
      pages,
      told: {
        action: followTopicPath(fund.slug),
        items: topics.map((value) => ({ value, text: topicWords[value] })),
        values: topics.filter((each) => follows.get(each) ?? true),
      },
      csrf: ask.csrf,
    }),
  )
}

const answersWords = (count: number): string => (count === 1 ? '1 answer' : `${Math.max(0, count)} answers`)

async function showNew({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const network = await openNetwork(db, askedOf(ask))
  const { fund } = network
  const page = newThreadPage({
    fund,
    crumbs: networkCrumbs(fund, { text: 'Questions and posts', href: threadsPath(fund.slug) }),
    conductHref: conductHrefOf(network),
    action: newThreadPath(fund.slug),
    topics: topics.map((value) => ({ value, text: topicWords[value] })),
    typed: typedIn(ask),
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

async function showThread({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const network = await openThread(db, ofThread(ask))
  const { fund, person, thread } = network
  const posts = await postsOf(db, thread.id)
  const follows = (await followsOf(db, fund.id, person.personId)).get(thread.id)
  const moderates = may(ask.actor, 'network:run', fund.id)
  const measures = await measuresOnPosts(db, { threadId: thread.id, personId: person.personId })
  const readers = posts.map(({ id, authorId }) => ({
    own: authorId === person.personId,
    moderates,
    measure: measures.get(id),
  }))
  const page = threadPage({
    fund,
    crumbs: networkCrumbs(fund, { text: 'Questions and posts', href: threadsPath(fund.slug) }),
    title: titleFor(thread.title, posts[0], readers[0]),
    topic: topicWords[thread.topic],
    posts: posts.map((each, index) => shownPost(fund.slug, each, readers[index])),
    conductHref: conductHrefOf(network),
    replyAction: replyPath(fund.slug, thread.id),
    followAction: followPath(fund.slug, thread.id),
    follows: follows ?? posts.some(({ authorId }) => authorId === person.personId),
    typed: ask.form.text('text'),
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

/** Who reads a post: its author, with what was last done about it, somebody who moderates, or another member. */
type ReaderOfPost = {
  readonly own: boolean
  readonly moderates: boolean
  readonly measure: Measure | undefined
}

const anotherMember: ReaderOfPost = { own: false, moderates: false, measure: undefined }

/** The title goes with the post that it was written for: where that is hidden from a reader, so is the title. */
const titleFor = (title: string, first: Post | undefined, { own, moderates }: ReaderOfPost = anotherMember): string =>
  first === undefined || first.hiddenAt === null || own || moderates ? title : 'A question that is hidden'

function shownPost(
  fund: string,
  { id, author, via, postedAt, hiddenAt, text, versions, editedAt }: Post,
  { own, moderates, measure }: ReaderOfPost = anotherMember,
): ShownPost {
  const hidden = hiddenAt !== null
  const edited = versions > 1
  const how = [...(via === 'mail' ? ['By email'] : []), ...(edited ? [`Changed at ${ukTime(editedAt)}`] : [])].join(
    '. ',
  )
  const links = [
    own && !hidden && { href: editPostPath(fund, id), text: 'Change', of: 'the post of' },
    edited &&
      (!hidden || own || moderates) && { href: postPath(fund, id), text: 'See the history', of: 'of the post of' },
    !own && moderates && { href: moderatePostPath(fund, id), text: 'Decide', of: 'on the post of' },
    !own && !hidden && !moderates && { href: reportPostPath(fund, id), text: 'Report', of: 'the post of' },
  ]
  return {
    id,
    author,
    when: ukTime(postedAt),
    how,
    text: hidden && !own && !moderates ? undefined : text,
    hidden,
    whyHref: own && hidden && measure !== undefined ? ownMeasurePath(fund, measure.id) : undefined,
    links: links.filter((each) => each !== false),
  }
}

async function showHistory({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund, person, post: found } = await openPost(db, ofPost(ask))
  const reads = found.hiddenAt === null || found.authorId === person.personId || may(ask.actor, 'network:run', fund.id)
  const versions = reads ? await versionsOf(db, found.id) : []
  const page = postHistoryPage({
    fund,
    crumbs: networkCrumbs(fund, { text: found.threadTitle, href: threadPath(fund.slug, found.threadId) }),
    versions: versions.map(({ text, writtenAt }, index) => ({
      when: ukTime(writtenAt),
      segments: index === 0 ? [{ kind: 'same', text }] : wordDiff(versions[index - 1]?.text ?? '', text).segments,
    })),
  })
  return show(page)
}

async function showEdit({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, post: found } = await openOwnPost(db, ofPost(ask))
  const page = postFormPage({
    fund,
    crumbs: networkCrumbs(fund, { text: found.threadTitle, href: threadPath(fund.slug, found.threadId) }),
    title: 'Change your post',
    label: 'Your post',
    hint: `Members can see what it said before. ${markdownHint}`,
    quoted: undefined,
    action: editPostPath(fund.slug, found.id),
    buttonText: 'Save',
    typed: errors.length > 0 ? ask.form.text('text') : found.text,
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
