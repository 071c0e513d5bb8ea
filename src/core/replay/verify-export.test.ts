import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { noExpertise } from '../assessment/subjects.ts'
import { type RoundInput, solveRound } from '../assignment/index.ts'
import { firstPreviousHash, type LoggedEvent, seal } from '../audit/chain.ts'
import { contentHash, type Json } from '../canonical/index.ts'
import {
  type AssessmentExport,
  assembleExport,
  type CommittedFacts,
  committedAction,
  compareNumbers,
  type ExportedParts,
  manifestOf,
  verifyExport,
  withoutNames,
} from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const solve = await openHighs()

const input: RoundInput = {
  format: 1,
  needs: 2,
  seed: 7,
  everyoneUpTo: 0,
  loadBelowAverage: 2,
  loadAboveAverage: 2,
  anchors: 0,
  prepared: [],
  fairness: true,
  applications: Array.from({ length: 8 }, (_, n) => ({
    reference: `E${n}`,
    serviceAreas: [n % 2 === 0 ? 'health' : 'housing'],
    deliveryModels: [],
    authorityKind: 'district',
  })),
  assessors: Array.from({ length: 4 }, (_, n) => ({
    id: `A${n}`,
    expertise: { ...noExpertise, serviceAreas: [n % 2 === 0 ? 'health' : 'housing'] },
    wanted: null,
    bids: {},
  })),
  excluded: [{ application: 'E0', assessor: 'A0', kinds: ['partner'] }],
  before: [],
  fixed: [],
}

const event = (id: string): LoggedEvent => ({
  id,
  at: '2026-01-01T00:00:00.000Z',
  action: 'assignment.accepted',
  actorId: null,
  fundId: null,
  objectType: 'round',
  objectId: 'r',
  facts: {},
})

/** An export of one assignment with this result and these events. */
function exportOf(result: Json, events: ExportedParts['events']) {
  const run = {
    kind: 'assignment',
    number: 1,
    state: 'done',
    solver: 'HiGHS',
    seed: 7,
    rulesSha256: null,
    acceptedAt: null,
  }
  const given = input as unknown as Json
  const hashes = { inputSha256: contentHash(given, sha256), resultSha256: contentHash(result, sha256) }
  const nothing = {
    people: [],
    applications: [],
    sift: [],
    assignments: [],
    reviews: [],
    breakGlass: [],
    rules: [],
    withheld: [],
  }
  const parts: ExportedParts = {
    ...nothing,
    conflicts: { standing: [], declared: [], releases: [] },
    moderation: { scores: [], setAside: [], notes: [] },
    runs: [{ ...run, input: given, result, ...hashes }],
    shortlist: null,
    events,
  }
  const round = { id: 'r', fund: 'F', name: 'R', illustrative: true }
  const head = {
    document: 'assessment-export',
    format: 1,
    exportedAt: '',
    names: 'shown',
    round,
    note: '',
    salt: '',
  } as const
  return assembleExport(head, parts, sha256)
}

const chain = seal(['a', 'b', 'c'].map(event), { sequence: 0, hash: firstPreviousHash }, sha256)
const result = solveRound(input, solve)
const brokenIn = (document: ReturnType<typeof exportOf>) => verifyExport(document, { sha256, solve }).firstBroken

describe('a replay', () => {
  it('solves an assignment again from its case, and has the same', () => {
    const verified = verifyExport(exportOf(result as unknown as Json, chain), { sha256, solve })
    assert.equal(verified.ok, true)
    const same = 'assignment 1, worked out again from its case, has the same result: '
    const words = verified.checks.find(({ text }) => text.startsWith(same))?.text
    // Among others a load, its least and its most of each of four people, and what the next best would cost.
    assert.match(words ?? '', /: \d{2,} numbers, each within 0\.000001$/)
  })

  it('finds a result that does not follow from the case, though every hash was taken again', () => {
    assert.equal(result.status, 'optimal')
    const pairs = result.status === 'optimal' ? result.pairs.slice(1) : []
    const found = brokenIn(exportOf({ ...result, pairs } as unknown as Json, chain))
    assert.match(found?.text ?? '', /^assignment 1, worked out again from its case, has another result: pairs\//)
  })

  it('names an event that is not as it was sealed, one that does not follow, and one out of its place', () => {
    const [one, two, three] = chain
    assert.ok(one && two && three)
    const whole = result as unknown as Json
    const renamed = brokenIn(exportOf(whole, [one, { ...two, objectId: 's' }, three]))
    assert.deepEqual(renamed, { sequence: 2, text: 'event 2 is not as it was sealed' })
    const [other] = seal([event('x')], { sequence: 1, hash: 'f'.repeat(64) }, sha256)
    assert.ok(other)
    const replaced = brokenIn(exportOf(whole, [one, other, three]))
    assert.deepEqual(replaced, { sequence: 2, text: 'event 2 does not follow the one before it' })
    const moved = brokenIn(exportOf(whole, [two, one]))
    assert.deepEqual(moved, { sequence: 1, text: 'event 1 does not come after 2' })
    // Events between are of other rounds: a gap is none.
    assert.equal(brokenIn(exportOf(whole, [one, three])), null)
  })
})

describe('an export for publication', () => {
  const { parts, manifest: _, digests: _digests, sha256: _whole, ...head } = exportOf(result as unknown as Json, chain)
  const pair = { applicationId: 'E0', personId: 'A0' }
  const ended = { assignedAt: '', endedAt: '', why: 'run', endedWhy: 'conflict', endedReason: 'a secret tie' }
  const release = { ...pair, kind: 'partner', reason: 'a secret tie', releasedAt: '', withdrawnAt: null }
  const standing = { ...pair, kind: 'partner', treatment: 'exclude', released: false }
  const salt = '5a'.repeat(32)
  const application = { state: 'submitted', submittedAt: null, submissionSha256: null }
  const sifted = { eligibility: 'eligible', eligibilityReason: '', scope: 'in-scope', siftedAt: '' }
  const whole: ExportedParts = {
    ...parts,
    people: [{ id: 'A0', name: 'Mina Farrow' }],
    applications: [
      { id: 'E0', reference: 'E0', lead: 'Barset Council', names: ['Barset Council', 'Barset'], ...application },
    ],
    sift: [{ applicationId: 'E0', ...sifted, scopeReason: 'Mina Farrow found that barset asks for a library' }],
    conflicts: { standing: [standing], declared: [], releases: [release] },
    assignments: [{ ...pair, id: 'g', ...ended }],
  }

  /** Binds parts as the service does, and puts them together with the event that does it. */
  function published(of: ExportedParts = whole, alter: (facts: CommittedFacts) => CommittedFacts = (facts) => facts) {
    const without = withoutNames(of, salt, sha256)
    const { sequence, hash } = chain.at(-1) ?? { sequence: 0, hash: firstPreviousHash }
    const facts = alter({
      upTo: sequence,
      withheld: without.withheld.length,
      manifest: manifestOf(without, sha256),
    })
    const bound = { ...event('bound'), action: committedAction, facts: facts as unknown as Json }
    const events = seal([bound], { sequence, hash }, sha256)
    return assembleExport(
      { ...head, names: 'replaced' },
      { ...without, events: [...without.events, ...events] },
      sha256,
    )
  }
  const again = ({ parts: changed, ...rest }: AssessmentExport, more: Partial<ExportedParts>) => {
    const { manifest: _m, digests: _d, sha256: _s, ...its } = rest
    return assembleExport(its, { ...changed, ...more }, sha256)
  }
  const found = (document: AssessmentExport) => verifyExport(document, { sha256, solve })

  it('has no name, no kind of a conflict and nothing that was said of one', () => {
    const text = JSON.stringify(published())
    assert.doesNotMatch(text, /partner|a secret tie|barset|Farrow|"facts":\{\}|"id":"[abc]"/i)
    assert.match(text, /\[name\] found that \[applicant\] asks for a library/)
    assert.match(text, /"Assessor 1".*"Applicant 1"/)
  })

  it('hides names in what was said of missing opinions, where a shortlist speaks of them', () => {
    const shortlist = (more: object) => {
      const document = { applications: [], approval: { asked: true, reason: '' }, frozenBy: 'Mina Farrow', ...more }
      const text = JSON.stringify(document)
      const given = { ...whole, shortlist: { text, sha256: sha256(text), tellAt: '', toldAt: null } }
      const { shortlist: shown, withheld } = withoutNames(given, salt, sha256)
      return { document: JSON.parse(shown?.text ?? ''), paths: withheld.map(({ path }) => path) }
    }
    const reason = 'Mina Farrow is ill, and Barset waits'
    const { document, paths } = shortlist({ withoutOpinions: { references: ['E0'], reason } })
    assert.deepEqual(document.withoutOpinions, { references: ['E0'], reason: '[name] is ill, and [applicant] waits' })
    assert.ok(paths.includes('shortlist/text/withoutOpinions/reason'))
    assert.equal(shortlist({ withoutOpinions: null }).document.withoutOpinions, null)
    assert.equal('withoutOpinions' in shortlist({}).document, false)
  })

  it('is solved again all the same, and counts and lists what is withheld', () => {
    const { ok, checks, withheld } = found(published())
    const texts = checks.map(({ text }) => text)
    assert.equal(ok, true, JSON.stringify(checks.filter(({ same }) => !same)))
    assert.ok(texts.includes('9 values and the facts of 3 events are withheld: event 4 bound them into the chain'))
    assert.deepEqual([...withheld.paths].sort(), [
      'applications/0/lead',
      'applications/0/names',
      'assignments/0/endedReason',
      'conflicts/releases/0/kind',
      'conflicts/releases/0/reason',
      'conflicts/standing/0/kind',
      'people/0/name',
      'runs/0/input/excluded/0/kinds',
      'sift/0/scopeReason',
    ])
    assert.equal(withheld.committedBy, 4)
    assert.ok(
      texts.some((text) => text.startsWith('assignment 1, worked out again from its case, has the same result')),
    )
    assert.equal(texts.includes('the case of assignment 1 has its hash'), false)
  })

  it('says of each value what it was once its nonce is given, and of no other', () => {
    const { parts: shown } = published()
    const taken = (path: string, value: string) =>
      // By hand: SHA-256 of the canonical JSON of the nonce, the path and the value.
      sha256(JSON.stringify([sha256(`${salt}${path}`), path, value]))
    const listed = (path: string) => shown.withheld.find((each) => each.path === path)?.sha256
    assert.equal(listed('applications/0/lead'), taken('applications/0/lead', 'Barset Council'))
    assert.equal(listed('conflicts/standing/0/kind'), taken('conflicts/standing/0/kind', 'partner'))
    // The same value elsewhere has another hash: nobody can tell that two are alike.
    assert.notEqual(listed('conflicts/standing/0/kind'), listed('conflicts/releases/0/kind'))
    for (const guess of ['partner', '"partner"', 'Barset Council', '"Barset Council"'])
      assert.equal(
        shown.withheld.some((each) => each.sha256 === sha256(guess)),
        false,
      )
  })

  it('follows from the export with names, made again with the salt', () => {
    const { parts: shown } = published()
    const events = [...chain, ...shown.events.slice(-1)] as ExportedParts['events']
    const source = assembleExport({ ...head, salt }, { ...whole, events }, sha256)
    const words = 'what event 4 bound for publication, made again with the salt, is the same'
    assert.ok(found(source).checks.some(({ text }) => text === words))
  })

  it('is refused where nothing binds it, or something else than what is bound is there', () => {
    const document = published()
    const { parts: shown } = document
    const broken = (changed: AssessmentExport) => found(changed).firstBroken?.text
    assert.equal(
      broken(again(document, { events: shown.events.slice(0, -1) })),
      'no event here binds what is withheld into the chain',
    )
    // Another value is put in the place of a withheld one, with every hash taken again.
    const withheld = shown.withheld.map((each, at) => (at === 0 ? { ...each, sha256: 'f'.repeat(64) } : each))
    assert.equal(broken(again(document, { withheld })), 'the part “withheld” is not the one that event 4 bound')
    assert.equal(broken(again(document, { sift: [] })), 'the part “sift” is not the one that event 4 bound')
    // What an event did is told otherwise.
    const events = shown.events.map((each, at) => (at === 0 ? { ...each, action: 'assignment.refused' } : each))
    assert.equal(broken(again(document, { events })), 'the part “events” is not the one that event 4 bound')
    // It says that it has names.
    assert.equal(
      broken(assembleExport({ ...head, names: 'shown' }, shown, sha256)),
      'something is withheld from an export that says that it has the names',
    )
  })

  it('is refused where something says that it is withheld and is not listed, or is listed and there', () => {
    const unlisted = published({ ...whole, runs: whole.runs.map((run) => ({ ...run, withheld: true as const })) })
    assert.equal(found(unlisted).ok, true)
    const { parts: shown } = unlisted
    const rebound = (more: Partial<ExportedParts>) => {
      const changed = { ...shown, ...more }
      const without = { ...changed, events: changed.events.slice(0, -1) }
      const facts = { upTo: 3, withheld: changed.withheld.length, manifest: manifestOf(without, sha256) }
      const bound = { ...event('bound'), action: committedAction, facts: facts as unknown as Json }
      const events = [...without.events, ...seal([bound], { sequence: 3, hash: chain[2]?.hash ?? '' }, sha256)]
      return found(assembleExport({ ...head, names: 'replaced' }, { ...changed, events }, sha256)).firstBroken?.text
    }
    const without = (start: string) => shown.withheld.filter(({ path }) => !path.startsWith(start))
    assert.equal(rebound({}), undefined)
    assert.equal(
      rebound({ withheld: without('runs/') }),
      'runs/0 says that it is in part withheld, and nothing of it is listed',
    )
    const applications = shown.applications.map((each) => ({ ...each, lead: 'Barset Council' }))
    assert.equal(rebound({ applications }), 'applications/0/lead is listed as withheld, and is here')
  })
})

describe('results that are worked out again', () => {
  it('differ by more than a unit of the last decimal, or not', () => {
    const kept = {
      applications: [
        { id: 'E1', interval90: [1.5, 2.000001] },
        { id: 'E2', probabilityIn: 0.25 },
      ],
    }
    const other = (probabilityIn: number) => ({
      ...kept,
      applications: [kept.applications[0], { id: 'E2', probabilityIn }],
    })
    assert.deepEqual(compareNumbers(kept, kept), { numbers: 3, first: undefined })
    assert.equal(compareNumbers(kept, other(0.250001)).first, undefined)
    assert.equal(compareNumbers(kept, other(0.249999)).first, undefined)
    assert.deepEqual(compareNumbers(kept, other(0.250003)).first, {
      path: 'applications/1/probabilityIn',
      kept: '0.25',
      again: '0.250003',
    })
  })

  it('differ where one has something that the other has not', () => {
    const first = (one: unknown, other: unknown) => compareNumbers(one, other).first?.path
    assert.equal(first({ a: 1 }, { a: 1, b: null }), 'b')
    assert.equal(first([1, 2], [1]), '1')
    assert.equal(first({ a: null }, { a: 0 }), 'a')
    assert.equal(first({ a: Number.NaN }, { a: Number.NaN }), 'a')
    assert.equal(first([], {}), '')
  })
})
