import type { Answered } from '../forms/answers.ts'
import { type Answers, type Eligibility, eligibility, type Form, type Question, whatIsVisible } from '../forms/index.ts'
import { plainList } from '../text/plain-list.ts'
import { type AnswerClass, answerClasses } from './answer-class.ts'
import { type Group, independentGroups } from './independent-groups.ts'
import { listClasses } from './list-class.ts'

/** One question as it is met on a path, and the class of answers that the path takes. */
export type Step = { readonly question: Question; readonly answer: AnswerClass }

/** One way through a group of questions: only what is shown on the way. */
export type Path = Eligibility & {
  readonly steps: readonly Step[]
  /** One set of answers that takes this path. */
  readonly answers: Answers
}

/** Every way through the questions of a group. */
export type GroupPaths = Group & {
  readonly paths: readonly Path[]
  /** False when there are more paths than were counted. */
  readonly complete: boolean
}

export type EveryPath = {
  readonly groups: readonly GroupPaths[]
  /** Ways through the whole form, each group's with each other group's, by what becomes of them. */
  readonly counts: { readonly pass: number; readonly caveats: number; readonly fail: number; readonly total: number }
}

/** More paths than this in one group, and nobody could look them through. */
export const MOST_PATHS = 5000

/**
 * How the answers to a question fall into classes; undefined when there are too many to count. Only for a list are the
 * answers before it given: they may decide what is asked of an entry.
 */
export type ClassesOf = (question: Question, group: Group, answers: Answers) => readonly AnswerClass[] | undefined

/**
 * Every path through a form, by groups of questions that do not depend on each other: three yes-or-no questions by
 * themselves are six short paths and not eight long ones. A path of the whole form is one of each group; it fails if any
 * of them fails.
 *
 * @param form a form that `checkDefinition` accepted, with questions of countable types that no rule adds up or compares
 * @param most paths of a group to count before giving up
 * @param classesOf how answers fall into classes, where a question is of a type that has none
 */
export function everyPath(form: Form, most = MOST_PATHS, classesOf: ClassesOf = countableClasses): EveryPath {
  const groups = independentGroups(form).map((group) => pathsOf(group, most, classesOf))
  const all = product(groups, () => true)
  const passing = product(groups, ({ outcome }) => outcome === 'pass' || outcome === null)
  const notFailing = product(groups, ({ outcome }) => outcome !== 'fail')
  const counts = { pass: passing, caveats: notFailing - passing, fail: all - notFailing, total: all }
  return { groups, counts }
}

const countableClasses: ClassesOf = (question, { form, expressions }, answers) =>
  question.type === 'repeating-group'
    ? listClasses(question, { form, expressions, answers }, MOST_PATHS)
    : answerClasses(question, expressions)

const product = (groups: readonly GroupPaths[], counts: (path: Path) => boolean): number =>
  groups.reduce((count, { paths }) => count * paths.filter(counts).length, 1)

function pathsOf(group: Group, most: number, classesOf: ClassesOf): GroupPaths {
  const fixed = group.questions.map((question) =>
    question.type === 'repeating-group' ? undefined : classesOf(question, group, {}),
  )
  const paths: Path[] = []
  let complete = true
  const walk = (index: number, answers: Answers, steps: readonly Step[]): void => {
    if (!complete) return
    const question = group.questions[index]
    if (question === undefined) {
      paths.push({ ...eligibility(group.form, answers), steps, answers })
      complete = paths.length <= most
      return
    }
    const shown = whatIsVisible(group.form, answers).questions.some(({ id }) => id === question.id)
    if (!shown) walk(index + 1, answers, steps)
    const classes = shown ? (fixed[index] ?? classesOf(question, group, answers)) : []
    if (classes === undefined) complete = false
    for (const answer of classes ?? []) {
      const [value] = answer.values
      walk(index + 1, answerWith(answers, question, value), [...steps, { question, answer }])
    }
  }
  walk(0, {}, [])
  return { ...group, paths: paths.slice(0, most), complete }
}

const answerWith = (answers: Answers, { id }: Question, value: Answered | undefined): Answers =>
  value === undefined ? answers : { ...answers, [id]: value }

/** A path as a person would tell it: `“Joint bid?” yes, then “Partners” 2 or fewer`. '' for a path without questions. */
export const pathWords = ({ steps }: Pick<Path, 'steps'>): string =>
  plainList(steps.map(({ question, answer }) => `“${question.label}” ${answer.words}`))
