/** Reading a form and writing to it. */

export type Fields = readonly (readonly [name: string, value: string])[]

/** All fields but files, in the order of the form, as a browser would send them. */
export function allFields(form: HTMLFormElement): Fields {
  return [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string')
}

/** What a person typed or chose: the hidden fields belong to the page. */
export function typedFields(form: HTMLFormElement): Fields {
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name }) => name))
  return allFields(form).filter(([name]) => !hidden.has(name))
}

/** What the server had put into the form: browsers may have put back what was typed before. */
export function shownFields(form: HTMLFormElement): Fields {
  const copy = form.cloneNode(true) as HTMLFormElement
  copy.reset()
  return typedFields(copy)
}

/** Fields with the same fingerprint hold the same answers. */
export const fingerprintOf = (fields: Fields): string => JSON.stringify(fields)

/** The names of the fields that say something else now, or are there only before or only now, as boxes are. */
export function changedNames(now: Fields, before: Fields): readonly string[] {
  const valuesOf = (fields: Fields, name: string) => fingerprintOf(fields.filter(([each]) => each === name))
  const names = new Set([...before, ...now].map(([name]) => name))
  return [...names].filter((name) => valuesOf(now, name) !== valuesOf(before, name))
}

/** Whether two sets of fields say the same but for white space, which servers may tidy. */
export function sameText(some: Fields, others: Fields): boolean {
  const plain = (fields: Fields) =>
    JSON.stringify(fields.map(([name, value]) => [name, value.replace(/\s+/g, ' ').trim()]))
  return plain(some) === plain(others)
}

/** Puts values back where they were typed. @param only the names of the fields to put them into; all of them unless said */
export function fill(form: HTMLFormElement, fields: Fields, only?: readonly string[]): void {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
  for (const element of form.elements) {
    if (only === undefined || only.includes(element.getAttribute('name') ?? '')) fillOne(element, values)
  }
}

function fillOne(element: Element, values: ReadonlyMap<string, string[]>): void {
  if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)) {
    element.checked = values.get(element.name)?.includes(element.value) ?? false
    tellOfInput(element)
    return
  }
  const writable =
    (element instanceof HTMLInputElement && !['hidden', 'file', 'submit', 'button'].includes(element.type)) ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  if (!writable) return
  const next = values.get(element.name)?.shift()
  if (next !== undefined) element.value = next
  tellOfInput(element)
}

const tellOfInput = (element: Element): boolean => element.dispatchEvent(new Event('input', { bubbles: true }))

export function setVersion(form: HTMLFormElement, version: number | string): void {
  const field = versionField(form)
  if (field !== null) field.value = String(version)
}

function versionField(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('input[type=hidden][name=version]')
}
