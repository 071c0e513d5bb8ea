import type { Actor } from '../../core/permissions/index.ts'
import type { Flash } from './flash.ts'

/** A page of ours in another language. */
export type LanguageLink = { readonly tag: string; readonly href: string }

/** What the shell around a page depends on. */
export type ShellFacts = {
  readonly actor: Actor
  readonly path: string
  readonly csrf: string
  /** Said once, after a change. */
  readonly flash: Flash | undefined
  /** The mark of the form that this page answers, which its script had put there. */
  readonly answerTo?: string | undefined
  /** The same page in other languages. */
  readonly languages?: readonly LanguageLink[] | undefined
}
