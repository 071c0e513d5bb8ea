import { type DestinationStream, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino'
import { describeError, withoutAddresses } from './describe-error.ts'

export type Log = Logger

/** Names under which a secret or a person's words could reach the log: their values are replaced, however deep. */
const secretNames = new Set([
  'token',
  'code',
  'cookie',
  'authorization',
  'password',
  'secret',
  'email',
  'recipient',
  '_csrf',
  'answers',
  'body',
])
const censored = '[redacted]'
const deepest = 4

/**
 * Structured lines on standard output, one a request and one a fault. Secrets and what people wrote are redacted by
 * name; an error is described by what tells the fault ({@link describeError}); addresses of email are replaced, and
 * those of pages logged as the route's pattern, never as typed.
 */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    // Ours alone: that of pino adds everything that hangs on an error.
    serializers: { err: (described: unknown) => described },
    hooks: {
      logMethod(given, method) {
        const [first, ...more] = given.map((part: unknown) => safe(part, 0))
        // A lone error is logged as a field, as pino would.
        const fields = (given[0] as unknown) instanceof Error ? { err: first } : first
        method.apply(this, [fields, ...more] as Parameters<typeof method>)
      },
    },
  }
  // Written together, at the latest after half a second and at the end: a write for each request costs more than the rest.
  return pino(options, destination ?? pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 }))
}

/** The value as it may be written. An error's own `code` says what failed; any other may be somebody's to sign in with. */
function safe(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutAddresses(value)
  if (value instanceof Error) return describeError(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth > deepest) return censored
  if (Array.isArray(value)) return value.map((each: unknown) => safe(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, secretNames.has(name) ? censored : safe(each, depth + 1)]),
  )
}
