import { canonicalJson } from '../canonical/canonical-json.ts'
import type { Json, JsonObject } from '../canonical/json.ts'
import type { Fund } from '../rounds/fund.ts'
import type { Round } from '../rounds/round.ts'
import { type SignOffKind, signOffKinds } from '../sign-offs/index.ts'
import type { AssessmentRules, Criterion } from './assessment-rules.ts'

/** A published form, by what it says. */
export type FormSeal = { readonly versionId: string; readonly number: number; readonly sha256: string }

/** Which funder had approved exactly these rules when they were sealed. */
export type SealApproval = {
  readonly organisationId: string
  readonly organisationName: string
  readonly approvedAt: string
  readonly approvedBy: string
}

/** What stands from publication on: who may apply, and how it is decided who is awarded. */
export type LockedRules = {
  readonly eligibility: Pick<Round, 'leadSlots' | 'partnerMinimum' | 'partnerSlots' | 'ineligible'> & {
    readonly eligibleKinds: readonly string[]
    readonly screener: FormSeal | null
  }
} & Pick<
  AssessmentRules,
  'criteria' | 'overallLeastPercent' | 'spread' | 'tieBreaks' | 'drawValue' | 'interview' | 'sumAsked'
>

/**
 * How the work of assessing is done: it may change until the first score, with a reason. `calibration`, which may set the
 * order, stands among it and is locked all the same.
 */
export type MechanicalRules = Pick<
  AssessmentRules,
  'conflicts' | 'assignment' | 'calibration' | 'moderation' | 'visibility' | 'basis'
> & { readonly assessorsPerApplication: number; readonly panelMembers: number }

/** What is hashed, sealed and published. Times are ISO instants, days ISO days. */
export type SealedDocument = {
  readonly document: 'sealed-rules'
  readonly format: 1
  readonly round: { readonly id: string; readonly fund: string; readonly name: string }
  readonly version: number
  /** Of the version before; null for the first. */
  readonly previousSha256: string | null
  readonly sealedAt: string
  readonly sealedBy: string
  /** Why there is another version; for the first ''. */
  readonly reason: string
  readonly approvals: readonly SealApproval[]
  /** Names of funders that had not approved these rules, and why they were sealed without them. */
  readonly withoutApproval: { readonly funders: readonly string[]; readonly reason: string } | null
  readonly money: Pick<Fund, 'awardType' | 'budgetPounds' | 'places' | 'capPounds' | 'vat'>
  readonly locked: LockedRules
  readonly mechanics: MechanicalRules
  readonly timetable: Readonly<Record<TimetableKey, string | null>>
  readonly form: FormSeal | null
  /** What is asked of an application besides the form. Versions that were sealed before this was part of them lack it. */
  readonly asked?: { readonly signOffs: readonly SignOffKind[] }
}

const timetableKeys = [
  'opensAt',
  'questionsCloseAt',
  'deadlineAt',
  'siftedOn',
  'shortlistOn',
  'interviewsFromOn',
  'interviewsToOn',
  'decisionsOn',
  'startsOn',
] as const
type TimetableKey = (typeof timetableKeys)[number]

/** Everything that a seal is of, besides who made it and when. */
export type ToSeal = {
  readonly fund: Fund
  readonly round: Round
  readonly rules: AssessmentRules
  readonly form: FormSeal | null
  readonly screener: FormSeal | null
}

/** Who seals, when and why, after which version. */
export type SealFacts = Pick<
  SealedDocument,
  'version' | 'previousSha256' | 'sealedBy' | 'reason' | 'approvals' | 'withoutApproval'
> & { readonly sealedAt: Date }

const asText = (value: Date | string | null): string | null => (value instanceof Date ? value.toISOString() : value)

const byPoints = (criteria: readonly Criterion[]): readonly Criterion[] =>
  criteria.map((each) => ({ ...each, bands: [...each.bands].sort((one, other) => one.points - other.points) }))

/** The rules of a round as they are sealed. Equal rules give equal documents, whatever order sets are kept in. */
export function sealedDocument({ fund, round, rules, form, screener }: ToSeal, facts: SealFacts): SealedDocument {
  // An extension is published by itself, with its own reason; what is sealed is the timetable.
  const ownTimes = { ...round, deadlineAt: round.ownDeadlineAt }
  const { leadSlots, partnerMinimum, partnerSlots, ineligible, assessorsPerApplication, panelMembers } = round
  return {
    document: 'sealed-rules',
    format: 1,
    round: { id: round.id, fund: fund.name, name: round.name },
    ...facts,
    sealedAt: facts.sealedAt.toISOString(),
    money: {
      awardType: fund.awardType,
      budgetPounds: fund.budgetPounds,
      places: fund.places,
      capPounds: fund.capPounds,
      vat: fund.vat,
    },
    locked: {
      eligibility: {
        eligibleKinds: [...round.eligibleKinds].sort(),
        leadSlots,
        partnerMinimum,
        partnerSlots,
        ineligible,
        screener,
      },
      criteria: byPoints(rules.criteria),
      overallLeastPercent: rules.overallLeastPercent,
      spread: rules.spread,
      tieBreaks: rules.tieBreaks,
      drawValue: rules.drawValue,
      interview: { ...rules.interview, criteria: byPoints(rules.interview.criteria) },
      ...(rules.sumAsked !== undefined && { sumAsked: rules.sumAsked }),
    },
    mechanics: {
      assessorsPerApplication,
      panelMembers,
      conflicts: rules.conflicts,
      assignment: rules.assignment,
      calibration: rules.calibration,
      moderation: rules.moderation,
      visibility: rules.visibility,
      basis: rules.basis,
    },
    timetable: Object.fromEntries(
      timetableKeys.map((key) => [key, asText(ownTimes[key])]),
    ) as SealedDocument['timetable'],
    form,
    asked: { signOffs: signOffKinds.filter((kind) => round.signOffs.includes(kind)) },
  }
}

/** The one text of a document, of which its hash is taken. */
export const sealedText = (document: SealedDocument): string => canonicalJson(document as unknown as Json)

/** The assessment rules that a sealed document holds. */
export function rulesIn({ locked, mechanics }: SealedDocument): AssessmentRules {
  const { eligibility: _, ...chosen } = locked
  const { assessorsPerApplication: _k, panelMembers: _p, ...work } = mechanics
  return { format: 1, ...chosen, ...work }
}

/** Parts of a document that a later version changes. */
export const sealedParts = ['money', 'locked', 'mechanics', 'timetable', 'form', 'asked'] as const
export type SealedPart = (typeof sealedParts)[number]

/** Whether two documents differ in what stands from publication on. */
export const changesWhatIsLocked = (
  one: Pick<SealedDocument, 'locked' | 'mechanics'>,
  other: Pick<SealedDocument, 'locked' | 'mechanics'>,
): boolean => canonicalJson(standing(one)) !== canonicalJson(standing(other))

const standing = ({ locked, mechanics }: Pick<SealedDocument, 'locked' | 'mechanics'>): Json =>
  json({ locked, calibration: mechanics.calibration })

/** Which parts two documents differ in: none when a new seal would say nothing new. What one of them does not speak of is no difference. */
export const changedParts = (
  one: Pick<SealedDocument, SealedPart>,
  other: Pick<SealedDocument, SealedPart>,
): readonly SealedPart[] =>
  sealedParts.filter(
    (part) =>
      one[part] !== undefined &&
      other[part] !== undefined &&
      canonicalJson(json(one[part])) !== canonicalJson(json(other[part])),
  )

const json = (value: unknown): Json => value as JsonObject | null
