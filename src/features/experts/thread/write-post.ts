import { notFound } from '../../../core/errors.ts'
import { mayRead, type SeenBy } from '../../../core/experts/index.ts'
import { bytesInMegabyte, documentKinds, type FileProblem } from '../../../core/files/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { judgeSeveral, keepSeveral, type SentFile } from '../../files/index.ts'
import { postedMail } from '../experts-mail.messages.ts'
import { expertById } from '../people/experts.store.ts'
import { recordExpert } from '../record-expert.ts'
import { councilOf, mailPlace, teamOf, writeTo } from '../write-to.ts'
import { type AskedRequest, holdRequest, type OpenedRequest } from './open-request.ts'
import { insertPost } from './posts.store.ts'

/** How many files go with one message, and how large each may be. */
export const mostFiles = 5
export const mostFileMegabytes = 20
/** What goes with one message. */
export const papersTaken = {
  most: mostFiles,
  rules: { accept: documentKinds, mostBytes: mostFileMegabytes * bytesInMegabyte },
}

const longestPost = 5000

export type PostProblem =
  | FileProblem
  | { readonly code: 'post-missing' | 'post-too-long' | 'readers-missing' | 'request-closed' }

type Typed = {
  readonly words: string
  readonly seenBy: SeenBy | undefined
  readonly sent: readonly SentFile[]
}

/**
 * Says something about a question, with files, to the readers that are chosen. Nothing is said while a file will not do:
 * whoever sends it again would say it twice.
 *
 * @returns how many files were kept
 * @throws {NotFound} for anybody who does not take part: the council, its expert and the programme team do
 */
export async function writePost(
  services: Services,
  actor: Actor,
  { words, seenBy, sent, ...asked }: AskedRequest & Typed,
): Promise<Result<number, PostProblem>> {
  const id = services.newId()
  const judged = await judgeSeveral(sent, papersTaken)
  const posted = await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const problems = [...problemsWith(opened, words, seenBy), ...(judged.ok ? [] : judged.problems)]
    if (!judged.ok || problems.length > 0) return refused<PostProblem>(...problems)
    const { request, fund, actor: person } = opened
    const post = { id, requestId: request.id, words: words.trim(), seenBy: seenBy ?? 'expert' }
    await insertPost(tx, { ...post, at: asked.at, by: person.personId })
    const on = ['expert-request', request.id] as const
    const facts = { number: request.number, seenBy: post.seenBy }
    await recordExpert(tx, { action: 'expert.posted', fundId: fund.id, by: person.personId, at: asked.at, on, facts })
    await tellReaders(tx, services, opened, post.seenBy, asked.at)
    return done({ ...opened, files: judged.value })
  })
  if (!posted.ok) return posted
  const { request, fund, actor: person, files } = posted.value
  const { kept, problems } = await keepSeveral(services, files, {
    owner: { type: 'expert-request', id: request.id },
    questionId: id,
    fundId: fund.id,
    there: 0,
    ...papersTaken,
    by: person.personId,
    at: asked.at,
  })
  return problems.length > 0 ? refused(...problems) : done(kept)
}

function problemsWith(
  { side, request }: OpenedRequest,
  words: string,
  seenBy: SeenBy | undefined,
): readonly PostProblem[] {
  if (side === 'reader' || side === 'panel') throw notFound('request')
  if (request.state === 'withdrawn') return [{ code: 'request-closed' }]
  const problems: (PostProblem | false)[] = [
    words.trim() === '' && { code: 'post-missing' },
    words.length > longestPost && { code: 'post-too-long' },
    (seenBy === undefined || !mayRead(seenBy, side)) && { code: 'readers-missing' },
  ]
  return problems.filter((each) => each !== false)
}

/** Tells those whom it concerns: the council and its expert, and the programme team where it is for them. */
async function tellReaders(
  tx: Tx,
  services: Services,
  { request, fund, actor }: OpenedRequest,
  seenBy: SeenBy,
  at: Date,
): Promise<void> {
  const expert = request.expertId === null ? undefined : await expertById(tx, fund.id, request.expertId)
  const people = [
    ...(await councilOf(tx, request.organisationId, at)),
    ...(expert === undefined ? [] : [{ id: expert.personId, email: expert.email }]),
    ...(seenBy === 'team' ? await teamOf(tx, fund) : []),
  ].filter(({ id }) => id !== actor.personId)
  const { number, title } = request
  await writeTo(tx, services, fund, people, (say) =>
    say(postedMail)({ ...mailPlace(services, fund), number, title }, actor.name),
  )
}
