/** A column of the database, with the table that it refers to, if it does. */
export type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly references: string | null
}

const identifying = [
  'email',
  'name',
  'phone',
  'telephone',
  'ip',
  'browser',
  'recipient',
  'speaker',
  'officer',
  'signer',
]
const freeText =
  'about answer bio biography body comment content document found message note notes post question reason remedy statement text value wanted wants words'.split(
    ' ',
  )
const words = new Set([...identifying, ...freeText])

/**
 * Whether a column may hold or lead to something about a person, by what it refers to and what it is called: then some
 * rule has to say why it is kept, or somebody that it is about nobody.
 *
 * @example mayBePersonal({ table: 'event', name: 'organiser_email', type: 'text', references: null }) // => true
 */
export function mayBePersonal({ name, type, references }: Column): boolean {
  if (references === 'person') return true
  const parts = name.split('_')
  if (type === 'uuid') return name === 'person_id' || parts.at(-1) === 'by'
  if (!['text', 'jsonb', 'bytea'].includes(type) || /_(id|sha256|hash)$/.test(name)) return false
  return parts.some((part) => words.has(part))
}
