import { contentHash, type Json, type Sha256 } from '../canonical/index.ts'
import type { ReadStatement, SignOffKind } from '../sign-offs/index.ts'
import type { IsoDay } from '../time/day.ts'
import type { Answers } from './answers.ts'
import type { DeclarationQuestion, Form, Rule } from './definition.ts'
import type { Eligibility } from './eligibility.ts'
import type { FrozenForm, FrozenPage } from './frozen.ts'
import type { AnsweredFile } from './types/file.ts'
import { whatIsVisible } from './visibility.ts'

/** A body as it was called when it was frozen; `id` is its code in the register. */
export type FrozenBody = { readonly id: string; readonly name: string }

/** A fund or a round; `slug` is its part of the address. */
export type FrozenPlace = { readonly slug: string; readonly name: string }

/** A signature that counted when the application was submitted. */
export type FrozenSignOff = {
  readonly kind: SignOffKind
  /** The lead or the partner in whose name it was given. */
  readonly organisation: FrozenBody
  readonly name: string
  readonly jobTitle: string
  /** What was agreed to, in its words, in English. */
  readonly statement: string
  /** What was read, where it was read in another language. */
  readonly read?: ReadStatement
  /** ISO 8601, in UTC. */
  readonly signedAt: string
  /** SHA-256 of what the signature was bound to: see `materialHash`. */
  readonly materialSha256: string
  /** Of an application that came by email or on paper: that it is signed there, and who says so. `signedAt` is when they did. */
  readonly onPaper?: { readonly signedOn: IsoDay; readonly recordedBy: string }
}

/** How an application that came by email or on paper was keyed in. */
export type FrozenKeyed = {
  readonly channel: 'email' | 'paper'
  /** When it reached the programme team. ISO 8601, in UTC. */
  readonly receivedAt: string
  /** The name of whoever keyed it in. */
  readonly keyedBy: string
  /** The name of whoever sent it. */
  readonly sentBy: string
  /** What came, in the order in which it was kept. */
  readonly scans: readonly AnsweredFile[]
}

/** A judgement as a submission keeps it, with what the screener was told. */
export type FrozenEligibility = {
  readonly outcome: NonNullable<Eligibility['outcome']>
  readonly rules: readonly Pick<Rule, 'id' | 'clause' | 'text' | 'outcome'>[]
  readonly screener: {
    readonly title: string
    readonly number: number
    readonly sha256: string
    readonly pages: readonly FrozenPage[]
  } | null
}

/** What is said of an application besides its answers. */
export type FrozenFacts = {
  readonly reference: string
  /** Made up, for demonstration. */
  readonly illustrative: boolean
  readonly fund: FrozenPlace
  readonly round: FrozenPlace
  readonly lead: FrozenBody
  /** The body that submitted in the place of a lead that was no more; null otherwise. */
  readonly standIn: FrozenBody | null
  /** Those that had accepted, in the order of their ids. */
  readonly partners: readonly FrozenBody[]
  /** Of the form: the number of its version, and the SHA-256 of that version's canonical JSON. */
  readonly formVersion: { readonly number: number; readonly sha256: string }
  /** What was agreed to, in its words. */
  readonly declaration: string
  /** What the rules of eligibility said; undefined when there were none. */
  readonly eligibility?: FrozenEligibility | undefined
}

/**
 * All that a submission binds: plain JSON that can be kept, shown and hashed without the service. `version` is that of
 * this shape; a shape that says something else has another.
 */
export type FrozenApplication = {
  readonly version: 1 | 2 | 3
  readonly reference: string
  readonly illustrative: boolean
  readonly fund: FrozenPlace
  readonly round: FrozenPlace
  readonly lead: FrozenBody
  readonly standIn: FrozenBody | null
  readonly partners: readonly FrozenBody[]
  readonly form: FrozenForm['form'] & { readonly number: number; readonly sha256: string }
  /** The pages that were to be answered, with the answers: see `freeze`. */
  readonly pages: readonly FrozenPage[]
  readonly declaration: string
  /** Of version 2: the signatures, in the order in which the round asks for them. */
  readonly signOffs?: readonly FrozenSignOff[]
  /** Of version 2: what the rules of eligibility said and of what; not there when there were none. */
  readonly eligibility?: FrozenEligibility
  /** Of version 3: how it came, when its authority did not write it here. */
  readonly keyed?: FrozenKeyed
}

/** The same as something that was keyed in; as it is when it was not. */
export const withKeyed = (content: FrozenApplication, keyed: FrozenKeyed | undefined): FrozenApplication =>
  keyed === undefined ? content : { ...content, version: 3, keyed }

/** The same with its signatures. Without any it stays as it is. */
export const withSignOffs = (content: FrozenApplication, signOffs: readonly FrozenSignOff[]): FrozenApplication =>
  signOffs.length === 0 ? content : { ...content, version: 2, signOffs }

/** Puts what was answered and what is said of it into one. Equal facts give equal JSON, in whatever order partners come. */
export function freezeApplication(frozen: FrozenForm, facts: FrozenFacts): FrozenApplication {
  const { formVersion, partners, eligibility, ...said } = facts
  return {
    version: eligibility === undefined ? 1 : 2,
    ...said,
    partners: [...partners].sort((one, other) => (one.id < other.id ? -1 : 1)),
    form: { ...frozen.form, ...formVersion },
    pages: frozen.pages,
    ...(eligibility === undefined ? {} : { eligibility }),
  }
}

/** The hash that a receipt gives: SHA-256 of the canonical JSON. */
export const frozenHash = (content: FrozenApplication, sha256: Sha256): string =>
  contentHash(content as unknown as Json, sha256)

/**
 * The declaration that a form asks for itself, with the words beside its box; undefined when it asks for none. What is
 * hidden is not asked for.
 *
 * @param form a form that `checkDefinition` accepted
 */
export function declarationOf(form: Form, answers: Answers): string | undefined {
  const asked = whatIsVisible(form, answers).questions.filter(
    (question): question is DeclarationQuestion => question.type === 'declaration',
  )
  const words = asked.flatMap(({ declaration, label }) => (declaration === undefined ? [label] : [declaration, label]))
  return words.length === 0 ? undefined : words.join('\n\n')
}
