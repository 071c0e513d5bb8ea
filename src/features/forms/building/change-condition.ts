import {
  addPart,
  type ConditionPlace,
  changePart,
  conditionAt,
  type ExpressionPath,
  joinBy,
  nest,
  opposite,
  partAt,
  readTest,
  type TypedTest,
  withCondition,
} from '../../../core/forms/edit/index.ts'
import type { Expression, Form } from '../../../core/forms/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { changeDraft, type DraftAsked, partHash } from '../change-draft.ts'
import type { FormProblem } from '../form-problem.ts'
import type { FormVersion } from '../forms.store.ts'
import type { BuildProblem } from './building.messages.ts'

/** What is done with the part at a path. */
export type ConditionChange =
  | { readonly act: 'remove' | 'nest' | 'not' | 'join-all' | 'join-any' }
  | { readonly act: 'add' | 'replace'; readonly typed: TypedTest }

export const wrong = (problem: BuildProblem): FormProblem => ({ code: 'build-wrong', problem })

/**
 * Changes the condition of a page, question, rule or check of a draft: one part of it is added, changed, joined in another
 * way or taken out.
 *
 * @param asked `seen`: the hash of the condition as the page showed it, by `partHash`
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function changeCondition(
  services: Services,
  asked: DraftAsked & {
    readonly place: ConditionPlace
    readonly seen: string
    readonly part: ExpressionPath
    readonly change: ConditionChange
  },
): Promise<Result<FormVersion, FormProblem>> {
  const { place, seen, change } = asked
  const facts = { done: 'condition-changed', [place.kind]: place.id }
  return await changeDraft(services, asked, facts, (form) => {
    const there = conditionAt(form, place)
    if (there === undefined || partHash(there.when, services) !== seen) return refused(wrong({ code: 'part-gone' }))
    return changed(form, place, there.when, asked.part, change)
  })
}

function changed(
  form: Form,
  place: ConditionPlace,
  when: Expression | undefined,
  at: ExpressionPath,
  change: ConditionChange,
): Result<Form, FormProblem> {
  if ('typed' in change) {
    const test = readTest(form, place, change.typed)
    if (!test.ok) return refused(...test.problems.map(wrong))
    const next =
      change.act === 'add' || when === undefined
        ? addPart(when, at, test.value)
        : changePart(when, at, () => test.value)
    return done(withCondition(form, place, next))
  }
  if (when === undefined || partAt(when, at) === undefined) return refused(wrong({ code: 'part-gone' }))
  const next = changePart(when, at, (part) => {
    switch (change.act) {
      case 'remove':
        return undefined
      case 'nest':
        return nest(part, partAt(when, at.slice(0, -1)))
      case 'not':
        return opposite(part)
      case 'join-all':
        return joinBy(part, 'all')
      case 'join-any':
        return joinBy(part, 'any')
    }
  })
  if (next === undefined && (place.kind === 'rule' || place.kind === 'check'))
    return refused(wrong({ code: 'last-test' }))
  return done(withCondition(form, place, next))
}
