import { notFound } from '../../../core/errors.ts'
import { copyQuestions, namer, takenIds } from '../../../core/forms/edit/index.ts'
import { childrenOf, findQuestion, type Question, questionsOf, referencesOf } from '../../../core/forms/index.ts'
import { personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { changeDraft, type DraftAsked } from '../change-draft.ts'
import { findVersion } from '../find-version.ts'
import type { FormProblem } from '../form-problem.ts'
import type { FormVersion } from '../forms.store.ts'
import type { BuildProblem } from './building.messages.ts'
import { wrong } from './change-condition.ts'
import { insertSet, retireSetNamed, retireSetRow, setsFor } from './sets.store.ts'

/**
 * Keeps questions of a draft as a set of the fund. Their conditions may read only each other.
 *
 * @param asked `replace`: whether they take the place of the set that has this name. Forms that have its questions keep them
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function keepSet(
  services: Services,
  asked: DraftAsked & { readonly name: string; readonly questionIds: readonly string[]; readonly replace: boolean },
): Promise<Result<undefined, FormProblem>> {
  const { actor, path, versionId, at, questionIds } = asked
  const name = asked.name.trim()
  return await services.db.transaction().execute(async (tx) => {
    const { version } = await findVersion(tx, actor, 'fund:edit', path, versionId)
    const personId = personIdOf(actor)
    if (personId === null) throw notFound('form version')
    const form = version.definition
    const questions = questionsOf(form).filter(({ id }) => questionIds.includes(id))
    const labelOf = (id: string) => findQuestion(form, id)?.label ?? id
    const problems: BuildProblem[] = [
      ...(name === '' ? [{ code: 'set-name-missing' } as const] : []),
      ...(questions.length === 0 ? [{ code: 'set-questions-not-chosen' } as const] : []),
      ...readsOthers(questions, labelOf),
    ]
    if (problems.length > 0) return refused(...problems.map(wrong))
    const set = { id: services.newId(), fundId: version.fundId, name, questions, createdAt: at, personId }
    const replaced = asked.replace ? await retireSetNamed(tx, name, version.fundId, at) : undefined
    if (!(await insertSet(tx, set))) return refused(wrong({ code: 'set-name-taken', name }))
    await recordEvent(tx, {
      action: 'form.set-kept',
      actorId: personId,
      fundId: version.fundId,
      objectType: 'question-set',
      objectId: set.id,
      at,
      facts: { questions: questions.length, ...(replaced !== undefined && { replaces: replaced }) },
    })
    return done(undefined)
  })
}

function readsOthers(questions: readonly Question[], labelOf: (id: string) => string): readonly BuildProblem[] {
  const inside = new Set(questions.flatMap((question) => [question.id, ...childrenOf(question).map(({ id }) => id)]))
  return questions
    .flatMap((question) => [question, ...childrenOf(question)])
    .flatMap(({ label, showIf }) => {
      const others = showIf === undefined ? [] : referencesOf(showIf).filter((id) => !inside.has(id))
      return others.length > 0 ? [{ code: 'set-reads-others' as const, label, others: others.map(labelOf) }] : []
    })
}

/**
 * Puts the questions of a set, of the fund or of the service, at the end of a page of a draft. They keep their ids, so that answers can be compared across
 * forms, but where this form has or had one of them.
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function useSet(
  services: Services,
  asked: DraftAsked & { readonly setId: string; readonly pageId: string },
): Promise<Result<FormVersion, FormProblem>> {
  const { actor, path, versionId, setId, pageId } = asked
  const { version } = await findVersion(services.db, actor, 'fund:edit', path, versionId)
  const set = (await setsFor(services.db, version.fundId)).find(({ id }) => id === setId)
  if (set === undefined) return refused(wrong({ code: 'set-not-chosen' }))
  return await changeDraft(services, asked, { done: 'set-inserted', set: setId, page: pageId }, (form, earlier) => {
    if (!form.pages.some(({ id }) => id === pageId)) return refused(wrong({ code: 'set-page-not-chosen' }))
    const name = namer(new Set([form, ...earlier].flatMap((each) => [...takenIds(each)])))
    const questions = copyQuestions(set.questions, name)
    const pages = form.pages.map((page) =>
      page.id === pageId ? { ...page, questions: [...page.questions, ...questions] } : page,
    )
    return done({ ...form, pages })
  })
}

/** Takes a set out of what is offered; forms that have its questions keep them. */
export async function retireSet(
  services: Services,
  { actor, path, versionId, at, setId }: DraftAsked & { readonly setId: string },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const { version } = await findVersion(tx, actor, 'fund:edit', path, versionId)
    if (!(await retireSetRow(tx, setId, version.fundId, at))) return
    await recordEvent(tx, {
      action: 'form.set-retired',
      actorId: personIdOf(actor),
      fundId: version.fundId,
      objectType: 'question-set',
      objectId: setId,
      at,
      facts: {},
    })
  })
}
