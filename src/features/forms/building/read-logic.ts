import { notFound } from '../../../core/errors.ts'
import { describeExpression, findQuestion } from '../../../core/forms/index.ts'
import type { Services } from '../../../platform/services.ts'
import { partHash } from '../change-draft.ts'
import { authorityNames } from '../name-authorities.ts'
import { type DraftAddress, type EditorFrame, editorFrame, findDraft } from '../read-draft.ts'
import { type Clause, clausePath, conditionPath, logicPath } from './building.paths.ts'
import { blankClause, type ClauseTyped, clauseOf, typedCheck, typedRule } from './change-clause.ts'
import { type PickedQuestion, type TestChoices, testChoices } from './read-condition.ts'

export type ShownClause = {
  readonly name: string
  readonly outcome: 'fail' | 'caveat' | 'check'
  readonly text: string
  /** At which question a check is said. */
  readonly at: string
  readonly when: string
  readonly changeHref: string
  readonly conditionHref: string
  readonly removeHref: string
  readonly seen: string
}

/** The eligibility rules and the checks of a draft, in words. */
export type LogicView = EditorFrame & {
  readonly rules: readonly ShownClause[]
  readonly checks: readonly ShownClause[]
  readonly newRuleHref: string
  readonly newCheckHref: string
  readonly hasQuestions: boolean
}

/** @throws {NotFound} if the draft is not there, or not theirs to change */
export async function readLogic(services: Services, address: DraftAddress): Promise<LogicView> {
  const found = await findDraft(services, address)
  const form = found.version.definition
  const { path, versionId } = address
  const nameOf = await authorityNames(services.db, form)
  const hrefs = (kind: Clause, id: string) => ({
    changeHref: clausePath(path, versionId, kind, id),
    conditionHref: conditionPath(path, versionId, { kind, id }),
    removeHref: clausePath(path, versionId, kind, id, 'remove'),
  })
  return {
    ...editorFrame(found, address),
    rules: (form.rules ?? []).map((rule) => ({
      name: rule.clause,
      outcome: rule.outcome,
      text: rule.text,
      at: '',
      when: describeExpression(form, rule.when, nameOf),
      seen: partHash(rule, services),
      ...hrefs('rule', rule.id),
    })),
    checks: (form.checks ?? []).map((check) => ({
      name: check.text,
      outcome: 'check',
      text: check.text,
      at: findQuestion(form, check.question)?.label ?? check.question,
      when: describeExpression(form, check.when, nameOf),
      seen: partHash(check, services),
      ...hrefs('check', check.id),
    })),
    newRuleHref: clausePath(path, versionId, 'rule', undefined),
    newCheckHref: clausePath(path, versionId, 'check', undefined),
    hasQuestions: form.pages.some(({ questions }) => questions.length > 0),
  }
}

/** A rule or check in the fields of its editor; a new one with its first condition. */
export type ClauseEditor = EditorFrame & {
  readonly kind: Clause
  readonly choices: TestChoices
  /** At which a check can be said. */
  readonly questions: readonly PickedQuestion[]
  readonly saved: ClauseTyped
  readonly when: string
  readonly seen: string
  readonly action: string
  readonly logicHref: string
  readonly conditionHref: string
}

/**
 * @param asked `id` undefined: a new one. `subject`: the question that was picked for its first condition
 * @throws {NotFound} if the draft, rule or check is not there, or not theirs to change
 */
export async function readClauseEditor(
  services: Services,
  asked: DraftAddress & { readonly kind: Clause; readonly id: string | undefined; readonly subject: string },
): Promise<ClauseEditor> {
  const found = await findDraft(services, asked)
  const form = found.version.definition
  const { kind, id, path, versionId } = asked
  const clause = id === undefined ? undefined : clauseOf(form, kind, id)
  if (id !== undefined && clause === undefined) throw notFound('rule')
  const nameOf = await authorityNames(services.db, form)
  return {
    ...editorFrame(found, asked),
    kind,
    choices: await testChoices(services.db, form, { kind, id: id ?? '' }, asked.subject),
    questions: form.pages.flatMap(({ questions }) => questions.map(({ id: one, label }) => ({ id: one, label }))),
    saved: clause === undefined ? blankClause : 'clause' in clause ? typedRule(clause) : typedCheck(clause),
    when: clause === undefined ? '' : describeExpression(form, clause.when, nameOf),
    seen: clause === undefined ? '' : partHash(clause, services),
    action: clausePath(path, versionId, kind, id),
    logicHref: logicPath(path, versionId),
    conditionHref: id === undefined ? '' : conditionPath(path, versionId, { kind, id }),
  }
}
