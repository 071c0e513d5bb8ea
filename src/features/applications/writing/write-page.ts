import { type Form, kindQuestions } from '../../../core/forms/index.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { answerFacts } from '../screening/answer-facts.ts'
import { answersNow, type SavedRow } from './answers.store.ts'
import { type PageToWrite, writeAnswers } from './write-answers.ts'

/**
 * Writes answers as this person; where the form asks what kind of body one of them names, that is answered in the same
 * transaction.
 *
 * @returns what came of it: see `writeAnswers`. What was answered so stands in `before`
 * @throws {NotFound} if there is no such application, or the page is not this person's to write
 */
export async function writePage(db: Database, actor: SignedIn, form: Form, page: PageToWrite): Promise<SavedRow> {
  const kinds = kindQuestions(form)
  if (!page.posted.some((answer) => kinds.includes(answer.question_id))) return await writeAnswers(db, actor, page)
  return await db.transaction().execute(async (tx) => {
    const row = await writeAnswers(tx, actor, page)
    if (Object.keys(row.written).length === 0) return row
    await answerFacts(tx, { form, applicationId: row.id, personId: actor.personId, at: page.at })
    const posted = new Set(page.posted.map((answer) => answer.question_id))
    const answered = kinds.filter((id) => !posted.has(id))
    return { ...row, before: { ...row.before, ...(await answersNow(tx, row.id, answered)) } }
  })
}
