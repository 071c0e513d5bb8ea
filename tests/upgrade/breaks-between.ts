/** A column; `filled` says that the database fills it in when an insert leaves it out. */
export type Column = {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly notNull: boolean
  readonly filled: boolean
}

/** A constraint or a unique index: what rows of a table have to keep to. */
export type Rule = {
  readonly table: string
  readonly name: string
  readonly columns: readonly string[]
  readonly definition: string
}

export type Trigger = {
  readonly table: string
  readonly name: string
  readonly definition: string
  readonly body: string
}

export type Schema = {
  readonly columns: readonly Column[]
  readonly rules: readonly Rule[]
  readonly triggers: readonly Trigger[]
}

/**
 * What servers of the release before would trip over, had the schema that they know become this one: something is gone,
 * of another type, wanted where they leave it out, or refused where it was taken. Tables that are new break nothing.
 *
 * @returns a line for each, such as `application.note: is gone`
 */
export function breaksBetween(before: Schema, after: Schema): readonly string[] {
  const tables = new Set(before.columns.map(({ table }) => table))
  const known = new Map(before.columns.map((column) => [keyOf(column), column]))
  const now = new Map(after.columns.map((column) => [keyOf(column), column]))
  return [
    ...before.columns.flatMap((column) => changesOf(column, now.get(keyOf(column)))),
    ...after.columns
      .filter((column) => tables.has(column.table) && !known.has(keyOf(column)))
      .filter(({ notNull, filled }) => notNull && !filled)
      .map((column) => `${keyOf(column)}: is wanted, and has no default`),
    ...after.rules
      .filter(({ table }) => tables.has(table))
      .filter(({ table, columns }) => columns.length === 0 || columns.some((name) => known.has(`${table}.${name}`)))
      .filter((rule) => !before.rules.some((old) => old.table === rule.table && isAsWide(old, rule)))
      .map(({ table, name, definition }) => `${table}: ${name} is new or narrower: ${definition}`),
    ...after.triggers
      .filter(({ table }) => tables.has(table))
      .filter((trigger) => !before.triggers.some((old) => sameTrigger(old, trigger)))
      .map(({ table, name }) => `${table}: the trigger ${name} is new or another`),
  ]
}

const keyOf = ({ table, column }: Column): string => `${table}.${column}`

function changesOf(before: Column, after: Column | undefined): readonly string[] {
  const at = keyOf(before)
  if (after === undefined) return [`${at}: is gone`]
  return [
    ...(after.type === before.type ? [] : [`${at}: was ${before.type}, is ${after.type}`]),
    ...(after.notNull && !before.notNull ? [`${at}: may not be empty any more`] : []),
    ...(after.notNull && before.filled && !after.filled ? [`${at}: has lost its default`] : []),
  ]
}

const sameTrigger = (one: Trigger, other: Trigger): boolean =>
  one.table === other.table && one.definition === other.definition && one.body === other.body

/** Whether a rule takes all that another took: they say the same, but that lists of values may have become longer. */
function isAsWide(before: Rule, after: Rule): boolean {
  const [was, is] = [listsIn(before.definition), listsIn(after.definition)]
  return (
    was.around === is.around &&
    was.lists.every((values, index) => values.every((value) => is.lists[index]?.includes(value)))
  )
}

function listsIn(definition: string): { readonly around: string; readonly lists: readonly (readonly string[])[] } {
  const lists: (readonly string[])[] = []
  const around = definition.replaceAll(/ARRAY\[([^\]]*)\]/g, (_, values: string) => {
    lists.push(values.split(', '))
    return 'ARRAY[]'
  })
  return { around, lists }
}
