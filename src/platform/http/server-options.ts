import type { Actor } from '../../core/permissions/index.ts'
import type { Config } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import type { OtherVoice, Voice } from './voice.ts'

/** What the server needs of the rest: it knows no area. */
export type ServerOptions = Voice & {
  /** The same routes in other languages. */
  readonly otherVoices?: readonly OtherVoice[]
  /** Who holds this session, if anyone. */
  readonly findActor: (token: string, at: Date) => Promise<Actor | undefined>
  /** Extra sources of scripts for the content security policy: hashes of the shell's own inline script. */
  readonly scriptHashes: readonly string[]
  readonly config: Config
  readonly secretKey: string
  readonly log: Log
  readonly clock: () => Date
  readonly newId: () => string
  /** Where built files are looked for, in this order. */
  readonly assetsFolders: readonly string[]
}
