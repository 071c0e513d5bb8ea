import type { SafeHtml } from '../html.ts'
import { type Choice, type ChoicesOptions, choices } from './choices.ts'
import { fieldsGroup } from './form-group.ts'
import { attribute } from './parts.ts'

/** `behaviour: 'exclusive'` unmakes the other choices: "None of these". */
export type CheckboxItem = Choice & {
  readonly name?: string | undefined
  readonly behaviour?: 'exclusive' | undefined
}

/** `values` are those of the choices made; an item's own `checked` wins over them. */
export type CheckboxesOptions = ChoicesOptions<CheckboxItem> & {
  readonly values?: readonly (string | number)[] | undefined
  readonly describedBy?: string | undefined
}

/** Any number of choices. */
export function checkboxes(options: CheckboxesOptions): SafeHtml {
  return fieldsGroup(options.idPrefix || options.name, options, (describedBy) =>
    choices('checkboxes', options, (item) => ({
      name: item.name || options.name,
      type: 'checkbox',
      checked: item.checked ?? (item.value !== undefined && options.values?.includes(item.value) === true),
      // In a fieldset the fieldset is described, once; without one each box is.
      describedBy: options.fieldset ? undefined : describedBy,
      more: attribute('data-behaviour', item.behaviour),
    })),
  )
}
