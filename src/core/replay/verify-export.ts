import { shortlistSize } from '../assessment/index.ts'
import type { SealedEvent } from '../audit/chain.ts'
import { canonicalJson, isObject, type Json, type Sha256 } from '../canonical/index.ts'
import type { SealedDocument } from '../rules/index.ts'
import {
  departureProblems,
  drawSeed,
  proposeShortlist,
  type ShortlistDocument,
  shortlistText,
} from '../shortlist/index.ts'
import type { UnderstandingResult } from '../understanding/index.ts'
import type { AssessmentExport, ExportedEvent } from './assessment-export.ts'
import { isSealed } from './audit-trail.ts'
import { type Check, check, notChecked, type Tools, tried } from './check.ts'
import { checkManifest } from './check-manifest.ts'
import { checkRun, checkSeed } from './check-runs.ts'
import { checkWithheld, type WithheldHere, withheldIn } from './check-withheld.ts'
import { countedPoints } from './counted-points.ts'
import { compareNumbers, estimateTolerance } from './same-numbers.ts'

export type Verification = {
  readonly ok: boolean
  /** How many events are in the export. */
  readonly events: number
  readonly firstBroken: { readonly sequence: number | null; readonly text: string } | null
  /** What is left out of it, counted and listed. */
  readonly withheld: WithheldHere
  /** How far an estimate that is worked out again may lie from the one that was kept. */
  readonly tolerance: number
  readonly checks: readonly Check[]
}

/**
 * Replays an export: hashes everything again, solves assignments and statistics again from their stored cases and seeds,
 * number by number, works the proposed shortlist out again, looks for what binds whatever is withheld, and says of each
 * whether it is the same.
 *
 * @param given of the shape of an export by its head; the rest may have been altered in any way
 */
export function verifyExport(given: AssessmentExport, tools: Tools): Verification {
  const events = Array.isArray(given.parts?.events) ? given.parts.events : []
  const checks = [
    ...tried('events', () => checkEvents(events, tools)),
    ...tried('manifest', () => checkManifest(given, tools)),
    ...tried('rules', () => checkRules(given, tools)),
    ...tried('withheld', () => checkWithheld(given, tools)),
    ...tried('runs', () =>
      given.parts.runs.flatMap((run) => [...checkRun(run, tools), ...checkSeed(run, given.parts, tools)]),
    ),
    ...tried('shortlist', () => checkShortlist(given, tools)),
  ]
  const broken = checks.find(({ same }) => !same)
  return {
    ok: broken === undefined,
    events: events.length,
    firstBroken: broken === undefined ? null : { sequence: broken.sequence, text: broken.text },
    withheld: Array.isArray(given.parts?.withheld)
      ? withheldIn(given)
      : { values: 0, events: 0, paths: [], committedBy: null },
    tolerance: estimateTolerance,
    checks,
  }
}

/** Each event is as it was sealed, and follows the one before it where both are here. */
function checkEvents(events: readonly ExportedEvent[], { sha256 }: Tools): readonly Check[] {
  const broken: Check[] = []
  let before: ExportedEvent | undefined
  for (const [at, event] of events.entries()) {
    if (!Number.isSafeInteger(event?.sequence)) return [check('events', false, '', `events/${at} has no sequence`)]
    const { sequence } = event
    const say = (text: string) => broken.push(check('events', false, '', text, sequence))
    if (before !== undefined && sequence <= before.sequence)
      say(`event ${sequence} does not come after ${before.sequence}`)
    if (before?.sequence === sequence - 1 && event.previousHash !== before.hash)
      say(`event ${sequence} does not follow the one before it`)
    if (!('withheld' in event) && !isSealed(event, sha256)) say(`event ${sequence} is not as it was sealed`)
    before = event
  }
  return broken.length > 0
    ? broken
    : [
        check(
          'events',
          true,
          events.length === 1 ? '1 event is as it was sealed' : `${events.length} events are as they were sealed`,
          '',
        ),
      ]
}

/** The event that recorded something, if what it says is not withheld. */
const eventOf = (
  events: readonly ExportedEvent[],
  action: string,
  is: (facts: { readonly [key: string]: unknown }) => boolean,
): SealedEvent | undefined =>
  events.find(
    (event): event is SealedEvent =>
      event.action === action && !('withheld' in event) && isObject(event.facts) && is(event.facts),
  )

function checkRules({ parts: { rules, events } }: AssessmentExport, { sha256 }: Tools): readonly Check[] {
  const byVersion = [...rules].sort((one, other) => one.version - other.version)
  return byVersion.flatMap(({ version, text, sha256: hash, previousSha256 }, at) => {
    const name = `version ${version} of the rules`
    const event = eventOf(events, 'round.rules-sealed', (facts) => facts.version === version)
    const sealed = isObject(event?.facts) ? event.facts.sha256 : null
    return [
      check('rules', sha256(text) === hash, `${name} has its hash`, `${name} does not have its hash`),
      check(
        'rules',
        previousSha256 === (byVersion[at - 1]?.sha256 ?? null),
        `${name} follows the one before it`,
        `${name} does not follow the one before it`,
      ),
      event === undefined
        ? notChecked('rules', `${name}: no event here says what was sealed, so that is not checked`)
        : check(
            'rules',
            sealed === hash,
            `${name} is the one that was sealed`,
            `${name} is not the one that event ${event.sequence} sealed`,
            sealed === hash ? null : event.sequence,
          ),
    ]
  })
}

function checkShortlist({ parts }: AssessmentExport, { sha256 }: Tools): readonly Check[] {
  const { shortlist, events } = parts
  if (shortlist === null) return []
  const document = JSON.parse(shortlist.text) as ShortlistDocument
  const event = eventOf(events, 'shortlist.frozen', () => true)
  const frozen = isObject(event?.facts) ? event.facts.sha256 : null
  return [
    shortlist.withheld === true
      ? check(
          'shortlist',
          shortlistText(document) === shortlist.text,
          'the shortlist is canonical, and its names are withheld: its hash is that of the whole, which the salt would show',
          'the shortlist is not canonical',
        )
      : check(
          'shortlist',
          sha256(shortlist.text) === shortlist.sha256 && shortlistText(document) === shortlist.text,
          'the shortlist has its hash',
          'the shortlist does not have its hash',
        ),
    event === undefined
      ? notChecked('shortlist', 'no event here says which shortlist was frozen, so that is not checked')
      : check(
          'shortlist',
          frozen === shortlist.sha256,
          'the shortlist is the one that was frozen',
          `the shortlist is not the one that event ${event.sequence} froze`,
          frozen === shortlist.sha256 ? null : event.sequence,
        ),
    ...checkProposal(document, sha256),
    checkDepartures(document, shortlist.withheld === true),
    ...checkSources(document, parts),
  ]
}

/** The proposal, worked out again from its case. */
function checkProposal(document: ShortlistDocument, sha256: Sha256): readonly Check[] {
  const again = proposeShortlist(document.case, sha256)
  const listed = document.applications.map(({ lead: _, shortlisted: _s, departure: _d, ...item }) => item)
  const expected = again.items.map(({ id: _, ...item }) => item)
  const eligible = again.items.filter(({ rank }) => rank !== null).map(({ reference }) => reference)
  const seed = document.draw === null ? null : drawSeed(eligible, document.draw.value, sha256)
  return [
    check(
      'shortlist',
      canonicalJson(listed as unknown as Json) === canonicalJson(expected as unknown as Json) &&
        again.method === document.method,
      'the proposal, worked out again from its case, is the same',
      'the proposal, worked out again from its case, is another',
    ),
    check(
      'shortlist',
      seed === (document.draw?.seed ?? null),
      'the seed of the draw is the same',
      'the seed of the draw, worked out again, is another',
    ),
  ]
}

const departureWords = {
  'rule-missing': 'names no rule that there is',
  'rule-not-for-band': 'names a rule that its band does not let stand',
  'reason-missing': 'has no reason',
  'reason-too-thin': 'has a reason of fewer words than its band asks for',
} as const

/** Each departure has what its band asks for. A reason of which words are withheld is not counted. */
function checkDepartures({ applications }: ShortlistDocument, withheld: boolean): Check {
  const departs = applications.filter(({ proposed, shortlisted }) => proposed !== shortlisted)
  const problems = departs.flatMap(({ reference, band, departure }) =>
    departureProblems(band, departure ?? { rule: '', reason: '' })
      .filter(({ code }) => !withheld || code !== 'reason-too-thin')
      .map(({ code }) => `the departure of ${reference} ${departureWords[code]}`),
  )
  return check(
    'shortlist',
    problems.length === 0,
    departs.length === 1
      ? 'the 1 departure names a rule and a reason that its band lets stand'
      : `each of ${departs.length} departures names a rule and a reason that its band lets stand`,
    problems[0] ?? '',
  )
}

/** The case of the shortlist rests on the rules, the scores and the statistics of this export. */
function checkSources(document: ShortlistDocument, parts: AssessmentExport['parts']): readonly Check[] {
  const sealed = parts.rules.find(({ sha256 }) => sha256 === document.rules.sha256)
  const locked = sealed === undefined ? undefined : (JSON.parse(sealed.text) as SealedDocument)
  const { criteria, overallLeastPercent, spread, tieBreaks } = locked?.locked ?? {}
  const own = { criteria, overallLeastPercent, spread, tieBreaks, calibration: locked?.mechanics.calibration }
  const used = document.case.rules
  const scores = countedPoints(parts, document.frozenAt)
  const run = document.runs.understanding
  const result = parts.runs.find(
    ({ kind, resultSha256 }) => kind === 'understanding' && resultSha256 === run?.resultSha256,
  )
  return [
    checkSize(document, parts),
    check(
      'shortlist',
      locked !== undefined && canonicalJson(own as unknown as Json) === canonicalJson(used as unknown as Json),
      'the shortlist was made by the sealed rules',
      'the shortlist was not made by the sealed rules of this export',
    ),
    check(
      'reviews',
      sameScores(document, scores),
      'the shortlist rests on the scores and the moderation of this export',
      'the shortlist rests on scores other than those of this export',
    ),
    check(
      'runs',
      document.case.estimates === null || (run !== null && result !== undefined),
      'the shortlist rests on the statistics of this export',
      'the shortlist rests on statistics that are not in this export',
    ),
    ...(result === undefined ? [] : [checkEstimates(document, result.result)]),
  ]
}

/** It is for as many as the rules say that were in force when scoring opened. */
function checkSize(document: ShortlistDocument, { rules, events }: AssessmentExport['parts']): Check {
  const openedAt = events.find(({ action }) => action === 'assessment.opened')?.at
  const [inForce] = rules
    .map(({ text }) => JSON.parse(text) as SealedDocument)
    .filter(({ sealedAt }) => openedAt !== undefined && sealedAt <= openedAt)
    .sort((one, other) => other.version - one.version)
  if (inForce === undefined)
    return notChecked('shortlist', 'nothing here says which rules counted when scoring opened: the size is not checked')
  return check(
    'shortlist',
    document.case.size === shortlistSize(inForce.locked.interview, inForce.money.places),
    'the shortlist is for as many as the rules said when scoring opened',
    'the shortlist is not for as many as the rules said when scoring opened',
  )
}

/** What the shortlist was made from is what the statistics found, number by number. */
function checkEstimates({ case: { estimates } }: ShortlistDocument, result: Json): Check {
  const { calibration } = result as unknown as UnderstandingResult
  const found = new Map((calibration?.applications ?? []).map((each) => [each.id, each]))
  const again = (estimates ?? []).map(({ id }) => {
    const each = found.get(id)
    return { id, estimate: each?.estimate, probabilityIn: each?.probabilityIn }
  })
  const { numbers, first } = compareNumbers(estimates ?? [], again)
  const [place = '', member = ''] = first?.path.split('/') ?? []
  return check(
    'shortlist',
    first === undefined,
    `the estimates of the shortlist are those of its statistics: ${numbers} numbers, each within ${estimateTolerance}`,
    `the estimates of the shortlist are not those of its statistics: shortlist/text/case/estimates/${place}/${member} is ${first?.kept}, and the statistics have ${first?.again}`,
  )
}

/** The case has every score of its candidates that counts, and no other. */
function sameScores({ case: { candidates } }: ShortlistDocument, scores: ReadonlyMap<string, number>): boolean {
  const used = candidates.flatMap(({ id, reviews }) =>
    reviews.flatMap(({ personId, points }) =>
      Object.entries(points).map(([criterion, value]) => [`${id} ${personId} ${criterion}`, value] as const),
    ),
  )
  const ids = new Set(candidates.map(({ id }) => id))
  const counted = [...scores.keys()].filter((key) => ids.has(key.split(' ')[0] ?? ''))
  const inCase = new Set<string>(used.map(([key]) => key))
  return used.every(([key, value]) => scores.get(key) === value) && counted.every((key) => inCase.has(key))
}
