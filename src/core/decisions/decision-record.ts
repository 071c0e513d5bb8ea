import { canonicalJson, contentHash, type Json, type Sha256 } from '../canonical/index.ts'
import type { FinalScore } from '../interviews/index.ts'
import type { Departure, RunSeal } from '../shortlist/index.ts'
import type { IsoDay } from '../time/day.ts'
import type { DecisionCase } from './decision-case.ts'
import type { PortfolioResult } from './portfolio-result.ts'

/** What becomes of an application. Those after `declined` were not before the panel. */
export const decisionOutcomes = ['award', 'reserve', 'declined', 'not-shortlisted', 'ineligible'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** What can be decided of an application that is before the panel. */
export const choosableOutcomes = ['award', 'reserve', 'declined'] as const
export type ChoosableOutcome = (typeof choosableOutcomes)[number]

/** What is proposed, recommended or decided of one application. `reservePlace` is from 1, `pounds` are of an award. */
export type Outcome = {
  readonly id: string
  readonly reference: string
  readonly outcome: ChoosableOutcome
  readonly pounds: number | null
  readonly reservePlace: number | null
  /** Why it is other than what was proposed (of a recommendation) or recommended (of a decision); null where it is not. */
  readonly departure: Departure | null
}

/** One application as it was decided. `salt` makes its hash say nothing to those who guess. */
export type DecidedApplication = Omit<Outcome, 'outcome'> & {
  readonly outcome: DecisionOutcome
  readonly lead: string
  readonly leadId: string
  readonly region: string
  readonly salt: string
}

/** An application of a published record whose applicant is not named: its hash is that of the whole. */
export type WithheldApplication = Pick<
  DecidedApplication,
  'id' | 'reference' | 'outcome' | 'pounds' | 'reservePlace'
> & {
  readonly withheld: true
}

/** What somebody who recommends or decides said of their conflicts, before they did. */
export type Declaration = {
  readonly name: string
  /** Who wrote it down with which evidence, where it was declared for whoever decides; not there for one's own. */
  readonly recorded?: { readonly by: string; readonly evidence: string }
  /** Why a conflict that was declared before is not any more; not there where nothing was taken back. */
  readonly takenBackFor?: string
  readonly stage: 'panel' | 'decision'
  /** References of applications that they are in conflict with, by what they said and by what is known. */
  readonly conflicts: readonly string[]
  readonly statement: string
  readonly declaredAt: string
  readonly salt: string
}

export type WithheldDeclaration = Pick<Declaration, 'stage' | 'declaredAt'> & { readonly withheld: true }

/** What the accounting officer says of the method of selection, not of the applicants. */
export type AccountingNote = {
  readonly regularity: string
  readonly propriety: string
  readonly valueForMoney: string
  readonly feasibility: string
  readonly by: string
  readonly at: string
}

/** The words of the submission that stand beside the facts. */
export type SubmissionTexts = {
  readonly summary: string
  readonly options: string
  readonly linesToTake: string
}

/** A portfolio with what it follows from: anybody can work it out again. */
export type PortfolioRecord = RunSeal & {
  readonly solver: string
  readonly seed: number
  readonly case: DecisionCase
  readonly result: PortfolioResult
}

/** All of a decision, in one document. Times are ISO instants. */
export type DecisionParts = {
  readonly round: { readonly id: string; readonly fund: string; readonly name: string; readonly illustrative: boolean }
  /** The sealed rules, to the letter as they were hashed. */
  readonly rules: { readonly version: number; readonly sha256: string; readonly text: string }
  /** The frozen shortlist by its hash: its document is published by itself. */
  readonly shortlist: { readonly sha256: string; readonly frozenAt: string }
  readonly scores: readonly FinalScore[]
  /** Which question's answer is the sum asked for; null where every award counts as the cap. */
  readonly moneyQuestion: string | null
  readonly portfolio: PortfolioRecord
  /** What was tried besides, by its name. */
  readonly whatIfs: readonly (RunSeal & { readonly name: string; readonly reason: string })[]
  readonly declarations: readonly (Declaration | WithheldDeclaration)[]
  readonly declarationHashes: readonly string[]
  readonly recommendation: {
    readonly outcomes: readonly Outcome[]
    readonly sha256: string
    readonly frozenAt: string
    readonly frozenBy: string
  }
  readonly note: AccountingNote
  readonly submission: SubmissionTexts
  readonly decision: {
    readonly decidedBy: string
    readonly title: string
    /** Who wrote it down, where the decision was recorded for them; '' where they did themselves. */
    readonly recordedBy: string
    readonly evidence: string
    readonly at: string
    /** Whether every funder approves the awards before anybody is told; if not, why. */
    readonly approval: { readonly asked: boolean; readonly reason: string }
  }
  readonly applications: readonly (DecidedApplication | WithheldApplication)[]
  readonly applicationHashes: readonly string[]
  readonly reserveExpiresOn: IsoDay | null
  /** Embargo: nobody is told before. */
  readonly tellAt: string
}

/** The parts that the manifest has a hash of: all but the two lists whose members are hashed one by one. */
export const recordParts = [
  'applicationHashes',
  'declarationHashes',
  'decision',
  'moneyQuestion',
  'note',
  'portfolio',
  'recommendation',
  'reserveExpiresOn',
  'round',
  'rules',
  'scores',
  'shortlist',
  'submission',
  'tellAt',
  'whatIfs',
] as const satisfies readonly (keyof DecisionParts)[]
export type RecordPart = (typeof recordParts)[number]

/** The decision record: {@link DecisionParts} with what shows any change of it. */
export type DecisionRecord = {
  readonly document: 'decision-record'
  readonly format: 1
  /** Where the JSON Schema of this document stands, in the service that published it. */
  readonly schema: string
} & DecisionParts & {
    /** The SHA-256 of the canonical JSON of each part. */
    readonly manifest: Readonly<Record<RecordPart, string>>
    /** Of the canonical JSON of the head and the manifest. */
    readonly seal: string
  }

/** The address of the schema, under that of the service. */
export const recordSchemaPath = '/schemas/decision-record-1.json'

/** The hash of a member of a list, with its salt. */
export const itemHash = (item: DecidedApplication | Declaration, sha256: Sha256): string =>
  contentHash(item as unknown as Json, sha256)

/** The hash that stands for the whole. */
export const recordSeal = (
  {
    document,
    format,
    schema,
    manifest,
  }: Readonly<Record<'document' | 'schema', string>> & {
    readonly format: number
    readonly manifest: Readonly<Record<string, string>>
  },
  sha256: Sha256,
): string => contentHash({ document, format, schema, manifest }, sha256)

/** What a recommendation is frozen as: the hash of these. */
export const recommendationHash = (outcomes: readonly Outcome[], sha256: Sha256): string =>
  contentHash(outcomes as unknown as Json, sha256)

type ToRecord = Omit<DecisionParts, 'declarations' | 'applications' | 'declarationHashes' | 'applicationHashes'> & {
  readonly declarations: readonly Declaration[]
  readonly applications: readonly DecidedApplication[]
}

/** Puts a record together, with the hashes that show any change of it. */
export function decisionRecord(given: ToRecord, sha256: Sha256): DecisionRecord {
  const parts: DecisionParts = {
    ...given,
    declarationHashes: given.declarations.map((item) => itemHash(item, sha256)),
    applicationHashes: given.applications.map((item) => itemHash(item, sha256)),
  }
  const manifest = Object.fromEntries(
    recordParts.map((name) => [name, contentHash(parts[name] as unknown as Json, sha256)]),
  ) as DecisionRecord['manifest']
  const head = { document: 'decision-record', format: 1, schema: recordSchemaPath, manifest } as const
  return { ...head, ...parts, seal: recordSeal(head, sha256) }
}

/** The one text of a record, of which its hash is taken. */
export const decisionText = (record: DecisionRecord): string => canonicalJson(record as unknown as Json)

/** Those whose applicants may be named once people are told. */
const named: readonly DecisionOutcome[] = ['award']

/**
 * The record under its own references, as it was published before pseudonyms and as auditors read it without names: those
 * that are not awarded are not named, and nobody's conflicts are said. Every hash is still that of the whole, and it replays
 * as the whole does.
 */
export const recordUnderReferences = (record: DecisionRecord): DecisionRecord => ({
  ...record,
  declarations: record.declarations.map(({ stage, declaredAt }) => ({ stage, declaredAt, withheld: true })),
  applications: record.applications.map((item) => {
    if (named.includes(item.outcome)) return item
    const { id, reference, outcome, pounds, reservePlace } = item
    return { id, reference, outcome, pounds, reservePlace, withheld: true }
  }),
})
