import { kindPlural } from '../../core/authorities/kind-words.ts'
import { notFound } from '../../core/errors.ts'
import {
  compareFacts,
  describeChosen,
  describeSealed,
  describeWork,
  type RuleChange,
  type RuleFact,
  type RuleNames,
} from '../../core/rules/index.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { readSealing, type Seal, sealableForms, sealOf, sealsOf } from '../funds/index.ts'
import type { ReadableRound } from './find-round.ts'
import { rulesPath, sealedRulesPath } from './guidance.paths.ts'
import { publishedPages } from './pages.store.ts'
import { frameOf, type RoundFrame } from './round-frame.ts'

/** How applications are scored and chosen. `sealedOn` is undefined in a preview of rules that are not sealed. */
export type ShownRules = {
  readonly sections: readonly RuleSectionFacts[]
  readonly sealedOn: string | undefined
  readonly sha256: string | undefined
  readonly rulesHref: string
}

export type RuleSectionFacts = { readonly title: string; readonly facts: readonly RuleFact[] }

const inSections = (facts: readonly RuleFact[]): readonly RuleSectionFacts[] =>
  [...Map.groupBy(facts, ({ section }) => section)].map(([title, list]) => ({ title, facts: list }))

type Db = Pick<Services, 'db'>

async function namesFor({ db }: Db, seals: readonly Seal[]): Promise<RuleNames> {
  const forms = await sealableForms(db, [...new Set(seals.map(({ document }) => document.form?.versionId ?? null))])
  const labels = new Map([...forms.values()].flatMap(({ questions }) => questions.map(({ id, label }) => [id, label])))
  return { kind: kindPlural, question: (id) => labels.get(id) ?? id }
}

/** What the page of scoring says: the sealed rules, or in a preview what is written. Undefined where there are none. */
export async function scoringRules(
  { db }: Db,
  { round, address, preview }: ReadableRound,
): Promise<ShownRules | undefined> {
  const rulesHref = rulesPath(address)
  if (preview) {
    const { rules, form } = await readSealing(db, round)
    if (rules.criteria.length === 0) return undefined
    const question = (id: string): string => form?.questions.find((each) => each.id === id)?.label ?? id
    const facts = [...describeChosen(rules, { kind: kindPlural, question }), ...describeWork(rules)]
    return { sections: inSections(facts), sealedOn: undefined, sha256: undefined, rulesHref }
  }
  const head = await sealOf(db, round.id)
  if (head === undefined) return undefined
  const names = await namesFor({ db }, [head])
  const { locked, mechanics } = head.document
  return {
    sections: inSections([...describeChosen(locked, names), ...describeWork(mechanics)]),
    sealedOn: ukTimeWithZone(head.sealedAt),
    sha256: head.sha256,
    rulesHref,
  }
}

/** A sealed version as the public reads it. */
export type ShownSeal = {
  readonly version: number
  readonly sealedOn: string
  readonly sealedBy: string
  readonly reason: string
  readonly sha256: string
  readonly previousSha256: string | null
  readonly approvedBy: readonly string[]
  readonly withoutApproval: { readonly funders: readonly string[]; readonly reason: string } | null
  readonly changes: readonly RuleChange[]
  readonly downloadHref: string
}

/** Somebody looked at the scores of a round while they were blind. */
export type EarlyView = { readonly openedAt: Date; readonly endsAt: Date; readonly reason: string }

/** Every time that somebody did in a round, the first one first. */
export type EarlyViews = (db: Database | Tx, roundId: string) => Promise<readonly EarlyView[]>

export type SealedRules = {
  readonly frame: RoundFrame
  readonly preview: boolean
  /** The newest first. */
  readonly versions: readonly ShownSeal[]
  /** What the newest says. */
  readonly sections: readonly RuleSectionFacts[]
  /** When scores were looked at before scoring had closed, and why. */
  readonly earlyViews: readonly { readonly when: string; readonly reason: string }[]
}

/** Every sealed version with what it changed: a fixed number of statements. */
export async function readRules(services: Db, readable: ReadableRound, earlyViews: EarlyViews): Promise<SealedRules> {
  const { round, address, preview } = readable
  const { titles } = await publishedPages(services.db, round.id, 'announcement')
  const seals = await sealsOf(services.db, round.id)
  const names = await namesFor(services, seals)
  const described = seals.map(({ document }) => describeSealed(document, names))
  return {
    frame: frameOf(readable, 'rules', titles, 'Sealed rules'),
    preview,
    versions: seals.map(({ version, sealedAt, reason, sha256, previousSha256, document }, index) => ({
      version,
      sealedOn: ukTimeWithZone(sealedAt),
      sealedBy: document.sealedBy,
      reason,
      sha256,
      previousSha256,
      approvedBy: document.approvals.map(({ organisationName, approvedBy }) => `${organisationName} (${approvedBy})`),
      withoutApproval: document.withoutApproval,
      changes: previousSha256 === null ? [] : compareFacts(described[index + 1] ?? [], described[index] ?? []),
      downloadHref: sealedRulesPath(address, version),
    })),
    sections: inSections(described[0] ?? []),
    earlyViews: (await earlyViews(services.db, round.id)).map(({ openedAt, endsAt, reason }) => ({
      when: `${ukTimeWithZone(openedAt)} to ${ukTimeWithZone(endsAt)}`,
      reason,
    })),
  }
}

/**
 * A sealed version to the letter: the text of which the hash was taken.
 *
 * @throws {NotFound} if the round has no such version
 */
export async function readSealedText({ db }: Db, { round }: ReadableRound, version: number): Promise<string> {
  const seal = await sealOf(db, round.id, version)
  if (seal === undefined) throw notFound('version')
  return seal.text
}
