import type { Actor } from '../../core/permissions/index.ts'
import type { Config } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import type { LanguageLink, OtherVoice, Voice } from './voice.ts'

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

/** What the shell around a page depends on. */
export type ShellFacts = {
  readonly actor: Actor
  readonly path: string
  readonly csrf: string
  /** Said once, after a change. */
  readonly flash: string | undefined
  /** The mark of the form that this page answers, which its script had put there. */
  readonly answerTo?: string | undefined
  /** The same page in other languages. */
  readonly languages?: readonly LanguageLink[] | undefined
}
