import type { Question } from '../definition.ts'

/** What can be asked of a type. */
export type Nature = 'number' | 'day' | 'boolean' | 'option' | 'options' | 'text' | 'whole'

/** What can be asked of the answer to a question of each type. */
export const NATURES: { readonly [Type in Question['type']]: Nature } = {
  'short-text': 'text',
  'long-text': 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  'whole-number': 'number',
  number: 'number',
  money: 'number',
  percentage: 'number',
  date: 'day',
  'yes-no': 'boolean',
  declaration: 'boolean',
  radios: 'option',
  select: 'option',
  checkboxes: 'options',
  authority: 'text',
  address: 'whole',
  file: 'whole',
  'repeating-group': 'whole',
  'money-table': 'whole',
}

/** Which tests suit which answers. */
export function suits(test: string, nature: Nature): boolean {
  if (test === 'answered') return true
  if (test === 'includes') return nature === 'options'
  if (test === 'before' || test === 'after') return nature === 'day'
  if (test === 'anyOf') return nature !== 'whole'
  if (test === 'is' || test === 'isNot') return nature !== 'whole' && nature !== 'options'
  return nature === 'number'
}
