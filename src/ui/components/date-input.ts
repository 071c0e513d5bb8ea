import { html, type SafeHtml } from '../html.ts'
import { beside, type FieldsOptions, fieldsGroup } from './form-group.ts'
import { input } from './input.ts'
import { type Attributes, attribute, attributesOf, type Maybe, more, type Optional, type Styled } from './parts.ts'

export type DateInputItem = Optional<{
  id: string
  name: string
  label: string
  value: string | number
  autocomplete: string
  pattern: string
  inputmode: string
  classes: string
  /** Marks this part as wrong; false keeps it unmarked when the whole date has an error. */
  error: boolean
  attributes: Attributes
}>

/** `day`, `month` and `year` change one part, or take it away with false; `items` replaces all three. */
export type DateInputOptions = FieldsOptions &
  Styled &
  Optional<{
    namePrefix: string
    values: Readonly<Record<string, string | number | undefined>>
    day: DateInputItem | false
    month: DateInputItem | false
    year: DateInputItem | false
    items: readonly Maybe<DateInputItem>[]
  }> & { readonly id: string }

const parts = ['day', 'month', 'year'] as const
type Part = (typeof parts)[number]

/**
 * A date that people know by heart, in three fields.
 *
 * @example dateInput({ id: 'start', namePrefix: 'start', fieldset: { legend: { text: 'When will it start?' } } })
 */
export function dateInput(options: DateInputOptions): SafeHtml {
  const defaults = parts.map((part) => options[part] ?? { name: part, value: options.values?.[part] })
  const items = options.items?.length ? options.items : defaults
  const anyMarked = items.some((item) => item && isMarked(item))
  return fieldsGroup(options.id, { ...options, role: 'group' }, () => {
    const fields = items.map((item, index) => {
      if (!item) return undefined
      const part = partOf(options, item) ?? (item === defaults[index] ? parts[index] : undefined)
      return itemOf(
        options,
        item,
        part,
        isMarked(item) || (item.error !== false && Boolean(options.errorMessage) && !anyMarked),
      )
    })
    return html`<div class="govuk-date-input${more(options.classes)}"${attributesOf(options.attributes)}${attribute('id', options.id)}>${beside(options.formGroup?.beforeInputs)}${fields}${beside(options.formGroup?.afterInputs)}</div>`
  })
}

function isMarked(item: DateInputItem): boolean {
  return item.error === true || item.classes?.includes('govuk-input--error') === true
}

/** Which part of a date a field with a name of its own stands for. */
function partOf(options: DateInputOptions, { name }: DateInputItem): Part | undefined {
  if (!name) return undefined
  return parts.find((part) => {
    const own = options[part]
    return name === part || (own && name === own.name)
  })
}

function itemOf(options: DateInputOptions, item: DateInputItem, part: Part | undefined, marked: boolean): SafeHtml {
  const own = part && options[part]
  const name = item.name ?? part ?? ''
  const fullName = options.namePrefix ? `${options.namePrefix}-${name}` : name
  const error = marked && !item.classes?.includes('govuk-input--error') && 'govuk-input--error'
  const width = !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`
  const field = input({
    label: { text: item.label || capitalised(name), classes: 'govuk-date-input__label' },
    id: item.id || `${options.id}-${name}`,
    classes: `govuk-date-input__input${more(error, width, item.classes)}`,
    name: fullName,
    value: item.value ?? (own ? own.value : undefined) ?? options.values?.[part ?? ''] ?? options.values?.[fullName],
    inputmode: item.inputmode || 'numeric',
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  })
  return html`<div class="govuk-date-input__item">${field}</div>`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
}
