import { type PostedFields, withPosted } from '../../../core/forms/index.ts'
import type { ReviewRecord, StartingLine } from '../../../core/reviews/index.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { fieldsOfLine, poundsQuestion } from './describe-grid.ts'
import type { LineToSave } from './save-lines.ts'

const seenField = '-seen'

/** What was typed in the grid of an option: lines that are there, and those of the offered ones that have an amount. */
export function linesToSave(
  record: ReviewRecord,
  form: FormBody,
  offered: readonly StartingLine[],
): readonly LineToSave[] {
  const question = poundsQuestion(record)
  const typed = (key: string): PostedFields => fieldsOfLine(form, key)
  const saved = form
    .names()
    .filter((name) => name.endsWith(seenField))
    .map((name) => name.slice(0, -seenField.length))
  return [
    ...saved.map(
      (key): LineToSave => ({
        key,
        entry: key,
        seen: Number(form.line(`${key}${seenField}`)) || 0,
        change: (base) => withPosted(base, typed(key), [question]),
      }),
    ),
    ...offered.flatMap(({ key, content }): readonly LineToSave[] => {
      const answers = withPosted(content, typed(key), [question])
      return answers[question.id] === undefined ? [] : [{ key, entry: undefined, seen: 0, change: () => answers }]
    }),
  ]
}
