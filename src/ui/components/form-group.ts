/** What every question has around its field: label or legend, hint, error, and the ids that tie them to the field. */
import { html, nothing, type SafeHtml } from '../html.ts'
import { type ErrorMessageOptions, errorMessage } from './error-message.ts'
import { type FieldsetOptions, fieldset } from './fieldset.ts'
import { type HintOptions, hint } from './hint.ts'
import { type LabelOptions, label } from './label.ts'
import { attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

type Explained = Optional<{ hint: HintOptions; errorMessage: ErrorMessageOptions | null | false }>

/** Of a question with one field. `id` is the name when left out; hints and errors get ids made from it. */
export type FieldOptions = Explained & {
  readonly name: string
  readonly id?: string | undefined
  readonly label: LabelOptions
  /** Ids of other elements that describe the field. */
  readonly describedBy?: string | undefined
  readonly formGroup?: (Styled & Optional<{ beforeInput: Content; afterInput: Content }>) | undefined
}

/** Of a question with several fields. `idPrefix` is the name when left out; the first field has it as its id. */
export type FieldsOptions = Explained & {
  readonly fieldset?: Omit<FieldsetOptions, 'html' | 'role'> | undefined
  readonly formGroup?: (Styled & Optional<{ beforeInputs: Content; afterInputs: Content }>) | undefined
}

/** A hint and an error ready to show, and the ids under which a field refers to them. */
type Explanation = { readonly before: SafeHtml; readonly describedBy: string | undefined }

function explain(id: string, describedBy: string | undefined, options: Explained): Explanation {
  const { hint: help, errorMessage: error } = options
  if (!help && !error) return { before: nothing, describedBy: describedBy || undefined }
  const ids = describedBy ? [describedBy] : []
  if (help) ids.push(`${id}-hint`)
  if (error) ids.push(`${id}-error`)
  return {
    before: html`${help && hint({ ...help, id: `${id}-hint` })}
${error && errorMessage({ ...error, id: `${id}-error` })}
`,
    describedBy: ids.join(' '),
  }
}

/** A question with one field, which `fieldOf` writes from its id and the ids of what describes it. */
export function fieldGroup(
  options: FieldOptions,
  fieldOf: (id: string, describedBy: string | undefined) => SafeHtml,
): SafeHtml {
  const id = options.id || options.name
  const { before, describedBy } = explain(id, options.describedBy, options)
  return group(
    options,
    html`${label({ ...options.label, for: id })}
${before}${fieldOf(id, describedBy)}`,
  )
}

/**
 * A question with several fields, in a fieldset if there is one.
 *
 * @param fieldsOf writes the fields from the ids of what describes them
 */
export function fieldsGroup(
  id: string,
  options: FieldsOptions & { readonly describedBy?: string | undefined; readonly role?: string | undefined },
  fieldsOf: (describedBy: string | undefined) => SafeHtml,
): SafeHtml {
  const { before, describedBy } = explain(id, options.fieldset?.describedBy || options.describedBy, options)
  const inner = html`${before}${fieldsOf(describedBy)}`
  return group(
    options,
    options.fieldset ? fieldset({ ...options.fieldset, role: options.role, describedBy, html: inner }) : inner,
  )
}

function group(options: Explained & { readonly formGroup?: Styled | undefined }, content: SafeHtml): SafeHtml {
  return html`<div class="govuk-form-group${options.errorMessage && ' govuk-form-group--error'}${more(options.formGroup?.classes)}"${attributesOf(options.formGroup?.attributes)}>
${content}
</div>`
}

/** What stands just before or after a field, on a line of its own in the source. */
export function beside(content: Content | undefined): SafeHtml {
  return content
    ? html`
${contentOf(content)}
`
    : nothing
}
