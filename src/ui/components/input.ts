import { html, type SafeHtml } from '../html.ts'
import { type FieldOptions, fieldGroup } from './form-group.ts'
import {
  attribute,
  attributesOf,
  type Content,
  contentOf,
  flag,
  hasContent,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

export type InputOptions = FieldOptions &
  Styled &
  Optional<{
    type: string
    inputmode: string
    value: string | number | null
    disabled: boolean
    autocomplete: string
    autocapitalize: string
    pattern: string
    spellcheck: boolean
    /** Shown at the field, not part of the answer: £. */
    prefix: Content & Styled
    suffix: Content & Styled
    inputWrapper: Styled
  }>

/**
 * One line of text.
 *
 * @example input({ name: 'email', label: { text: 'Email address' }, type: 'email', autocomplete: 'email' })
 */
export function input(options: InputOptions): SafeHtml {
  return fieldGroup(options, (id, describedBy) => wrapped(options, inputElement(options, id, describedBy)))
}

function inputElement(options: InputOptions, id: string, describedBy: string | undefined): SafeHtml {
  const { spellcheck, value } = options
  return html`<input class="govuk-input${more(options.classes)}${options.errorMessage && ' govuk-input--error'}" id="${id}" name="${options.name}" type="${options.type || 'text'}"${attributesOf({ spellcheck, value })}${flag('disabled', options.disabled)}${attribute('aria-describedby', describedBy)}${attribute('autocomplete', options.autocomplete)}${attribute('autocapitalize', options.autocapitalize)}${attribute('pattern', options.pattern)}${attribute('inputmode', options.inputmode)}${attributesOf(options.attributes)}>`
}

function wrapped(options: InputOptions, element: SafeHtml): SafeHtml {
  const { prefix, suffix, formGroup, inputWrapper } = options
  const beforeInput = hasContent(formGroup?.beforeInput)
  const afterInput = hasContent(formGroup?.afterInput)
  if (!hasContent(prefix) && !hasContent(suffix) && !beforeInput && !afterInput) return element
  return html`<div class="govuk-input__wrapper${more(inputWrapper?.classes)}"${attributesOf(inputWrapper?.attributes)}>
${
  beforeInput &&
  html`${contentOf(formGroup?.beforeInput)}
`
}${affix(prefix, 'prefix')}${element}${affix(suffix, 'suffix')}${
  afterInput &&
  html`
${contentOf(formGroup?.afterInput)}`
}
</div>`
}

function affix(content: InputOptions['prefix'], side: 'prefix' | 'suffix'): SafeHtml | false {
  return (
    hasContent(content) &&
    html`<div class="govuk-input__${side}${more(content.classes)}" aria-hidden="true"${attributesOf(content.attributes)}>${contentOf(content)}</div>`
  )
}
