import type { Config } from './config/config.ts'
import type { Database } from './database/database.ts'
import type { Files } from './files/files.ts'
import type { Scanner } from './files/scanner.ts'
import type { SendJob } from './jobs/job.ts'
import type { Languages } from './languages.ts'
import type { Log } from './log/log.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Pdf } from './pdf/pdf.ts'
import type { IdentityProvider } from './sign-in/identity-provider.ts'

/** What actions stand on. Made once when a program starts; clock and chance are here so that tests can set them. */
export type Services = {
  readonly db: Database
  readonly engine: 'postgresql' | 'embedded'
  readonly config: Config
  /** Signs forms and codes and seals authenticator secrets. */
  readonly secretKey: string
  readonly clock: () => Date
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
  /** 64 hex digits. */
  readonly sha256: (content: string | Uint8Array) => string
  readonly log: Log
  /** Enqueues a job in the transaction of the change that it follows. */
  readonly sendJob: SendJob
  readonly mailer: Mailer
  /** In which it writes to people beside its own; empty where it speaks that alone. */
  readonly languages: Languages
  readonly pdf: Pdf
  readonly files: Files
  /** Undefined where people sign in by email alone. */
  readonly identityProvider: IdentityProvider | undefined
  /** Undefined where none is set up. */
  readonly scanner: Scanner | undefined
}
