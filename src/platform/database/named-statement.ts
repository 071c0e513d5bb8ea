import pg from 'pg'
import { columnTypes } from './column-types.ts'

/** The rows of a statement, and what PostgreSQL says of it. */
export type StatementResult = {
  readonly command: string
  /** How many rows it gave or changed. */
  readonly rowCount: number
  readonly rows: readonly unknown[]
}

/** What the rows of a statement are like: in PostgreSQL's words a row description. */
type Shape = {
  readonly names: readonly string[]
  readonly parsers: readonly ((text: string) => unknown)[]
  readonly empty: Readonly<Record<string, unknown>>
}

/** The shapes that a connection has been told of, by the name of the statement. */
export type Shapes = Map<string, Shape>

/** A statement to be run under a name. */
export type NamedStatement = {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

type Field = { readonly name: string; readonly dataTypeID: number }

/** What of node-postgres's connection is used here. */
type Wire = {
  readonly stream: { cork(): void; uncork(): void }
  readonly parsedStatements: Readonly<Record<string, string | undefined>>
  parse(statement: { readonly name: string; readonly text: string }): void
  bind(values: { readonly statement: string; readonly values: readonly unknown[] }): void
  describe(portal: { readonly type: 'P'; readonly name: string }): void
  execute(portal: { readonly portal: string }): void
  sync(): void
}

/** As node-postgres writes parameters; its types do not tell of it. */
const { prepareValue } = (pg as unknown as { readonly utils: { readonly prepareValue: (value: unknown) => unknown } })
  .utils

/** A time in UTC, which needs no zone to be looked up. PostgreSQL reads other years than these in its own way. */
const writeValue = (value: unknown): unknown =>
  value instanceof Date && value.getUTCFullYear() > 0 && value.getUTCFullYear() < 10_000
    ? value.toISOString()
    : prepareValue(value)

/**
 * Runs a statement that a connection knows by a name, or will from now on. node-postgres's own way asks each time what
 * the rows are like, and has the answer read and made ready anew; PostgreSQL promises that it is the same as long as the
 * name stands (otherwise it refuses, with 0A000), so it is asked once.
 *
 * @param shapes of this connection; what is learnt is added
 */
export function runNamed(client: pg.PoolClient, shapes: Shapes, statement: NamedStatement): Promise<StatementResult> {
  return new Promise((resolve, reject) => {
    client.query(submittable(shapes, statement, resolve, reject))
  })
}

/** The statement as node-postgres takes one that knows by itself what to send: its contract for cursors and the like. */
function submittable(
  shapes: Shapes,
  { name, text, values }: NamedStatement,
  resolve: (result: StatementResult) => void,
  reject: (error: unknown) => void,
) {
  let shape = shapes.get(name)
  const rows: unknown[] = []
  let tag = ''
  // Of a row that could not be read. The connection is free again only once the statement has ended.
  let unread: { readonly error: unknown } | undefined
  const learn = (fields: readonly Field[]): void => {
    shape = shapeOf(fields)
    shapes.set(name, shape)
  }
  return {
    name,
    text,
    callback: () => undefined,
    submit: (connection: unknown) => send(connection as Wire, { name, text, values }, shapes.has(name)),
    handleRowDescription: ({ fields }: { readonly fields: readonly Field[] }) => learn(fields),
    handleDataRow: ({ fields }: { readonly fields: readonly (string | null)[] }) => {
      try {
        if (shape !== undefined && unread === undefined) rows.push(rowOf(shape, fields))
      } catch (error) {
        unread = { error }
      }
    },
    handleCommandComplete: (message: { readonly text: string }) => {
      tag = message.text
      // One that gives no rows says so by describing none.
      if (shape === undefined) learn([])
    },
    handleReadyForQuery: () => (unread === undefined ? resolve({ ...readTag(tag), rows }) : reject(unread.error)),
    handleError: (error: unknown) => reject(error),
  }
}

/**
 * Writes what belongs together at once.
 *
 * @returns why nothing was sent, if a value cannot be written: node-postgres hands it back
 */
function send(connection: Wire, { name, text, values }: NamedStatement, described: boolean): Error | null {
  let written: readonly unknown[]
  try {
    written = values.map(writeValue)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
  connection.stream.cork()
  if (connection.parsedStatements[name] === undefined) connection.parse({ name, text })
  connection.bind({ statement: name, values: written })
  if (!described) connection.describe({ type: 'P', name: '' })
  connection.execute({ portal: '' })
  connection.sync()
  connection.stream.uncork()
  return null
}

function shapeOf(fields: readonly Field[]): Shape {
  const names = fields.map(({ name }) => name)
  return {
    names,
    parsers: fields.map(({ dataTypeID }) => columnTypes.getTypeParser(dataTypeID, 'text')),
    empty: Object.fromEntries(names.map((name) => [name, null])),
  }
}

function rowOf({ names, parsers, empty }: Shape, texts: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = { ...empty }
  for (let index = 0; index < texts.length; index += 1) {
    const [name, parse, text] = [names[index], parsers[index], texts[index]]
    if (name !== undefined && text !== null && text !== undefined) row[name] = parse?.(text)
  }
  return row
}

/** @example readTag('INSERT 0 5') // => { command: 'INSERT', rowCount: 5 } */
function readTag(tag: string): Pick<StatementResult, 'command' | 'rowCount'> {
  const words = tag.split(' ')
  return { command: words[0] ?? '', rowCount: Number(words.at(-1)) || 0 }
}
