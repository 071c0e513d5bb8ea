import { html, type SafeHtml } from '../html.ts'
import { beside, type FieldOptions, fieldGroup } from './form-group.ts'
import { attribute, attributesOf, flag, more, type Optional, type Styled } from './parts.ts'

export type TextareaOptions = FieldOptions &
  Styled &
  Optional<{ value: string; rows: number | string; disabled: boolean; autocomplete: string; spellcheck: boolean }>

/** Several lines of text. For a limit in words or characters see `characterCount`. */
export function textarea(options: TextareaOptions): SafeHtml {
  const { formGroup, spellcheck } = options
  const classes = more(options.errorMessage && 'govuk-textarea--error', options.classes)
  // A browser takes away one line break after the tag, so that a value that begins with one needs a second.
  const value = options.value?.startsWith('\n') ? `\n${options.value}` : options.value
  return fieldGroup(
    options,
    (id, describedBy) =>
      html`${beside(formGroup?.beforeInput)}<textarea class="govuk-textarea${classes}" id="${id}" name="${options.name}" rows="${options.rows || 5}"${attributesOf({ spellcheck })}${flag('disabled', options.disabled)}${attribute('aria-describedby', describedBy)}${attribute('autocomplete', options.autocomplete)}${attributesOf(options.attributes)}>${value}</textarea>${beside(formGroup?.afterInput)}`,
  )
}
