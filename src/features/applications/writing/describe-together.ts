import { commentsPath, historyPath, presencePath } from '../applications.paths.ts'
import type { WithAnswers } from '../applications.store.ts'
import { dueWords } from '../owing/owing.messages.ts'
import type { TogetherModel } from './pages/question.ts'

/** What goes on at a page, for those who write. */
export function togetherOf({ reference, together }: WithAnswers, pageId: string): TogetherModel {
  const given = together?.given ?? null
  return {
    comments: { href: commentsPath(reference, pageId), open: together?.comments ?? 0 },
    history: historyPath(reference, pageId),
    given:
      given === null ? '' : [`For ${given.name}`, dueWords(given.dueOn)].filter((words) => words !== '').join(', '),
    present: together?.present ?? [],
    presence: presencePath(reference, pageId),
  }
}
