import type { ConflictKind, Treatment } from '../rules/assessment-rules.ts'
import type { IsoDay } from '../time/day.ts'

/** A body as far as conflicts ask. Ids are those of the register. */
export type Body = {
  readonly id: string
  readonly kind: string
  /** The county that a district lies in. */
  readonly countyId: string | null
  readonly combinedAuthorityId: string | null
}

/** Two bodies that lie beside one another, and where that is known from. */
export type Beside = { readonly one: string; readonly other: string; readonly source: string }

/** What an assessor is to bodies and suppliers. */
export type Interests = {
  readonly personId: string
  /** Bodies that have confirmed them as theirs. */
  readonly memberships: readonly string[]
  /** `endedOn`: the last day; null while they are employed. A body or a supplier. */
  readonly employers: readonly {
    readonly organisationId: string | null
    readonly supplierId: string | null
    readonly endedOn: IsoDay | null
  }[]
  /** Bodies in which they have an interest of another kind. */
  readonly authorities: readonly string[]
  readonly suppliers: readonly string[]
  /** Where they live. */
  readonly homes: readonly string[]
}

/** What was sent in, as far as conflicts ask. */
export type Bid = {
  readonly applicationId: string
  readonly leadId: string
  readonly partnerIds: readonly string[]
  readonly supplierIds: readonly string[]
  /** Everybody who wrote it. */
  readonly writerIds: readonly string[]
}

/** Everything that tells who stands how to whom. */
export type ConflictCase = {
  readonly bodies: readonly Body[]
  /** Each body that ended, with one that took over from it. */
  readonly succession: readonly (readonly [predecessor: string, successor: string])[]
  /** Borders that the register knows, each once. */
  readonly borders: readonly Beside[]
  /** Every bid of the round: an officer of any of them reads none. */
  readonly bids: readonly Bid[]
  readonly people: readonly Interests[]
  /** Years of employment are counted back from here, so that nobody becomes free while a round is assessed. */
  readonly countedOn: IsoDay
}

/** How long an employer counts after the last day. */
export const employerYears = 3

/** One reason why somebody may not read something. `theirs` and `its`: ids of the body, supplier or person it rests on. */
export type FoundConflict = {
  readonly applicationId: string
  readonly personId: string
  readonly kind: ConflictKind
  readonly theirs: string
  readonly its: string
  /** Of a neighbour beyond a border: where the border is known from. */
  readonly source: string | null
}

/**
 * What somebody said of themselves is hard whatever the rules say. What they handed back is no conflict, and keeps them
 * from it in the same way until it is released.
 */
export type StandingKind = ConflictKind | 'declared' | 'handed-back'

/** A conflict under the sealed rules. `released`: soft, and let stand with a reason. */
export type StandingConflict = Omit<FoundConflict, 'kind'> & {
  readonly kind: StandingKind
  readonly treatment: Exclude<Treatment, 'off'>
  readonly released: boolean
}

/** Whether a pair with these conflicts must not be. */
export const keepsFrom = ({ treatment, released }: Pick<StandingConflict, 'treatment' | 'released'>): boolean =>
  treatment === 'hard' || !released
