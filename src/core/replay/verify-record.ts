import { contentHash, type Json } from '../canonical/index.ts'
import {
  type DecisionRecord,
  itemHash,
  type PublishedRecord,
  publishedParts,
  recordParts,
  recordSeal,
} from '../decisions/index.ts'
import { type Check, check, notChecked, type Tools, tried } from './check.ts'
import { checkReplay } from './check-replay.ts'

/** What the checks of a record come to: the first that is not the same is named. No event of the chain is in a record. */
export type RecordVerification = {
  readonly ok: boolean
  readonly events: 0
  readonly firstBroken: { readonly sequence: null; readonly text: string } | null
  readonly checks: readonly Check[]
}

/**
 * Replays a decision record from itself alone: hashes every part again, looks at the case against the sealed rules and the
 * scores, works the portfolio out again, and compares what was proposed, recommended and decided.
 *
 * @param given of the shape of a record by its head, whole or as it is published; the rest may have been altered in any way
 */
export function verifyRecord(given: DecisionRecord | PublishedRecord, tools: Tools): RecordVerification {
  const checks = [
    ...(given.format === 2 ? checkPublishedParts(given, tools) : checkWholeParts(given, tools)),
    ...checkReplay(given, tools),
  ]
  const broken = checks.find(({ same }) => !same)
  const firstBroken = broken === undefined ? null : ({ sequence: null, text: broken.text } as const)
  return { ok: broken === undefined, events: 0, firstBroken, checks }
}

const checkWholeParts = (given: DecisionRecord, tools: Tools): readonly Check[] => [
  ...tried('manifest', () =>
    checkManifest(given, { parts: recordParts, lists: ['applications', 'declarations'] }, tools),
  ),
  ...tried('declarations', () => checkItems(given, 'declarations', tools)),
  ...tried('applications', () => checkItems(given, 'applications', tools)),
]

const checkPublishedParts = (given: PublishedRecord, tools: Tools): readonly Check[] => [
  ...tried('manifest', () => checkManifest(given, { parts: publishedParts, lists: [] }, tools)),
  ...tried('withheld', () => checkCommitted(given)),
]

type Sealed = {
  readonly document: string
  readonly format: number
  readonly schema: string
  readonly manifest: Readonly<Record<string, string>>
  readonly seal: string
}

const heads = ['document', 'format', 'schema', 'manifest', 'seal']

/** @param names the parts with a hash in the manifest, and the lists whose members have hashes of their own */
function checkManifest(
  given: Sealed,
  { parts, lists }: { readonly parts: readonly string[]; readonly lists: readonly string[] },
  { sha256 }: Tools,
): readonly Check[] {
  const known = new Set([...heads, ...parts, ...lists])
  const unknown = Object.keys(given).find((name) => !known.has(name))
  const values = given as unknown as Readonly<Record<string, Json>>
  return [
    ...parts.map((name) =>
      check(
        name,
        contentHash(values[name] as Json, sha256) === given.manifest[name],
        `the part “${name}” is as it was recorded`,
        `the part “${name}” is not as it was recorded`,
      ),
    ),
    check(
      'manifest',
      unknown === undefined &&
        Object.keys(given.manifest).length === parts.length &&
        recordSeal(given, sha256) === given.seal,
      'the head and the manifest are as they were recorded',
      unknown === undefined
        ? 'the head or the manifest is not as it was recorded'
        : `a decision record has no part “${unknown}”`,
    ),
  ]
}

/** Whatever stands under a pseudonym, or is left out, is bound by its salted hash. */
function checkCommitted({ applications, declarations, withheld }: PublishedRecord): readonly Check[] {
  const paths = new Set(withheld.map(({ path }) => path))
  const due = [
    ...applications.flatMap(({ lead, reference }) => (lead === null ? [`applications/${reference}`] : [])),
    ...declarations.map((_, at) => `declarations/${at}`),
  ]
  const missing = due.find((path) => !paths.has(path))
  return [
    check(
      'withheld',
      missing === undefined,
      'each application under a pseudonym, and each declaration, is bound by a salted hash',
      `${missing} is not here, and has no salted hash`,
    ),
    notChecked(
      'withheld',
      `${withheld.length === 1 ? '1 value is withheld: that it is that' : `${withheld.length} values are withheld: that they are those`} of the whole record, whose hash is “whole”, is not checked here, since it takes that record and the salt`,
    ),
  ]
}

/** A hash is of the whole of a member: what is shown of one that is withheld cannot be compared with it. */
const withheldWords = {
  declarations: 'neither their words nor what is shown of them is checked against their hashes',
  applications:
    'their outcome, pounds and reserve place are not checked against their hashes, nor whether a departure from the recommendation names a rule and a reason',
} as const

/** Members of a list have their hashes, one by one; what is withheld is counted. */
function checkItems(given: DecisionRecord, name: 'declarations' | 'applications', { sha256 }: Tools): readonly Check[] {
  const hashes = name === 'applications' ? given.applicationHashes : given.declarationHashes
  const items = given[name]
  const broken = items.findIndex((item, at) => !('withheld' in item) && itemHash(item, sha256) !== hashes[at])
  const withheld = items.filter((item) => 'withheld' in item).length
  return [
    check(
      name,
      broken < 0 && items.length === hashes.length,
      `each of the ${name} has its hash`,
      broken < 0
        ? `there are not as many ${name} as hashes`
        : `number ${broken + 1} of the ${name} does not have its hash`,
    ),
    ...(withheld === 0
      ? []
      : [
          notChecked(
            name,
            `${withheld} of the ${name} ${withheld === 1 ? 'is' : 'are'} withheld: ${withheldWords[name]}`,
          ),
        ]),
  ]
}
