/** What a log says of an error: enough to find the fault, and nothing that a person typed. */
export type ErrorInLog = {
  readonly type: string
  readonly message: string
  /** SQLSTATE, or a name such as `ECONNREFUSED`. */
  readonly code?: string | number
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
  /** Where it was thrown, without the message. */
  readonly stack: string
  readonly cause?: ErrorInLog
  /** Of an error that stands for several: the first of them. */
  readonly errors?: readonly ErrorInLog[]
}

const mailbox = /[^\s@<>()[\],;:"'`\\/=]+@[^\s@<>()[\],;:"'`\\/]+/gu
const quoted = /"[\s\S]*"/
const sqlState = /^[0-9A-Z]{5}$/
const deepest = 3
const mostErrors = 3

/** The text with every email address in it replaced: servers that refuse a message repeat whom it was for. */
export const withoutAddresses = (text: string): string =>
  text.includes('@') ? text.replace(mailbox, '[address]') : text

/**
 * An error as the log has it. What the database says in `detail`, `where` and `hint` and what its messages quote are
 * values that people typed; so may be whatever else a library hangs on an error. Only what is named here is kept.
 *
 * @example describeError(new Error('550 no such mailbox: jo@council.example')).message // => '550 no such mailbox: [address]'
 */
export function describeError(error: Error, depth = 0): ErrorInLog {
  const facts = error as unknown as Readonly<Record<string, unknown>>
  const type = error.name === 'Error' ? (error.constructor?.name ?? 'Error') : error.name
  const deeper = depth < deepest
  const { cause, errors } = facts
  return {
    type,
    message: messageOf(error, facts),
    ...named(facts, 'code'),
    ...named(facts, 'constraint'),
    ...named(facts, 'table'),
    ...named(facts, 'column'),
    stack: framesOf(error),
    ...(deeper && cause instanceof Error ? { cause: describeError(cause, depth + 1) } : {}),
    ...(deeper && Array.isArray(errors) ? { errors: severalOf(errors, depth + 1) } : {}),
  }
}

const severalOf = (errors: readonly unknown[], depth: number): readonly ErrorInLog[] =>
  errors
    .filter((one) => one instanceof Error)
    .slice(0, mostErrors)
    .map((one) => describeError(one, depth))

/** The database quotes names and values alike; the names that matter are kept beside the message. So does a parser. */
function messageOf(error: Error, { code, severity }: Readonly<Record<string, unknown>>): string {
  const ofDatabase = typeof code === 'string' && sqlState.test(code) && typeof severity === 'string'
  const quotes = ofDatabase || error instanceof SyntaxError
  return withoutAddresses(quotes ? error.message.replace(quoted, '"…"') : error.message)
}

function named(facts: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, string | number>> {
  const value = facts[name]
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 100) ? { [name]: value } : {}
}

/** The frames alone: a stack begins with the message, which may have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string {
  const frames = stack.slice(message === '' ? 0 : Math.max(0, stack.indexOf(message)) + message.length)
  const lines = frames.split('\n').filter((line) => /^\s+at /.test(line))
  return lines.map((line) => line.trim()).join('\n')
}
