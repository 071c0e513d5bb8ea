import { dayInWords } from '../../../core/time/day.ts'
import { commentsPath, givePath, giveQuestionPath, questionPath } from '../applications.paths.ts'
import { statusWords } from '../writing/pages/task-list.ts'
import type { PageStatus, TaskList } from '../writing/read-task-list.ts'
import { forWords } from './owing.messages.ts'
import type { Assignment } from './owing.store.ts'
import type { OwedRow, OwesModel } from './pages/owes.ts'
import { isOwed, type OwedPage, type OwedQuestion, type Owing } from './read-owing.ts'

/** How far a question is. */
const questionStatusWords: typeof statusWords = {
  ...statusWords,
  'not-started': { text: 'Not answered', colour: 'grey' },
  completed: { text: 'Answered', colour: undefined },
}

/** Everybody who was given something, with what it is; the last is for pages given to nobody. */
export function peopleOf({ list, people, nobody }: Owing): OwesModel['people'] {
  const own = people
    .filter(({ pages, questions }) => pages.length + questions.length > 0)
    .map(({ personId, name, organisation, pages, questions }) => ({
      name: personId === list.actor.personId ? `${name} (you)` : name,
      detail: detailOf([...pages, ...questions], organisation),
      rows: [...pages.map((page) => pageRow(page, list)), ...questions.map((question) => questionRow(question, list))],
    }))
  if (nobody.length === 0) return own
  const left = nobody.filter(({ status }) => status !== undefined).length
  const rows = nobody.map((page) => pageRow(page, list))
  return [...own, { name: 'Nobody in particular', detail: nobodyWords(left), rows }]
}

/** Those who can write and were given nothing. */
export const idleIn = ({ people }: Owing): readonly string[] =>
  people
    .filter(({ pages, questions }) => pages.length + questions.length === 0)
    .map(({ name, organisation }) => (organisation === '' ? name : `${name}, ${organisation}`))

function nobodyWords(pages: number): string {
  if (pages === 0) return 'Each of their questions is given by itself.'
  return `${pages === 1 ? 'One page is' : `${pages} pages are`} for whoever comes first.`
}

/** How much somebody still has to do. A page of which each question was given by itself asks nothing more of them. */
function detailOf(given: readonly { readonly status: PageStatus | undefined }[], organisation: string): string {
  const own = given.filter(({ status }) => status !== undefined)
  const owed = owedWords(own.length, own.filter(({ status }) => isOwed(status)).length)
  return organisation === '' ? `${owed}.` : `${organisation}. ${owed}.`
}

function owedWords(all: number, left: number): string {
  if (all === 0) return 'Nothing is left to complete'
  if (left > 0) return `${left} of ${all} still to complete`
  return all === 1 ? 'Has completed it' : `Has completed all ${all}`
}

const mayGive = ({ access }: TaskList): boolean => access === 'write'

const dueOf = (given: Assignment | undefined): string => (given?.dueOn ? dayInWords(given.dueOn) : '')

function pageRow({ task: { page }, status, given, late, comments, questions }: OwedPage, list: TaskList): OwedRow {
  const { reference } = list.application
  return {
    title: page.title,
    on: '',
    href: questionPath(reference, page.id),
    status:
      status === undefined ? { text: 'Each question is given by itself', colour: undefined } : statusWords[status],
    due: dueOf(given),
    late,
    questions: questions.map(({ question, status: own, given: { name, dueOn } }) => ({
      label: question.label,
      href: questionPath(reference, page.id, { at: question.id }),
      who: forWords(name, dueOn),
      status: questionStatusWords[own],
    })),
    comments,
    commentsHref: commentsPath(reference, page.id),
    giveHref: mayGive(list) ? givePath(reference, page.id) : undefined,
  }
}

function questionRow({ page, question, status, given, late, comments }: OwedQuestion, list: TaskList): OwedRow {
  const { reference } = list.application
  return {
    title: question.label,
    on: question.label === page.title ? '' : page.title,
    href: questionPath(reference, page.id, { at: question.id }),
    status: questionStatusWords[status],
    due: dueOf(given),
    late,
    questions: [],
    comments,
    commentsHref: commentsPath(reference, page.id),
    giveHref: mayGive(list) ? giveQuestionPath(reference, question.id) : undefined,
  }
}
