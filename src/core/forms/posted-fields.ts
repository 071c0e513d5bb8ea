/** What a browser posted, by input name. `text` is '' when there is none. */
export type PostedFields = {
  readonly text: (name: string) => string
  readonly all: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
}

/** What stands in the inputs, by input name: one text, or the values ticked. The inverse of what was read. */
export type ShownFields = { readonly [name: string]: string | readonly string[] }

/** Reads shown fields as if they had been posted. */
export function fieldsOf(shown: ShownFields): PostedFields {
  const all = (name: string): readonly string[] => [Object.hasOwn(shown, name) ? (shown[name] ?? []) : []].flat()
  return { all, text: (name) => all(name)[0] ?? '', has: (name) => all(name).length > 0 }
}
