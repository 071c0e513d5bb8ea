import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { noExpertise } from '../assessment/subjects.ts'
import { type RoundInput, solveRound } from '../assignment/index.ts'
import { firstPreviousHash, type LoggedEvent, seal } from '../audit/chain.ts'
import { contentHash, type Json } from '../canonical/index.ts'
import { assembleExport, type ExportedParts, verifyExport, withoutNames } from './index.ts'

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
  const nothing = { people: [], applications: [], sift: [], assignments: [], reviews: [], breakGlass: [], rules: [] }
  const parts: ExportedParts = {
    ...nothing,
    conflicts: { standing: [], declared: [], releases: [] },
    moderation: { scores: [], setAside: [], notes: [] },
    runs: [{ ...run, input: given, result, ...hashes }],
    shortlist: null,
    events,
  }
  const round = { id: 'r', fund: 'F', name: 'R', illustrative: true }
  const head = { document: 'assessment-export', format: 1, exportedAt: '', names: 'shown', round, note: '' } as const
  return assembleExport(head, parts, sha256)
}

const chain = seal(['a', 'b', 'c'].map(event), { sequence: 0, hash: firstPreviousHash }, sha256)
const result = solveRound(input, solve)
const brokenIn = (document: ReturnType<typeof exportOf>) => verifyExport(document, { sha256, solve }).firstBroken

describe('a replay', () => {
  it('solves an assignment again from its case, and has the same', () => {
    const verified = verifyExport(exportOf(result as unknown as Json, chain), { sha256, solve })
    assert.equal(verified.ok, true)
    const same = 'assignment 1, worked out again from its case, has the same result'
    assert.ok(verified.checks.some(({ text }) => text === same))
  })

  it('finds a result that does not follow from the case, though every hash was taken again', () => {
    assert.equal(result.status, 'optimal')
    const pairs = result.status === 'optimal' ? result.pairs.slice(1) : []
    const found = brokenIn(exportOf({ ...result, pairs } as unknown as Json, chain))
    assert.equal(found?.text, 'assignment 1, worked out again from its case, has another result')
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
  const { parts, manifest: _, sha256: _whole, ...head } = exportOf(result as unknown as Json, chain)
  const pair = { applicationId: 'E0', personId: 'A0' }
  const ended = { assignedAt: '', endedAt: '', why: 'run', endedWhy: 'conflict', endedReason: 'a secret tie' }
  const release = { ...pair, kind: 'partner', reason: 'a secret tie', releasedAt: '', withdrawnAt: null }
  const standing = { ...pair, kind: 'partner', treatment: 'exclude', released: false }
  const said = { standing: [standing], declared: [], releases: [release] }
  const published = withoutNames({ ...parts, conflicts: said, assignments: [{ ...pair, id: 'g', ...ended }] })

  it('has no kind of a conflict and nothing that was said of one', () => {
    assert.doesNotMatch(JSON.stringify(published), /partner|a secret tie/)
  })

  it('is solved again all the same, and says that the hash of the case is not checked', () => {
    const { ok, checks } = verifyExport(assembleExport(head, published, sha256), { sha256, solve })
    const texts = checks.map(({ text }) => text)
    assert.equal(ok, true)
    assert.ok(texts.includes('the case of assignment 1 is in part withheld: its hash is not checked'))
    assert.ok(texts.includes('assignment 1, worked out again from its case, has the same result'))
    assert.equal(texts.includes('the case of assignment 1 has its hash'), false)
  })
})
