import type { QuestionOf, SimpleQuestion } from '../definition.ts'
import { addressKind } from './address.ts'
import { declarationKind, yesNoKind } from './boolean.ts'
import { checkboxesKind, radiosKind, selectKind } from './choice.ts'
import { authorityKind } from './chosen-elsewhere.ts'
import { dateKind } from './date.ts'
import { fileKind } from './file.ts'
import { decimalKind, moneyKind, percentageKind, wholeNumberKind } from './number.ts'
import type { QuestionKind } from './question-kind.ts'
import { emailKind, longTextKind, phoneKind, shortTextKind, urlKind } from './text.ts'

type SimpleKinds = { readonly [Type in SimpleQuestion['type']]: QuestionKind<QuestionOf<Type>> }

/** What may stand in a group. A type without its kind does not compile. */
export const simpleKinds: SimpleKinds = {
  'short-text': shortTextKind,
  'long-text': longTextKind,
  email: emailKind,
  phone: phoneKind,
  url: urlKind,
  'whole-number': wholeNumberKind,
  number: decimalKind,
  money: moneyKind,
  percentage: percentageKind,
  date: dateKind,
  'yes-no': yesNoKind,
  radios: radiosKind,
  checkboxes: checkboxesKind,
  select: selectKind,
  authority: authorityKind,
  address: addressKind,
  file: fileKind,
  declaration: declarationKind,
}

/** The kind of a question is by its type, which the table above guarantees and the compiler cannot follow. */
export const simpleKindOf = (question: SimpleQuestion): QuestionKind<SimpleQuestion> =>
  simpleKinds[question.type] as QuestionKind<SimpleQuestion>
