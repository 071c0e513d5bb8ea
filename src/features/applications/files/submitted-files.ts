import { type AnsweredFile, type FrozenApplication, type FrozenQuestion, filesOf } from '../../../core/forms/index.ts'

/** Every file of a submission, as it was frozen; of one that was keyed in, what came too. */
export const submittedFiles = (content: FrozenApplication): readonly AnsweredFile[] => {
  const inQuestion = (question: FrozenQuestion): readonly AnsweredFile[] => [
    ...(question.type === 'file' ? filesOf(question.value) : []),
    ...(question.items ?? []).flatMap((item) => item.questions.flatMap(inQuestion)),
  ]
  return [...content.pages.flatMap((page) => page.questions.flatMap(inQuestion)), ...(content.keyed?.scans ?? [])]
}

/** Their ids. */
export const submittedFileIds = (content: FrozenApplication): readonly string[] =>
  submittedFiles(content).map(({ id }) => id)
