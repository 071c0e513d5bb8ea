import { childrenOf, type Form, findQuestion, type Question, referencesOf } from '../../core/forms/index.ts'

/** Something of a form that reads the answer to a question, by what people call it. */
export type Dependant = { readonly kind: DependantKind; readonly name: string }

/**
 * What would be left reading the answer to a question that is no longer asked: conditions of questions and pages,
 * eligibility rules and checks. What goes with the question, as those of its group do, does not count.
 *
 * @returns in the order of the form, each once
 */
export function findDependants(form: Form, questionId: string): readonly Dependant[] {
  const removed = findQuestion(form, questionId)
  if (removed === undefined) return []
  return findReaders(form, new Set([removed.id, ...childrenOf(removed).map(({ id }) => id)]))
}

/** The same for several questions that go together. */
export const findReaders = (form: Form, going: ReadonlySet<string>): readonly Dependant[] =>
  findWhere(
    form,
    going,
    (part) => referencesOf(part.when).some((id) => going.has(id)),
    (id) => going.has(id),
  )

/** What has a condition: `when` of rules and checks, `showIf` of pages and questions. */
type Conditioned = { readonly when: Parameters<typeof referencesOf>[0] }

/**
 * The parts of a form whose condition is of some kind.
 *
 * @param going questions whose own conditions do not count
 * @param at whether a check that is said at this question counts too
 */
export function findWhere(
  form: Form,
  going: ReadonlySet<string>,
  holds: (part: Conditioned) => boolean,
  at: (question: string) => boolean = () => false,
): readonly Dependant[] {
  const reads = (showIf: Conditioned['when'] | undefined) => showIf !== undefined && holds({ when: showIf })
  const ofQuestion = (question: Question): readonly Dependant[] => [
    ...(!going.has(question.id) && reads(question.showIf) ? [{ kind: 'question' as const, name: question.label }] : []),
    ...childrenOf(question).flatMap(ofQuestion),
  ]
  return [
    ...form.pages.flatMap((page) => [
      ...(reads(page.showIf) ? [{ kind: 'page' as const, name: page.title }] : []),
      ...page.questions.flatMap(ofQuestion),
    ]),
    ...(form.rules ?? []).filter(holds).map(({ clause }) => ({ kind: 'rule' as const, name: clause })),
    ...(form.checks ?? [])
      .filter((check) => holds(check) || at(check.question))
      .map(({ text }) => ({ kind: 'check' as const, name: text })),
  ]
}

const kindWords: { readonly [Kind in DependantKind]: (name: string) => string } = {
  question: (name) => `whether the question “${name}” is shown depends on its answer`,
  page: (name) => `whether the page “${name}” is shown depends on its answer`,
  rule: (name) => `the eligibility rule “${name}” reads its answer`,
  check: (name) => `a check reads its answer, the one that says “${name}”`,
}

/** What something that reads an answer is, in words. */
export const readerWords = ({ kind, name }: Dependant): string => kindWords[kind](name)

/** What one question is read by. */
export type DependantKind = 'question' | 'page' | 'rule' | 'check'
