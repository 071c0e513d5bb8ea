import { checkboxes, textarea } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'
import type { DeclareTyped } from '../read-declaration.ts'

export type ConflictFields = {
  /** Whose conflicts they are: “you”, or “they”. */
  readonly who: 'you' | 'they'
  readonly applications: readonly { readonly reference: string; readonly name: string }[]
  readonly typed: DeclareTyped
  /** Whether a conflict was declared before, which is taken back for a reason alone. */
  readonly saidBefore: boolean
  readonly errors: readonly FieldText[]
}

const none = {
  you: 'I have no conflict with any of them',
  they: 'They declared no conflict with any of them',
} as const
const small = (text: string) => ({ text, classes: 'govuk-label--s' })

/** What somebody declares of their conflicts, or another person for them. */
export const conflictFields = ({
  who,
  applications,
  typed,
  saidBefore,
  errors,
}: ConflictFields): SafeHtml => html`${checkboxes({
  name: 'application',
  idPrefix: 'application',
  fieldset: { legend: { text: `Applications ${who} have a conflict with`, classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorAt(errors, 'application'),
  items: applications.map(({ reference, name }) => ({
    value: reference,
    text: name,
    checked: typed.references.includes(reference),
  })),
})}
${textarea({
  id: 'statement',
  name: 'statement',
  label: small('What the conflict is'),
  hint: { text: `Only if you selected some. It is kept with ${who === 'you' ? 'your' : 'their'} name` },
  errorMessage: errorAt(errors, 'statement'),
  value: typed.statement,
  rows: 3,
})}
${checkboxes({
  name: 'none',
  idPrefix: 'none',
  errorMessage: errorAt(errors, 'none'),
  fieldset: { legend: { text: 'Or', classes: 'govuk-fieldset__legend--s' } },
  items: [{ value: 'yes', text: none[who], checked: typed.none }],
})}
${
  saidBefore &&
  textarea({
    id: 'takenBack',
    name: 'takenBack',
    label: small('Why it is no conflict any more'),
    hint: { text: `Only if ${who} declared a conflict before and do not now. The reason is kept` },
    errorMessage: errorAt(errors, 'takenBack'),
    value: typed.takenBack,
    rows: 3,
  })
}`
