import { isObject } from '../../core/canonical/index.ts'

/** What a list of a definition holds: one of them in words, and the key by which people know it. */
const lists: { readonly [key: string]: readonly [noun: string, ...names: readonly string[]] } = {
  pages: ['page', 'title', 'id'],
  questions: ['question', 'label', 'id'],
  sections: ['section', 'title', 'id'],
  rules: ['eligibility rule', 'clause', 'id'],
  checks: ['check', 'id'],
  options: ['option', 'label', 'value'],
  columns: ['column', 'label', 'id'],
  rows: ['row', 'label', 'id'],
}

/** Keys whose own names say too little: for those who see them, and for those who do not. */
const keyWords: { readonly [reader: string]: { readonly [key: string]: string } } = {
  json: { showIf: 'its condition (showIf)', when: 'its condition (when)' },
  editor: { showIf: 'its condition', when: 'its condition' },
}

/**
 * Where in a definition something is, as a person finds it. The definition may be wrong in any way.
 *
 * @param at a JSON pointer into it
 * @param reader who reads it: somebody with the JSON before them, or with the editor, who never sees a key
 * @returns '' for the whole
 * @example describePlace({ pages: [{ title: 'Contacts', questions: [{}] }] }, '/pages/0/questions/0/label')
 * // => 'page 1 “Contacts”, question 1, label'
 */
export function describePlace(definition: unknown, at: string, reader: 'json' | 'editor' = 'json'): string {
  const keys = keyWords[reader] ?? {}
  const steps = at.split('/').slice(1).map(unescaped)
  const words: string[] = []
  let here: unknown = definition
  for (let index = 0; index < steps.length; index += 1) {
    const key = steps[index] ?? ''
    const place = steps[index + 1]
    here = memberOf(here, key)
    const list = lists[key]
    if (list !== undefined && Object.hasOwn(lists, key) && place !== undefined && /^\d+$/.test(place)) {
      here = memberOf(here, place)
      words.push(itemWords(list, Number(place), here))
      index += 1
    } else words.push(Object.hasOwn(keys, key) ? (keys[key] ?? key) : key)
  }
  return words.join(', ')
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function itemWords([noun, ...names]: readonly [string, ...string[]], index: number, item: unknown): string {
  const name = names.map((key) => memberOf(item, key)).find((value) => typeof value === 'string' && value.trim() !== '')
  return name === undefined ? `${noun} ${index + 1}` : `${noun} ${index + 1} “${name}”`
}
