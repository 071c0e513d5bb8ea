import { NATURES, suits } from '../check/natures.ts'
import { outlineOf, type Standing } from '../check/outline.ts'
import type { Form, Question, RepeatingGroupQuestion } from '../definition.ts'
import type { Comparison } from '../expression-shape.ts'
import type { ConditionPlace } from './condition-place.ts'

/** The tests of one answer, by their keys. */
export type TestName =
  | 'is'
  | 'isNot'
  | 'anyOf'
  | 'includes'
  | 'above'
  | 'atLeast'
  | 'below'
  | 'atMost'
  | 'before'
  | 'after'
  | 'answered'

const everyTest: readonly TestName[] = [
  'is',
  'isNot',
  'includes',
  'anyOf',
  'atLeast',
  'above',
  'atMost',
  'below',
  'before',
  'after',
  'answered',
]

const everyComparison: readonly Comparison[] = ['is', 'isNot', 'atLeast', 'above', 'atMost', 'below', 'before', 'after']

/** Whose answers a condition at this place may read: of questions that come before it, outside of other groups. */
export function readableFrom(form: Form, place: ConditionPlace): readonly Question[] {
  const { before, group } = standingsBefore(form, place)
  return before.filter((each) => each.group === undefined || each.group.id === group).map(({ question }) => question)
}

/** Whose answers a sum at this place may add up: numbers and money tables, in groups too, where each entry counts. */
export function addableFrom(form: Form, place: ConditionPlace): readonly Question[] {
  return standingsBefore(form, place)
    .before.filter(({ question }) => NATURES[question.type] === 'number' || question.type === 'money-table')
    .map(({ question }) => question)
}

/** A question of a repeating group, which is asked of each entry. */
export type ListedQuestion = { readonly question: Question; readonly group: RepeatingGroupQuestion }

/** What a condition at this place may ask of every entry of a repeating group before it. */
export function listedFrom(form: Form, place: ConditionPlace): readonly ListedQuestion[] {
  const { before, group: own } = standingsBefore(form, place)
  return before.flatMap(({ question, group }) => (group && group.id !== own ? [{ question, group }] : []))
}

function standingsBefore(
  form: Form,
  { kind, id }: ConditionPlace,
): { readonly before: readonly Standing[]; readonly group: string | undefined } {
  const standings = outlineOf(form)
  if (kind === 'rule' || kind === 'check') return { before: standings, group: undefined }
  if (kind === 'page') {
    const earlier = new Set(
      form.pages
        .slice(
          0,
          form.pages.findIndex((page) => page.id === id),
        )
        .flatMap((page) => page.questions.map((question) => question.id)),
    )
    return { before: standings.filter((each) => earlier.has((each.group ?? each.question).id)), group: undefined }
  }
  const own = standings.find(({ question }) => question.id === id)
  const from = own?.order ?? 0
  return {
    before: standings.filter(({ order, question }) => order < from && question.id !== own?.group?.id),
    group: own?.group?.id,
  }
}

/** What can be asked of the answer to a question. */
export const testsOf = (question: Question): readonly TestName[] =>
  everyTest.filter((test) => suits(test, NATURES[question.type]))

/** How the answers to two questions can be compared; none when they are of different kinds. */
export function comparisonsOf(left: Question, right: Question): readonly Comparison[] {
  const nature = NATURES[left.type]
  if (left.id === right.id || nature !== NATURES[right.type] || nature === 'whole' || nature === 'options') return []
  return everyComparison.filter((comparison) => suits(comparison, nature))
}
