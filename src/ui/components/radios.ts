import type { SafeHtml } from '../html.ts'
import { type Choice, type ChoicesOptions, choices } from './choices.ts'
import { fieldsGroup } from './form-group.ts'

export type RadioItem = Choice

/** `value` is that of the choice made; an item's own `checked` wins over it. */
export type RadiosOptions = ChoicesOptions<RadioItem> & { readonly value?: string | number | null | undefined }

/**
 * One choice of several.
 *
 * @example radios({ name: 'lead', value: 'yes', items: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] })
 */
export function radios(options: RadiosOptions): SafeHtml {
  const { name, value } = options
  return fieldsGroup(options.idPrefix || name, options, () =>
    choices('radios', options, (item) => ({
      name,
      type: 'radio',
      checked: item.checked ?? (Boolean(value) && String(item.value) === String(value)),
      describedBy: undefined,
    })),
  )
}
