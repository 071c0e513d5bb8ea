import { contentHash, type Json } from '../../core/canonical/index.ts'
import {
  checkDefinition,
  type DefinitionProblem,
  type Form,
  findQuestion,
  type Question,
} from '../../core/forms/index.ts'
import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import type { RoundPath } from '../funds/index.ts'
import { describePlace } from './describe-place.ts'
import { findWriter, holdVersion } from './find-version.ts'
import type { FormProblem } from './form-problem.ts'
import { type FormVersion, saveDraftRow, versionsOfForm } from './forms.store.ts'

/** Which draft somebody changes. */
export type DraftAsked = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly versionId: string
  readonly at: Date
}

/** A change of one part of a draft. `earlier`: the versions before it, whose ids are not given to anything new. */
export type Edit = (draft: Form, earlier: readonly Form[]) => Result<Form, FormProblem>

/**
 * Changes a part of a draft as it is now, so that two people at two parts do not meet; an edit of a part that is not as
 * its page showed it is refused by the edit, and here it is added who changed it and when.
 *
 * @param change what is done, for the audit log: no words of the form
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function changeDraft(
  services: Services,
  { actor, path, versionId, at }: DraftAsked,
  change: { readonly [key: string]: string },
  edit: Edit,
): Promise<Result<FormVersion, FormProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { version } = await holdVersion(tx, actor, path, versionId)
    if (version.publishedAt !== null) return refused({ code: 'published-meanwhile', number: version.number })
    const earlier = (await versionsOfForm(tx, version.formId)).filter(({ id }) => id !== versionId)
    const edited = edit(
      version.definition,
      earlier.map(({ definition }) => definition),
    )
    if (!edited.ok) {
      const by = await findWriter(tx, version)
      return refused(
        ...edited.problems.map((problem) => ('by' in problem ? { ...problem, by, at: version.savedAt } : problem)),
      )
    }
    const checked = checkDefinition(edited.value)
    if (!checked.ok) return refused(...checked.problems.map((found) => inWords(edited.value, found)))
    const definition = checked.value
    const sha256 = contentHash(definition as unknown as Json, services.sha256)
    if (sha256 === version.sha256) return done(version)
    await saveDraftRow(tx, { id: version.id, formId: version.formId, definition, sha256, savedAt: at })
    await recordEvent(tx, {
      action: 'form.draft-saved',
      actorId: personIdOf(actor),
      fundId: version.fundId,
      objectType: 'form',
      objectId: version.formId,
      at,
      facts: { number: version.number, sha256, change },
    })
    return done({ ...version, definition, sha256, savedAt: at })
  })
}

/** A problem of the whole for somebody who sees no ids: questions by their labels. */
function inWords(form: Form, { at, text }: DefinitionProblem): FormProblem {
  const named = text.replaceAll(/“([^”]+)”/g, (whole, id: string) => {
    const label = findQuestion(form, id)?.label ?? form.pages.find((page) => page.id === id)?.title
    return label === undefined ? whole : `“${label}”`
  })
  return { code: 'definition-wrong', at, text: named, place: describePlace(form, at, 'editor') }
}

/** What a page shows of a part of a form, to find out later whether it is still that. */
export const partHash = (part: unknown, { sha256 }: Pick<Services, 'sha256'>): string =>
  contentHash((part ?? null) as Json, sha256)

/** Everything about a clash but its name and time, which {@link changeDraft} knows. */
export const unnamed = { by: '', at: new Date(0) } as const

/** The form with each list of questions that stand together changed: those of each page, and those of each group. */
export function withQuestions(
  form: Form,
  change: (questions: readonly Question[], within: string) => readonly Question[],
): Form {
  const inGroup = (question: Question): Question =>
    question.type === 'repeating-group'
      ? { ...question, questions: change(question.questions, question.id) as typeof question.questions }
      : question
  return {
    ...form,
    pages: form.pages.map((page) => ({ ...page, questions: change(page.questions, page.id).map(inGroup) })),
  }
}
