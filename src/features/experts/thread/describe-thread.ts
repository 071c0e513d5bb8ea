import { mayRead, type Side, seenBy } from '../../../core/experts/index.ts'
import { documentKinds, sentLimits } from '../../../core/files/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { allFilesOf } from '../../files/index.ts'
import { storedFileList } from '../../forms/index.ts'
import { requestStepPath } from '../experts.paths.ts'
import type { FollowUp } from './follow-ups.store.ts'
import type { Note } from './notes.store.ts'
import type { OpenedRequest } from './open-request.ts'
import type { ShownNote } from './pages/notes.ts'
import type { PostForm, ShownPost } from './pages/posts.ts'
import { postsOf } from './posts.store.ts'
import { readersWords, seenByWords } from './thread.messages.ts'
import { mostFileMegabytes, mostFiles } from './write-post.ts'

const limits = sentLimits({ most: mostFiles, kinds: documentKinds, megabytes: mostFileMegabytes })

/** Who takes part in a question: they write, and advise or answer. */
export const takesPart = (side: Side): boolean => side === 'council' || side === 'expert' || side === 'team'

/** What was said about a question, as far as this side reads it, with its files. */
export async function describePosts(
  db: Database,
  { request, fund, side }: OpenedRequest,
): Promise<readonly ShownPost[]> {
  const posts = (await postsOf(db, request.id)).filter((post) => mayRead(post.seenBy, side))
  const files = await allFilesOf(db, { type: 'expert-request', id: request.id })
  return posts.map(({ id, words, seenBy: readers, postedAt, postedBy }) => ({
    words,
    readers: readersWords[readers],
    time: ukTime(postedAt),
    datetime: postedAt.toISOString(),
    by: postedBy,
    files: storedFileList(
      files.filter(({ questionId }) => questionId === id),
      (file) => requestStepPath(fund.slug, request.number, `files/${file}`),
    ),
  }))
}

/** Where something is said; undefined for those who only read. */
export function describePostForm(ask: Ask, { request, fund, side }: OpenedRequest): PostForm | undefined {
  if (!takesPart(side) || request.state === 'withdrawn') return undefined
  return {
    action: requestStepPath(fund.slug, request.number, 'posts'),
    typed: { words: ask.form.text('words'), readers: ask.form.line('readers') },
    readers: seenBy.filter((each) => mayRead(each, side)).map((value) => ({ value, text: seenByWords[value] })),
    ...limits,
  }
}

const answerWords = { accepted: 'The council accepted it', more: 'The council asked for more' } as const

const openWords = (withdrawn: boolean): string =>
  withdrawn ? 'The question was withdrawn before the council answered' : 'The council has still to answer'

/** A version of the advice. @param withdrawn whether its question is */
export const describeNote = (
  { number, expert, advice, hours, writtenAt, answer, answerWords: words }: Note,
  withdrawn: boolean,
): ShownNote => ({
  heading: `Version ${number}, by ${expert}, ${ukTime(writtenAt)}`,
  advice,
  lines: [
    `Hours spent in all: ${hours}`,
    answer === null ? openWords(withdrawn) : answerWords[answer],
    ...(words === '' ? [] : [words]),
  ],
})

export const dueWords = ({ dueOn }: FollowUp): string => `The council is asked on ${dayInWords(dueOn)}.`
