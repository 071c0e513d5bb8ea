import { notFound } from '../../../core/errors.ts'
import { blankTest, type ConditionPlace, type TypedTest } from '../../../core/forms/edit/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { roundOf, versionOf } from '../address.routes.ts'
import type { FormProblem } from '../form-problem.ts'
import { problemsOnPage } from '../forms.messages.ts'
import { type Clause, conditionPath, logicPath } from './building.paths.ts'
import { addClause, blankClause, type ClauseTyped, changeClause, removeClause } from './change-clause.ts'
import { type ConditionChange, changeCondition } from './change-condition.ts'
import { clauseFieldIds, clausePage } from './pages/clause.ts'
import { conditionPage } from './pages/condition.ts'
import { logicPage } from './pages/logic.ts'
import { testPage } from './pages/test.ts'
import { testFieldIds } from './pages/test-fields.ts'
import { readCondition, readPath, readTestEditor } from './read-condition.ts'
import { readClauseEditor, readLogic } from './read-logic.ts'

const base = '/manage/funds/:fund/:round/form/versions/:version'
const condition = `${base}/conditions/:kind/:id`

/** Conditions, eligibility rules and checks of a draft, picked from lists. */
export const conditionRoutes = (services: Services): Route[] => [
  get(condition, 'fund:edit', (ask) => showCondition(services, ask, [])),
  post(condition, 'fund:edit', 'form.draft-saved', (ask) => conditionChanged(services, ask)),
  get(`${condition}/test`, 'fund:edit', (ask) => showTest(services, ask, { problems: [] })),
  post(`${condition}/test`, 'fund:edit', 'form.draft-saved', (ask) => testSaved(services, ask)),
  get(`${base}/logic`, 'fund:edit', (ask) => showLogic(services, ask, [])),
  get(`${base}/logic/:kind`, 'fund:edit', (ask) => showClause(services, ask, undefined, { problems: [] })),
  post(`${base}/logic/:kind`, 'fund:edit', 'form.draft-saved', (ask) => clauseAdded(services, ask)),
  get(`${base}/logic/:kind/:id`, 'fund:edit', (ask) => showClause(services, ask, param(ask, 'id'), { problems: [] })),
  post(`${base}/logic/:kind/:id`, 'fund:edit', 'form.draft-saved', (ask) => clauseChanged(services, ask)),
  post(`${base}/logic/:kind/:id/remove`, 'fund:edit', 'form.draft-saved', (ask) => clauseRemoved(services, ask)),
]

const statusOf = (problems: readonly unknown[]): { readonly status: number } => ({
  status: problems.length > 0 ? 400 : 200,
})

/** @throws {NotFound} for what has no conditions */
function placeOf(ask: Ask): ConditionPlace {
  const kind = param(ask, 'kind')
  if (kind !== 'page' && kind !== 'question' && kind !== 'rule' && kind !== 'check') throw notFound('condition')
  return { kind, id: param(ask, 'id') }
}

/** @throws {NotFound} for what is neither a rule nor a check */
function clauseKind(ask: Ask): Clause {
  const kind = param(ask, 'kind')
  if (kind !== 'rule' && kind !== 'check') throw notFound('rule')
  return kind
}

async function showCondition(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const view = await readCondition(services, { ...versionOf(ask), place: placeOf(ask) })
  const words = problemsOnPage(problems, ['condition', 'main-content'], 'condition')
  return show(conditionPage({ ...view, csrf: ask.csrf, problems: words }), statusOf(problems))
}

async function conditionChanged(services: Services, ask: Ask): Promise<Answer> {
  const [, act, at = ''] = /^(remove|nest|not|join-all|join-any):([\d.]*)$/.exec(ask.form.line('act')) ?? []
  const part = readPath(at)
  if (act === undefined || part === undefined) return await showCondition(services, ask, [])
  const asked = { ...versionOf(ask), place: placeOf(ask), seen: ask.form.line('seen') }
  const change = { act } as ConditionChange
  const result = await changeCondition(services, { ...asked, part, change })
  if (!result.ok) return await showCondition(services, ask, result.problems)
  return seeOther(conditionPath(asked.path, asked.versionId, asked.place), { flash: 'The condition is saved' })
}

/** A test as it was picked: `is:yes` is a test with its value, a day is in three fields. */
function typedFrom(form: FormBody): TypedTest {
  const [test = '', own] = form.line('test').split(':')
  const day = [form.line('value-year'), form.line('value-month'), form.line('value-day')]
  const isDay = day.some((part) => part !== '')
  const [year = '', month = '', date = ''] = day
  return {
    subject: form.line('subject'),
    test,
    value:
      own ??
      (isDay ? `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : form.line('value')),
    values: linesOf(form),
    other: form.line('other'),
    addends: form.all('addends'),
    howMany: form.line('how-many'),
    count: form.line('count'),
  }
}

/** Ticked boxes, or lines of one field. */
const linesOf = (form: FormBody): readonly string[] =>
  (form.all('values').length > 1 ? form.all('values') : form.text('values').split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '')

type Shown<Typed> = { readonly problems: readonly FormProblem[]; readonly typed?: Typed }

async function showTest(services: Services, ask: Ask, { problems, typed }: Shown<TypedTest>): Promise<Answer> {
  const from = (name: string) => (typed === undefined ? (ask.query.get(name) ?? '') : ask.form.line(name))
  const at = readPath(from('at')) ?? []
  const act = actOf(from)
  const subject = typed?.subject ?? ask.query.get('subject') ?? ''
  const picks = typed === undefined && ask.query.get('pick') === 'yes'
  const asked = { ...versionOf(ask), place: placeOf(ask), subject, at, act }
  const view = await readTestEditor(services, asked)
  const unpicked = ask.query.has('subject') && view.subject === undefined && typed === undefined
  const missing: readonly FormProblem[] = unpicked
    ? [{ code: 'build-wrong', problem: { code: 'subject-not-chosen' } }]
    : problems
  const page = testPage({
    ...view,
    subject: picks ? undefined : view.subject,
    typed: typed ?? view.saved ?? blankTest,
    at: at.join('.'),
    act,
    seen: typed === undefined ? view.seen : ask.form.line('seen'),
    csrf: ask.csrf,
    problems: problemsOnPage(missing, [...testFieldIds, 'main-content'], 'main-content'),
  })
  return show(page, statusOf(missing))
}

/** What is done with a test, as its page says. */
function actOf(from: (name: string) => string): 'add' | 'replace' | 'ask-more' {
  if (from('change') === 'yes') return 'replace'
  return from('more') === 'yes' ? 'ask-more' : 'add'
}

async function testSaved(services: Services, ask: Ask): Promise<Answer> {
  const typed = typedFrom(ask.form)
  const asked = { ...versionOf(ask), place: placeOf(ask), seen: ask.form.line('seen') }
  const part = readPath(ask.form.line('at')) ?? []
  const change: ConditionChange = { act: actOf((name) => ask.form.line(name)), typed }
  const result = await changeCondition(services, { ...asked, part, change })
  if (!result.ok) return await showTest(services, ask, { problems: result.problems, typed })
  return seeOther(conditionPath(asked.path, asked.versionId, asked.place), { flash: 'The condition is saved' })
}

async function showLogic(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const view = await readLogic(services, versionOf(ask))
  const words = problemsOnPage(problems, [], 'main-content')
  return show(logicPage({ ...view, csrf: ask.csrf, problems: words }), statusOf(problems))
}

const clauseFrom = (form: FormBody): ClauseTyped => ({
  ...blankClause,
  clause: form.line('clause'),
  outcome: form.line('outcome'),
  text: form.text('text').trim(),
  remedy: form.text('remedy').trim(),
  link: form.line('link'),
  question: form.line('question'),
})

type ClauseShown = { readonly clause: ClauseTyped; readonly test: TypedTest }

async function showClause(
  services: Services,
  ask: Ask,
  id: string | undefined,
  { problems, typed }: Shown<ClauseShown>,
): Promise<Answer> {
  const subject = typed?.test.subject ?? ask.query.get('subject') ?? ''
  const view = await readClauseEditor(services, { ...versionOf(ask), kind: clauseKind(ask), id, subject })
  const page = clausePage({
    ...view,
    isNew: id === undefined,
    typed: typed?.clause ?? view.saved,
    test: typed?.test ?? blankTest,
    seen: typed === undefined ? view.seen : ask.form.line('seen'),
    csrf: ask.csrf,
    problems: problemsOnPage(problems, clauseFieldIds, 'main-content'),
  })
  return show(page, statusOf(problems))
}

async function clauseAdded(services: Services, ask: Ask): Promise<Answer> {
  const typed = { clause: clauseFrom(ask.form), test: typedFrom(ask.form) }
  const kind = clauseKind(ask)
  const result = await addClause(services, { ...versionOf(ask), kind, typed: typed.clause, test: typed.test })
  if (!result.ok) return await showClause(services, ask, undefined, { problems: result.problems, typed })
  return seeOther(logicPath(roundOf(ask), param(ask, 'version')), {
    flash: kind === 'rule' ? 'The rule is added to the draft' : 'The check is added to the draft',
  })
}

async function clauseChanged(services: Services, ask: Ask): Promise<Answer> {
  const typed = { clause: clauseFrom(ask.form), test: blankTest }
  const asked = { ...versionOf(ask), kind: clauseKind(ask), id: param(ask, 'id'), seen: ask.form.line('seen') }
  const result = await changeClause(services, { ...asked, typed: typed.clause })
  if (!result.ok) return await showClause(services, ask, asked.id, { problems: result.problems, typed })
  return seeOther(logicPath(asked.path, asked.versionId), { flash: 'Saved in the draft' })
}

async function clauseRemoved(services: Services, ask: Ask): Promise<Answer> {
  const asked = { ...versionOf(ask), kind: clauseKind(ask), id: param(ask, 'id'), seen: ask.form.line('seen') }
  const result = await removeClause(services, asked)
  if (!result.ok) return await showLogic(services, ask, result.problems)
  return seeOther(logicPath(asked.path, asked.versionId), { flash: 'Removed from the draft' })
}
