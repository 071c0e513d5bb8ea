import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino'

export type Log = Logger

/** Names under which a secret or a person's words could reach the log: their values are replaced. */
const secretNames = [
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
]

/**
 * Structured lines on standard output, one a request and one a fault. Secrets and what people wrote are redacted by
 * name, at the top and one level down; addresses are logged as the route's pattern, never as typed.
 */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '[redacted]' },
  }
  // Written together, at the latest after half a second and at the end: a write for each request costs more than the rest.
  return pino(options, destination ?? pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 }))
}
