import type { QuestionOf, SimpleQuestion } from '../../../../core/forms/index.ts'
import { addressField } from './address.ts'
import { authorityField, checkboxesField, declarationField, radiosField, selectField, yesNoField } from './choice.ts'
import { dateField } from './date.ts'
import type { FieldContext, FieldOf } from './field.ts'
import { fileField } from './file.ts'
import { numberField } from './number.ts'
import { lineField, longTextField } from './text.ts'

type SimpleFields = { readonly [Type in SimpleQuestion['type']]: FieldOf<QuestionOf<Type>> }

/** What may stand in a group. A type without its field does not compile. */
const simpleFields: SimpleFields = {
  'short-text': lineField,
  'long-text': longTextField,
  email: lineField,
  phone: lineField,
  url: lineField,
  'whole-number': numberField,
  number: numberField,
  money: numberField,
  percentage: numberField,
  date: dateField,
  'yes-no': yesNoField,
  radios: radiosField,
  checkboxes: checkboxesField,
  select: selectField,
  authority: authorityField,
  address: addressField,
  file: fileField,
  declaration: declarationField,
}

/** The field is by the type of the question, which the table guarantees and the compiler cannot follow. */
export const simpleField = (question: SimpleQuestion, context: FieldContext) =>
  (simpleFields[question.type] as FieldOf<SimpleQuestion>)(question, context)
