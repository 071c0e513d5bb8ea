import type { Question, QuestionOf, QuestionType } from '../definition.ts'
import { moneyTableKind } from './money-table.ts'
import type { QuestionKind } from './question-kind.ts'
import { repeatingGroupKind } from './repeating-group.ts'
import { simpleKinds } from './simple-kinds.ts'

type Kinds = { readonly [Type in QuestionType]: QuestionKind<QuestionOf<Type>> }

/** Every type of question. One that is missing here does not compile. */
export const kinds: Kinds = { ...simpleKinds, 'repeating-group': repeatingGroupKind, 'money-table': moneyTableKind }

/** The kind of a question is by its type, which the table above guarantees and the compiler cannot follow. */
export const kindOf = (question: Question): QuestionKind<Question> => kinds[question.type] as QuestionKind<Question>
