import type { Question } from '../../../core/forms/index.ts'
import { commentsPath, givePath, historyPath, presencePath } from '../applications.paths.ts'
import type { Opened } from '../open-application.ts'
import { forWords } from '../owing/owing.messages.ts'
import type { TogetherModel } from './pages/question.ts'

/** What goes on at a page, for those who write. */
export function togetherOf(
  { application, access }: Pick<Opened, 'application' | 'access'>,
  pageId: string,
  questions: readonly Question[],
): TogetherModel {
  const { reference, together } = application
  const given = together?.given ?? null
  return {
    comments: { href: commentsPath(reference, pageId), open: together?.comments ?? 0 },
    history: historyPath(reference, pageId),
    give: access === 'write' ? givePath(reference, pageId) : undefined,
    given: given === null ? '' : forWords(given.name, given.dueOn),
    questions: questions.flatMap(({ id, label }) => {
      const own = together?.questions.find((one) => one.id === id)
      return own === undefined ? [] : [{ label, href: `#${id}`, who: forWords(own.name, own.dueOn) }]
    }),
    present: together?.present ?? [],
    presence: presencePath(reference, pageId),
  }
}
