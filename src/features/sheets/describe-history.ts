import { sameJson } from '../../core/canonical/index.ts'
import { type Answers, answerOf, answerWords, type Question } from '../../core/forms/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { EntryVersion } from './entries.store.ts'
import type { AnswerChanged, EntryHistoryModel, VersionModel } from './pages/entry-history.ts'
import { sheetHome } from './sheets.paths.ts'
import type { OpenSheet } from './sheets-owner.ts'

/** The versions of a page, the last first, each with what it changed of the one before. */
export function describeHistory(
  { sheet, home, illustrative, breadcrumbs }: OpenSheet,
  entry: string,
  versions: readonly EntryVersion[],
): EntryHistoryModel {
  const questions = sheet.questions(entry)
  return {
    illustrative,
    breadcrumbs: [...breadcrumbs, { text: sheet.title, href: sheetHome(home, sheet) }],
    title: `${sheet.title}: who changed ${sheet.itemName === undefined ? 'it' : `this ${sheet.itemName}`}`,
    versions: versions.map((version, at) => describeVersion(questions, version, versions[at + 1])),
  }
}

function describeVersion(
  questions: readonly Question[],
  { content, place, by, at }: EntryVersion,
  before: EntryVersion | undefined,
): VersionModel {
  const changes = content === null ? [] : changesOf(questions, before?.content ?? {}, content)
  return {
    title: titleOf({ content, place }, before, changes.length),
    by,
    time: ukTime(at),
    datetime: at.toISOString(),
    changes,
  }
}

function titleOf(
  { content, place }: Pick<EntryVersion, 'content' | 'place'>,
  before: EntryVersion | undefined,
  changes: number,
): string {
  if (content === null) return 'Removed'
  if (before === undefined) return 'Written'
  if (before.content === null) return 'Put back'
  if (changes === 0) return place < before.place ? 'Moved up' : place > before.place ? 'Moved down' : 'Saved unchanged'
  return 'Changed'
}

function changesOf(questions: readonly Question[], before: Answers, after: Answers): readonly AnswerChanged[] {
  return questions.flatMap((question) => {
    const [old, fresh] = [answerOf(before, question.id), answerOf(after, question.id)]
    if (sameJson(old, fresh)) return []
    return { label: question.label, before: wordsOf(question, old), after: wordsOf(question, fresh) }
  })
}

const wordsOf = (question: Question, answer: Answers[string] | undefined): string =>
  answerWords(question, answer).join('\n')
