import { contentHash, type Json, type Sha256 } from '../canonical/index.ts'
import { commitmentOf, nonceOf, pseudonymsOf, type Withheld } from '../pseudonyms/index.ts'
import {
  type DecidedApplication,
  type DecisionParts,
  type DecisionRecord,
  recommendationHash,
  recordSeal,
  type WithheldDeclaration,
} from './decision-record.ts'
import { recordTexts, withTexts } from './record-texts.ts'

/** An application as everybody may know it: who leads is null where it was not awarded. */
export type PublishedApplication = Omit<DecidedApplication, 'lead' | 'leadId' | 'region' | 'salt'> & {
  readonly lead: string | null
  readonly leadId: string | null
  readonly region: string | null
}

/**
 * What everybody may read of a decision. Applications that were not awarded stand under pseudonyms wherever they stand, and
 * so do people but the one who decided and the accounting officer.
 */
export type PublishedParts = Omit<
  DecisionParts,
  'declarations' | 'declarationHashes' | 'applications' | 'applicationHashes'
> & {
  /** The record that this follows from, whole: the hash of its text, and its seal. */
  readonly whole: { readonly sha256: string; readonly seal: string }
  readonly declarations: readonly WithheldDeclaration[]
  readonly applications: readonly PublishedApplication[]
  /** What is not here, each with its salted hash: whoever is given its nonce can take it again. */
  readonly withheld: readonly Withheld[]
}

/** The parts that the manifest has a hash of: all of them. */
export const publishedParts = [
  'applications',
  'decision',
  'declarations',
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
  'whole',
  'withheld',
] as const satisfies readonly (keyof PublishedParts)[]
export type PublishedPart = (typeof publishedParts)[number]

/** The decision record as it is published: the second format of the document. It replays from itself alone. */
export type PublishedRecord = {
  readonly document: 'decision-record'
  readonly format: 2
  readonly schema: string
} & PublishedParts & {
    readonly manifest: Readonly<Record<PublishedPart, string>>
    readonly seal: string
  }

/** The address of its schema, under that of the service. */
export const publishedSchemaPath = '/schemas/decision-record-2.json'

export type ToPublishRecord = {
  /** The hash of the text of the whole record. */
  readonly wholeSha256: string
  /** Secret, and of this round alone. */
  readonly salt: string
  /** Texts as they are published, by where they stand in the whole record; all others stay as they are. */
  readonly texts: ReadonlyMap<string, string>
}

const isWhole = (item: DecisionRecord['applications'][number]): item is DecidedApplication => !('withheld' in item)

/** @throws {RangeError} of a record from which names are withheld already */
export function wholeApplications({ applications }: Pick<DecisionRecord, 'applications'>) {
  const whole = applications.filter(isWhole)
  if (whole.length < applications.length) throw new RangeError('the whole record is needed')
  return whole
}

/** What each application that was not awarded is called, by its id: the same in every document of the round. */
export const bidPseudonyms = (
  applications: readonly Pick<DecidedApplication, 'id' | 'outcome'>[],
  salt: string,
  sha256: Sha256,
): ReadonlyMap<string, string> =>
  pseudonymsOf(
    applications.filter(({ outcome }) => outcome !== 'award').map(({ id }) => id),
    { salt, word: 'Bid', sha256 },
  )

/** Everybody whom a record names and who stands under a pseudonym where it is published. */
export function hiddenPeople(record: DecisionRecord): readonly string[] {
  const { recommendation, applications, decision, note, declarations } = record
  const departures = [...recommendation.outcomes, ...wholeApplications({ applications })].map(
    ({ departure }) => departure?.decidedBy ?? '',
  )
  const declared = declarations.flatMap((each) =>
    'withheld' in each ? [] : [each.name, ...(each.recorded === undefined ? [] : [each.recorded.by])],
  )
  const open = new Set(['', decision.decidedBy, note.by])
  const all = [...departures, recommendation.frozenBy, decision.recordedBy, ...declared]
  return [...new Set(all)].filter((name) => !open.has(name)).sort()
}

/** The record of a decision for everybody: the same record, salt and texts give the same document. */
export function recordForEverybody(
  record: DecisionRecord,
  { wholeSha256, salt, texts }: ToPublishRecord,
  sha256: Sha256,
): PublishedRecord {
  const whole = wholeApplications(record)
  const bids = bidPseudonyms(whole, salt, sha256)
  // An award is called by its reference alone: an id says when it was begun.
  const called = new Map(whole.map(({ id, reference }) => [id, bids.get(id) ?? reference]))
  const names = new Map([...called, ...whole.map(({ id, reference }) => [reference, called.get(id) ?? ''] as const)])
  const people = pseudonymsOf(hiddenPeople(record), { salt, word: 'Official', sha256 })
  const withheld: Withheld[] = []
  const keep = (path: string, value: unknown): void =>
    void withheld.push({ path, sha256: commitmentOf(nonceOf(salt, path, sha256), path, value as Json, sha256) })
  for (const [name, pseudonym] of people) keep(`people/${pseudonym}`, name)
  record.declarations.forEach((each, at) => {
    keep(`declarations/${at}`, each)
  })
  for (const item of whole) if (bids.has(item.id)) keep(`applications/${bids.get(item.id)}`, item)
  const texted = withTexts(record, (path, text) => {
    const published = texts.get(path) ?? text
    const place = path.split('/').map((name) => names.get(name) ?? name)
    if (published !== text) keep(`texts/${place.join('/')}`, text)
    return published
  })
  const parts: PublishedParts = {
    ...publicFacts(texted, { names, people, sha256 }),
    whole: { sha256: wholeSha256, seal: record.seal },
    declarations: record.declarations.map(({ stage, declaredAt }) => ({ stage, declaredAt, withheld: true })),
    applications: inOrder(
      wholeApplications(texted).map(({ salt: _, lead, leadId, region, departure, ...item }) => ({
        ...renamed(item, names),
        departure: departure && { ...departure, decidedBy: people.get(departure.decidedBy) ?? departure.decidedBy },
        ...(item.outcome === 'award' ? { lead, leadId, region } : { lead: null, leadId: null, region: null }),
      })),
    ),
    withheld: withheld.sort((one, other) => (one.path < other.path ? -1 : 1)),
  }
  const manifest = Object.fromEntries(
    publishedParts.map((name) => [name, contentHash(parts[name] as unknown as Json, sha256)]),
  ) as PublishedRecord['manifest']
  const head = { document: 'decision-record', format: 2, schema: publishedSchemaPath, manifest } as const
  return { ...head, ...parts, seal: recordSeal(head, sha256) }
}

/**
 * The texts of a record as a published one has them, by where they stand in the whole: what {@link recordForEverybody} was
 * given.
 */
export function publishedTexts(
  record: DecisionRecord,
  published: PublishedRecord,
  salt: string,
  sha256: Sha256,
): ReadonlyMap<string, string> {
  const whole = wholeApplications(record)
  const bids = bidPseudonyms(whole, salt, sha256)
  const references = new Map(whole.map(({ id, reference }) => [bids.get(id) ?? reference, reference]))
  const place = (path: string): string =>
    path
      .split('/')
      .map((name) => references.get(name) ?? name)
      .join('/')
  return new Map(recordTexts(published).map(({ path, text }) => [place(path), text]))
}

type Instead = {
  readonly names: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly sha256: Sha256
}

/** Everything that replays, under the names for everybody; its hashes are of what stands here. */
function publicFacts(record: DecisionRecord, { names, people, sha256 }: Instead) {
  const { round, rules, shortlist, moneyQuestion, whatIfs, note, submission, reserveExpiresOn, tellAt } = record
  const { recommendation, decision, portfolio } = record
  const person = (name: string): string => people.get(name) ?? name
  const [given, result] = [renamed(portfolio.case, names), renamed(portfolio.result, names)]
  const hashOf = (value: unknown): string => contentHash(value as Json, sha256)
  const outcomes = inOrder(
    recommendation.outcomes.map(({ departure, ...item }) => ({
      ...renamed(item, names),
      departure: departure && { ...departure, decidedBy: person(departure.decidedBy) },
    })),
  )
  return {
    round,
    rules,
    shortlist,
    scores: inOrder(renamed(record.scores, names)),
    moneyQuestion,
    portfolio: {
      number: portfolio.number,
      inputSha256: hashOf(given),
      resultSha256: hashOf(result),
      solver: portfolio.solver,
      seed: portfolio.seed,
      case: given,
      result,
    },
    whatIfs,
    recommendation: {
      outcomes,
      sha256: recommendationHash(outcomes, sha256),
      frozenAt: recommendation.frozenAt,
      frozenBy: person(recommendation.frozenBy),
    },
    note,
    submission,
    decision: { ...decision, recordedBy: person(decision.recordedBy) },
    reserveExpiresOn,
    tellAt,
  }
}

/** By what each is called, so that the order tells nothing of those who have a pseudonym. */
const inOrder = <Item extends { readonly reference: string }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((one, other) => (one.reference < other.reference ? -1 : 1))

/** The same with each id and reference, wherever it stands by itself, as it is called instead. */
function renamed<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
  if (typeof value === 'string') return (names.get(value) ?? value) as Value
  if (Array.isArray(value)) return value.map((item) => renamed(item, names)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamed(member, names)])) as Value
}
