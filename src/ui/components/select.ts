import { html, type SafeHtml } from '../html.ts'
import { beside, type FieldOptions, fieldGroup } from './form-group.ts'
import {
  type Attributes,
  attribute,
  attributesOf,
  flag,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

export type SelectItem = Optional<{
  /** What is sent; the text when left out. */
  value: string | number | boolean
  text: string | number
  selected: boolean
  disabled: boolean
  attributes: Attributes
}>

/** `value` is that of the selected item; an item's own `selected` wins over it. */
export type SelectOptions = FieldOptions &
  Styled & {
    readonly items?: readonly Maybe<SelectItem>[] | undefined
    readonly value?: string | number | null | undefined
    readonly disabled?: boolean | undefined
  }

/** One choice from a long list. With `attributes: { 'data-autocomplete': '' }` it narrows while a person types. */
export function select(options: SelectOptions): SafeHtml {
  const { value, formGroup } = options
  const classes = more(options.classes, options.errorMessage && 'govuk-select--error')
  const optionOf = (item: SelectItem) => {
    const selected = item.selected ?? (Boolean(value) && String(item.value ?? item.text) === String(value))
    return html`<option${attributesOf({ value: item.value })}${flag('selected', selected)}${flag('disabled', item.disabled)}${attributesOf(item.attributes)}>${item.text}</option>`
  }
  return fieldGroup(
    options,
    (id, describedBy) =>
      html`${beside(formGroup?.beforeInput)}<select class="govuk-select${classes}" id="${id}" name="${options.name}"${flag('disabled', options.disabled)}${attribute('aria-describedby', describedBy)}${attributesOf(options.attributes)}>${options.items?.map((item) => item && optionOf(item))}</select>${beside(formGroup?.afterInput)}`,
  )
}
