import type { FieldText } from '../../../../ui/patterns/index.ts'
import { errorAt } from '../../../../ui/patterns/index.ts'

/** The one form of a page of many that was sent and will not do, with what was typed in it. */
export type WrongForm = {
  readonly form: string
  readonly errors: readonly FieldText[]
  readonly typed: (field: string) => string
}

/**
 * A field of one of many forms on a page: its id is plain in the form that was sent, to which problems lead, and else that
 * of its form.
 */
export const fieldOf = (wrong: WrongForm | undefined, form: string, field: string) =>
  wrong?.form === form
    ? { id: field, name: field, value: wrong.typed(field), errorMessage: errorAt(wrong.errors, field) }
    : { id: `${form}-${field}`, name: field, value: '' }
