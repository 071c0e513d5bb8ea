import type { SealedEvent } from '../audit/chain.ts'
import { canonicalJson, type Json, type Sha256 } from '../canonical/index.ts'
import type { Withheld } from '../pseudonyms/index.ts'
import { digestsOf } from './digests.ts'

/**
 * An event with its place in the chain. Of one that is `withheld` its id, the actor and the facts are left out for
 * publication: the id holds 74 bits of chance, so that nobody can try which facts have the hash.
 */
export type ExportedEvent = SealedEvent | (Omit<SealedEvent, 'id' | 'actorId' | 'facts'> & { readonly withheld: true })

/** A version of the sealed rules: `text` is what was hashed, to the letter. */
export type ExportedRules = {
  readonly version: number
  readonly sha256: string
  readonly previousSha256: string | null
  readonly text: string
}

/** A piece of work by a solver or by chance: an assignment, or the statistics of the scores. */
export type ExportedRun = {
  readonly kind: string
  readonly number: number
  readonly state: string
  readonly solver: string
  readonly seed: number
  readonly rulesSha256: string | null
  readonly input: Json
  readonly inputSha256: string
  readonly result: Json
  readonly resultSha256: string | null
  readonly acceptedAt: string | null
  /** For publication: the kinds of conflicts are left out of the case, so that `inputSha256` is not that of what is here. */
  readonly withheld?: true
}

export type ExportedReview = {
  readonly id: string
  readonly applicationId: string
  readonly personId: string
  readonly practice: boolean
  readonly state: string
  readonly inScope: string | null
  readonly scopeComment: string
  /** How sure the assessor is; null where the rules ask nobody. Exports of before it was asked lack it. */
  readonly confidence?: string | null
  readonly overallComment: string
  readonly submittedAt: string | null
  readonly rulesSha256: string | null
  readonly scores: readonly {
    readonly criterionId: string
    readonly points: number | null
    readonly comment: string
    readonly version: number
  }[]
  /** Every score as it was saved. */
  readonly versions: readonly {
    readonly criterionId: string
    readonly version: number
    readonly points: number | null
    readonly comment: string
    readonly savedAt: string
  }[]
}

/** What an export holds, part by part. Ids name people and applications throughout; times are ISO instants. */
export type ExportedParts = {
  readonly rules: readonly ExportedRules[]
  /** Names by the ids of people: their own, or replaced for publication. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly applications: readonly {
    readonly id: string
    readonly reference: string
    readonly lead: string
    /** What its lead and partners are called, long and short: none for publication. */
    readonly names: readonly string[]
    readonly state: string
    readonly submittedAt: string | null
    readonly submissionSha256: string | null
  }[]
  readonly sift: readonly {
    readonly applicationId: string
    readonly eligibility: string
    readonly eligibilityReason: string
    readonly scope: string
    readonly scopeReason: string
    readonly siftedAt: string
  }[]
  readonly conflicts: {
    readonly standing: readonly {
      readonly applicationId: string
      readonly personId: string
      readonly kind: string
      readonly treatment: string
      readonly released: boolean
    }[]
    readonly declared: readonly {
      readonly applicationId: string
      readonly personId: string
      readonly number: number
      readonly hasConflict: boolean
      readonly declaredAt: string
    }[]
    readonly releases: readonly {
      readonly applicationId: string
      readonly personId: string
      readonly kind: string
      readonly reason: string
      readonly releasedAt: string
      readonly withdrawnAt: string | null
    }[]
  }
  readonly runs: readonly ExportedRun[]
  readonly assignments: readonly {
    readonly id: string
    readonly applicationId: string
    readonly personId: string
    readonly why: string
    readonly assignedAt: string
    readonly endedAt: string | null
    readonly endedWhy: string | null
    readonly endedReason: string
  }[]
  readonly reviews: readonly ExportedReview[]
  readonly moderation: {
    readonly scores: readonly {
      readonly reviewId: string
      readonly criterionId: string
      readonly number: number
      readonly points: number | null
      readonly reason: string
      readonly by: string
      readonly at: string
    }[]
    readonly setAside: readonly {
      readonly reviewId: string
      readonly number: number
      readonly setAside: boolean
      readonly reason: string
      readonly by: string
      readonly at: string
    }[]
    readonly notes: readonly {
      readonly applicationId: string
      readonly settled: boolean
      readonly note: string
      readonly by: string
      readonly at: string
    }[]
  }
  /** Who saw scores while they were blind, and why. */
  readonly breakGlass: readonly {
    readonly personId: string
    readonly reason: string
    readonly openedAt: string
    readonly endsAt: string
  }[]
  /** `text` is the frozen document, to the letter as it was hashed; null before it is frozen. */
  readonly shortlist: {
    readonly text: string
    readonly sha256: string
    readonly tellAt: string
    readonly toldAt: string | null
    /** For publication: names are left out of the text, so that `sha256` is not that of what is here. */
    readonly withheld?: true
  } | null
  /** The events of the round, in the order of the chain. */
  readonly events: readonly ExportedEvent[]
  /**
   * What is left out for publication, each with its salted hash: by where it stood, as `part/place/…`, or the part and the id
   * of what is left out whole.
   */
  readonly withheld: readonly Withheld[]
}

export const exportedPartNames = [
  'rules',
  'people',
  'applications',
  'sift',
  'conflicts',
  'runs',
  'assignments',
  'reviews',
  'moderation',
  'breakGlass',
  'shortlist',
  'events',
  'withheld',
] as const satisfies readonly (keyof ExportedParts)[]
export type ExportedPart = (typeof exportedPartNames)[number]

/** What stands at the head of an export. */
export type ExportHead = {
  readonly document: 'assessment-export'
  readonly format: 1
  readonly exportedAt: string
  /** `replaced`: for publication, with names of assessors replaced and what events say withheld. */
  readonly names: 'shown' | 'replaced'
  readonly round: { readonly id: string; readonly fund: string; readonly name: string; readonly illustrative: boolean }
  /** That everything is made up, if so. */
  readonly note: string
  /** What the hashes of withheld values are salted with; '' for publication and before anything was published. */
  readonly salt: string
}

/** The action of the event that binds what is published, with what is withheld of it, into the chain. */
export const committedAction = 'assessment.export-committed'

/** What that event says. `upTo`: the last event that `manifest.events` is of; `manifest`: of the published parts. */
export type CommittedFacts = {
  readonly upTo: number
  readonly withheld: number
  readonly manifest: Readonly<Record<ExportedPart, string>>
}

/** The assessment of a round, to replay. `manifest`: the SHA-256 of the canonical JSON of each part. */
export type AssessmentExport = ExportHead & {
  readonly parts: ExportedParts
  readonly manifest: Readonly<Record<ExportedPart, string>>
  /** The SHA-256 of every item of the parts by its path, so that a change is named. */
  readonly digests: Readonly<Record<string, string>>
  /** Of the canonical JSON of the head, the manifest and the digests. */
  readonly sha256: string
}

/** The hash of a part: of its canonical JSON. */
export const partHash = (part: unknown, sha256: Sha256): string => sha256(canonicalJson(part as Json))

/** The hash of each part. */
export const manifestOf = (parts: ExportedParts, sha256: Sha256): AssessmentExport['manifest'] =>
  Object.fromEntries(
    exportedPartNames.map((name) => [name, partHash(parts[name], sha256)]),
  ) as AssessmentExport['manifest']

/** The hash that stands for the whole. */
export const exportHash = (
  head: ExportHead,
  { manifest, digests }: Pick<AssessmentExport, 'manifest' | 'digests'>,
  sha256: Sha256,
): string => sha256(canonicalJson({ ...head, manifest, digests } as unknown as Json))

/** Puts an export together, with the hashes that show any change of it. */
export function assembleExport(head: ExportHead, parts: ExportedParts, sha256: Sha256): AssessmentExport {
  const manifest = manifestOf(parts, sha256)
  const digests = digestsOf({ ...head, parts }, sha256)
  return { ...head, parts, manifest, digests, sha256: exportHash(head, { manifest, digests }, sha256) }
}
