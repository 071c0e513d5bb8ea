import { namer, readTest, type TypedTest } from '../../../core/forms/edit/index.ts'
import { type Check, type Form, findQuestion, type Rule } from '../../../core/forms/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { slug } from '../../../core/text/slug.ts'
import type { Services } from '../../../platform/services.ts'
import { changeDraft, type DraftAsked, partHash, unnamed } from '../change-draft.ts'
import type { FormProblem } from '../form-problem.ts'
import type { FormVersion } from '../forms.store.ts'
import type { BuildProblem } from './building.messages.ts'
import type { Clause } from './building.paths.ts'
import { wrong } from './change-condition.ts'

/** A rule or a check as a person types it. `question`: at which a check is said; the rest but `text` is of rules. */
export type ClauseTyped = {
  readonly clause: string
  readonly outcome: string
  readonly text: string
  readonly remedy: string
  readonly link: string
  readonly question: string
}

export const blankClause: ClauseTyped = { clause: '', outcome: '', text: '', remedy: '', link: '', question: '' }

export const typedRule = (rule: Rule): ClauseTyped => ({
  ...blankClause,
  clause: rule.clause,
  outcome: rule.outcome,
  text: rule.text,
  remedy: rule.remedy ?? '',
  link: rule.link ?? '',
})

export const typedCheck = ({ text, question }: Check): ClauseTyped => ({ ...blankClause, text, question })

type Asked = DraftAsked & { readonly kind: Clause; readonly typed: ClauseTyped }

/**
 * Adds an eligibility rule or a check to a draft, with its first condition. More are added to that afterwards.
 *
 * @returns the draft, and the id of what was added
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function addClause(
  services: Services,
  asked: Asked & { readonly test: TypedTest },
): Promise<Result<{ readonly version: FormVersion; readonly id: string }, FormProblem>> {
  const { kind, typed, test } = asked
  let id = ''
  const result = await changeDraft(services, asked, { done: `${kind}-added` }, (form, earlier) => {
    const everyForm = [form, ...earlier]
    const taken = everyForm.flatMap((each) => [...(each.rules ?? []), ...(each.checks ?? [])].map((one) => one.id))
    id = namer(new Set(taken))(slug(kind === 'rule' ? typed.clause : typed.text, 40) || kind)
    const when = readTest(form, { kind, id }, test)
    const problems = [...(when.ok ? [] : when.problems), ...problemsOf(form, kind, typed)]
    if (!when.ok || problems.length > 0) return refused(...problems.map(wrong))
    return kind === 'rule'
      ? done({ ...form, rules: [...(form.rules ?? []), { id, when: when.value, ...ruleWords(typed) }] })
      : done({ ...form, checks: [...(form.checks ?? []), { id, when: when.value, ...checkWords(typed) }] })
  })
  return result.ok ? done({ version: result.value, id }) : result
}

/**
 * Changes what a rule or check of a draft says; when it applies is changed by its condition.
 *
 * @param asked `seen`: the hash of the rule or check as the page showed it
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function changeClause(
  services: Services,
  asked: Asked & { readonly id: string; readonly seen: string },
): Promise<Result<FormVersion, FormProblem>> {
  const { kind, id, typed, seen } = asked
  return await changeDraft(services, asked, { done: `${kind}-changed`, [kind]: id }, (form) => {
    const before = clauseOf(form, kind, id)
    if (before === undefined) return refused(wrong({ code: 'part-gone' }))
    if (partHash(before, services) !== seen) return refused({ code: 'changed-meanwhile', what: 'draft', ...unnamed })
    const problems = problemsOf(form, kind, typed)
    if (problems.length > 0) return refused(...problems.map(wrong))
    const { when } = before
    return kind === 'rule'
      ? done({ ...form, rules: replaced(form.rules, { id, when, ...ruleWords(typed) }) })
      : done({ ...form, checks: replaced(form.checks, { id, when, ...checkWords(typed) }) })
  })
}

/** Takes a rule or check out of a draft. One that is gone already is gone. */
export async function removeClause(
  services: Services,
  asked: DraftAsked & { readonly kind: Clause; readonly id: string; readonly seen: string },
): Promise<Result<FormVersion, FormProblem>> {
  const { kind, id } = asked
  return await changeDraft(services, asked, { done: `${kind}-removed`, [kind]: id }, (form) => {
    const there = clauseOf(form, kind, id)
    if (there === undefined) return done(form)
    if (partHash(there, services) !== asked.seen) return refused(wrong({ code: 'part-gone' }))
    const { rules = [], checks = [], ...rest } = form
    const kept = {
      rules: kind === 'rule' ? rules.filter((rule) => rule.id !== id) : rules,
      checks: kind === 'check' ? checks.filter((check) => check.id !== id) : checks,
    }
    return done({
      ...rest,
      ...(kept.rules.length > 0 && { rules: kept.rules }),
      ...(kept.checks.length > 0 && { checks: kept.checks }),
    })
  })
}

export const clauseOf = (form: Form, kind: Clause, id: string): Rule | Check | undefined =>
  kind === 'rule' ? form.rules?.find((rule) => rule.id === id) : form.checks?.find((check) => check.id === id)

const replaced = <Item extends { readonly id: string }>(items: readonly Item[] = [], item: Item): readonly Item[] =>
  items.map((each) => (each.id === item.id ? item : each))

function problemsOf(form: Form, kind: Clause, typed: ClauseTyped): readonly BuildProblem[] {
  const text: readonly BuildProblem[] = typed.text.trim() === '' ? [{ code: 'text-missing' }] : []
  if (kind === 'check') {
    const there = findQuestion(form, typed.question) !== undefined
    return there ? text : [...text, { code: 'shown-at-not-chosen' }]
  }
  const link = typed.link.trim()
  return [
    ...(typed.outcome === 'fail' || typed.outcome === 'caveat' ? [] : [{ code: 'outcome-not-chosen' } as const]),
    ...(typed.clause.trim() === '' ? [{ code: 'clause-missing' } as const] : []),
    ...text,
    ...(link === '' || /^https?:\/\/\S+$/.test(link) ? [] : [{ code: 'link-wrong' } as const]),
  ]
}

function ruleWords(typed: ClauseTyped): Omit<Rule, 'id' | 'when'> {
  const [remedy, link] = [typed.remedy.trim(), typed.link.trim()]
  return {
    clause: typed.clause.trim(),
    outcome: typed.outcome === 'fail' ? 'fail' : 'caveat',
    text: typed.text.trim(),
    ...(remedy !== '' && { remedy }),
    ...(link !== '' && { link }),
  }
}

const checkWords = ({ text, question }: ClauseTyped): Omit<Check, 'id' | 'when'> => ({ text: text.trim(), question })
