import {
  childrenOf,
  type Expression,
  type Form,
  type FormPage,
  type Question,
  type Rule,
  referencesOf,
} from '../forms/index.ts'

/**
 * Questions of a form that belong together: whether one is shown, or what a rule says of it, depends on another. What is
 * answered in one group changes nothing in the next, so each can be looked at by itself.
 */
export type Group = {
  /** The form cut down to these questions and the rules and checks that read them. */
  readonly form: Form
  readonly questions: readonly Question[]
  /** Everything that reads a question of the group. */
  readonly expressions: readonly Expression[]
}

/** The groups of a form, in the order of their first questions. A rule that reads nothing belongs to the first. */
export function independentGroups(form: Form): readonly Group[] {
  const questions = form.pages.flatMap((page) => page.questions)
  const together = joined(form, questions)
  const firsts = [...new Set(questions.map(({ id }) => together(id)))]
  return firsts.map((first, index) => groupOf(form, (id) => together(id) === first, index === 0))
}

/** For each question, the first question of its group. What is asked of the entries of a list belongs to the list. */
function joined(form: Form, questions: readonly Question[]): (id: string) => string {
  const parent = new Map(questions.map(({ id }) => [id, id]))
  const order = new Map(questions.map(({ id }, index) => [id, index]))
  const lists = new Map(questions.flatMap((list) => childrenOf(list).map(({ id }) => [id, list.id] as const)))
  const root = (id: string): string => {
    const next = lists.get(id) ?? parent.get(id) ?? id
    return next === id ? id : root(next)
  }
  const join = (ids: readonly string[]) => {
    const roots = ids.map(root).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    const [first] = roots
    if (first !== undefined) for (const other of roots) parent.set(other, first)
  }
  for (const { page, question } of questionsOnPages(form)) join([question.id, ...shownBy(page, question)])
  for (const { when } of form.rules ?? []) join(referencesOf(when))
  for (const { when, question } of form.checks ?? []) join([question, ...referencesOf(when)])
  return root
}

const questionsOnPages = (form: Form): readonly { readonly page: FormPage; readonly question: Question }[] =>
  form.pages.flatMap((page) => page.questions.map((question) => ({ page, question })))

/** Of the page, of the question and of what it asks of each entry. */
const conditionsOf = (page: FormPage, question: Question): readonly Expression[] =>
  [page.showIf, question.showIf, ...childrenOf(question).map(({ showIf }) => showIf)].filter(
    (condition) => condition !== undefined,
  )

const shownBy = (page: FormPage, question: Question): readonly string[] =>
  conditionsOf(page, question).flatMap(referencesOf)

function groupOf(form: Form, has: (question: string) => boolean, isFirst: boolean): Group {
  const pages = form.pages
    .map((page) => ({ ...page, questions: page.questions.filter(({ id }) => has(id)) }))
    .filter(({ questions }) => questions.length > 0)
  const reads = ({ when }: Pick<Rule, 'when'>): boolean => {
    const [first] = referencesOf(when)
    return first === undefined ? isFirst : has(first)
  }
  const rules = (form.rules ?? []).filter(reads)
  const checks = (form.checks ?? []).filter(({ question }) => has(question))
  const { sections: _sections, ...rest } = form
  const conditions = pages.flatMap((page) => page.questions.flatMap((question) => conditionsOf(page, question)))
  return {
    form: { ...rest, pages, rules, checks },
    questions: pages.flatMap(({ questions }) => questions),
    expressions: [...conditions, ...rules.map(({ when }) => when), ...checks.map(({ when }) => when)],
  }
}
