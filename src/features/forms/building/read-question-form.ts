import type { FormBody } from '../../../platform/http/form-body.ts'
import type { QuestionTyped } from '../question-typed.ts'

const limitNames = ['minWords', 'min', 'max', 'minItems', 'maxItems', 'maxMegabytes'] as const

/** A question as its editor sent it. */
export function questionFrom(form: FormBody): QuestionTyped {
  const values = form.all('optionValue')
  const [columnIds, columnTypes] = [form.all('columnId'), form.all('columnType')]
  const rowIds = form.all('rowId')
  return {
    type: form.line('type'),
    label: form.line('label'),
    shortName: form.line('shortName'),
    hint: form.text('hint').trim(),
    guidance: form.text('guidance'),
    required: form.line('required') === 'yes',
    maxWords: form.line('maxWords'),
    options: form.all('option').map((label, index) => ({ value: values[index] ?? '', label })),
    moreOptions: form.text('moreOptions'),
    declaration: form.text('declaration'),
    material: form.line('material'),
    limits: Object.fromEntries(limitNames.filter((name) => form.has(name)).map((name) => [name, form.line(name)])),
    ...(form.has('itemName') && { itemName: form.line('itemName') }),
    ...(form.has('prefix') && { prefix: form.line('prefix') }),
    ...(form.has('suffix') && { suffix: form.line('suffix') }),
    columns: form
      .all('column')
      .map((label, index) => ({ id: columnIds[index] ?? '', label, type: columnTypes[index] ?? 'money' })),
    rows: form.all('row').map((label, index) => ({ id: rowIds[index] ?? '', label })),
    moreColumns: form.text('moreColumns'),
    moreRows: form.text('moreRows'),
    firstQuestion: form.line('firstQuestion'),
    ...(form.has('accept') && { accept: form.all('accept') }),
    ...(form.has('kindOf') && { kindOf: form.line('kindOf') }),
  }
}
