import {
  addPart,
  askMore,
  askOtherwise,
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
import type { Expression, Form, ItemsExpression } from '../../../core/forms/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { changeDraft, type DraftAsked, partHash } from '../change-draft.ts'
import type { FormProblem } from '../form-problem.ts'
import type { FormVersion } from '../forms.store.ts'
import type { BuildProblem } from './building.messages.ts'

/** What is done with the part at a path. */
export type ConditionChange =
  | { readonly act: 'remove' | 'nest' | 'not' | 'join-all' | 'join-any' }
  /** `ask-more`: of the entries of the list whose test is at the path. */
  | { readonly act: 'add' | 'replace' | 'ask-more'; readonly typed: TypedTest }

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
    const next = withTest(form, place, when, at, change)
    return next.ok ? done(withCondition(form, place, next.value)) : next
  }
  const isOfEntry = listAround(when, at, 'replace') !== undefined
  if (when === undefined || partAt(when, at) === undefined || (isOfEntry && /^nest|not$/.test(change.act)))
    return refused(wrong({ code: 'part-gone' }))
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

/** The condition with a test that was picked. Of the entries of a list nothing else than their own answers can be asked. */
function withTest(
  form: Form,
  place: ConditionPlace,
  when: Expression | undefined,
  at: ExpressionPath,
  { act, typed }: Extract<ConditionChange, { readonly typed: TypedTest }>,
): Result<Expression | undefined, FormProblem> {
  const test = readTest(form, place, typed)
  if (!test.ok) return refused(...test.problems.map(wrong))
  const { value } = test
  if (when === undefined || act === 'add') return done(addPart(when, at, value))
  const list = listAround(when, at, act)
  if (list === undefined) {
    return act === 'replace' ? done(changePart(when, at, () => value)) : refused(wrong({ code: 'part-gone' }))
  }
  if (!('items' in value) || value.items !== list.items) return refused(wrong({ code: 'subject-not-chosen' }))
  return act === 'ask-more'
    ? done(changePart(when, at, () => askMore(list, value)))
    : done(changePart(when, at.slice(0, -1), () => askOtherwise(list, at.at(-1) ?? 0, value)))
}

/** The list of whose entries more is asked at a path, or the one around a test there that is one of several; or undefined. */
export function listAround(
  when: Expression | undefined,
  at: ExpressionPath,
  act: 'replace' | 'ask-more',
): ItemsExpression | undefined {
  if (act === 'replace' && at.length === 0) return undefined
  const part = partAt(when, act === 'ask-more' ? at : at.slice(0, -1))
  return part !== undefined && 'items' in part ? part : undefined
}
