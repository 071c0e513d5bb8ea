import { answeredFiles, answerWords, asksForFiles, type NameOf, type Question } from '../../../core/forms/index.ts'
import { wordDiff } from '../../../core/text/word-diff.ts'
import type { Database } from '../../../platform/database/database.ts'
import { seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationsById } from '../../accounts/index.ts'
import { filesOfOwner } from '../../files/index.ts'
import { withGoneFiles } from '../../forms/index.ts'
import { historyPath, questionPath } from '../applications.paths.ts'
import { writesPage } from '../open-application.ts'
import { sayWritten } from '../say-deadline.ts'
import type { AnswerVersion } from './history.store.ts'
import { historyPage } from './pages/history.ts'
import { readHistory, restoreAnswer } from './restore-answer.ts'

/** What the answers of a page have been. */
export const historyRoutes = (services: Services): Route[] => [
  get('/applications/:reference/pages/:page/history', 'application:write', async (ask) => {
    const request = requestOf(ask)
    const history = await readHistory(services.db, ask.actor, request)
    const { application, page, versions } = history
    const names = await organisationsById(services.db, idsIn(versions))
    const files = await filesIn(services.db, request.reference, page.questions, versions)
    const nameOf = (_: string, id: string) => names.get(id)?.name
    return show(
      historyPage({
        reference: request.reference,
        illustrative: application.illustrative,
        page: page.title,
        questions: page.questions.map((question) => ({
          id: question.id,
          label: question.label,
          versions: shown(
            question,
            versions.filter(({ questionId }) => questionId === question.id),
            { nameOf, isThere: (file) => files.has(file), deadlineAt: application.deadlineAt },
          ),
        })),
        takesFiles: asksForFiles(page.questions),
        mayRestore: writesPage(history, page.id) && application.state !== 'submitted',
        action: historyPath(request.reference, page.id),
        back: questionPath(request.reference, page.id),
        csrf: ask.csrf,
      }),
    )
  }),
  post('/applications/:reference/pages/:page/history', 'application:write', 'application.saved', async (ask) => {
    const request = requestOf(ask)
    const outcome = await restoreAnswer(services, ask.actor, {
      ...request,
      questionId: ask.form.line('question'),
      version: Number(ask.form.line('version')),
      shown: Number(ask.form.line('shown')),
    })
    return seeOther(historyPath(request.reference, request.pageId), { flash: outcomes[outcome] })
  }),
]

const outcomes = {
  restored: 'The earlier version is the answer again. What it replaced is kept below.',
  changed: 'Nothing was put back, because somebody else has changed the answer. Check it and try again.',
  submitted: 'Nothing was put back, because the application is submitted.',
  'other-form':
    'Nothing was put back, because the form changed at that moment. Look again, and put it back if you still want it.',
} as const

const requestOf = (ask: Ask) => ({
  reference: param(ask, 'reference'),
  pageId: param(ask, 'page'),
  receivedAt: ask.receivedAt,
})

/** Whatever in the answers may be the id of a body: the register says which are. */
const idsIn = (versions: readonly AnswerVersion[]): readonly string[] =>
  versions.flatMap(({ value }) => (typeof value === 'string' && value.length < 40 ? [value] : []))

/** The files that versions name and that are still there, by id. */
async function filesIn(
  db: Database,
  reference: string,
  questions: readonly Question[],
  versions: readonly AnswerVersion[],
): Promise<ReadonlyMap<string, unknown>> {
  const named = versions.flatMap(({ questionId, value }) =>
    answeredFiles(
      questions.filter(({ id }) => id === questionId),
      { [questionId]: value },
    ).map(({ file }) => file.id),
  )
  return await filesOfOwner(db, { type: 'application', id: reference }, [...new Set(named)])
}

type About = {
  readonly nameOf: NameOf
  /** Whether a file is still there. */
  readonly isThere: (file: string) => boolean
  readonly deadlineAt: Date | null
}

function shown(question: Question, versions: readonly AnswerVersion[], { nameOf, isThere, deadlineAt }: About) {
  const isText = question.type === 'short-text' || question.type === 'long-text'
  return versions.map(({ version, by, savedAt, value }, at) => {
    const before = versions[at + 1]?.value ?? ''
    return {
      version,
      by,
      time: sayWritten(savedAt, deadlineAt),
      isNow: at === 0,
      changes:
        isText && (typeof before === 'string' || before === null) && (typeof value === 'string' || value === null)
          ? wordDiff(before ?? '', value ?? '').segments
          : undefined,
      lines: value === null ? ['Left blank'] : answerWords(question, withGoneFiles(question, value, isThere), nameOf),
    }
  })
}
