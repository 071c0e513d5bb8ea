import type { QuestionOf } from '../../../core/forms/index.ts'

/** Papers that go with a reply, whatever was asked. No question of a form has such an id. */
export const papersQuestion: QuestionOf<'file'> = {
  type: 'file',
  id: '@papers',
  label: 'Papers that go with your reply',
  max: 5,
}

/** What the papers are called beside the replies. */
export const papersLabel = 'Papers with the reply'
