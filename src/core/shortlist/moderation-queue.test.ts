import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { it } from 'node:test'
import { type BandOfList, type Candidate, moderationQueue, type ProposedItem, wantsExtra } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const item = (id: string, band: BandOfList): ProposedItem => ({
  id,
  reference: `R-${id}`,
  place: 1,
  rank: 1,
  mean: 1,
  estimate: null,
  probabilityIn: null,
  band,
  missed: [],
  proposed: false,
  decidedBy: null,
})
const scored = (id: string, ...points: readonly number[]): Candidate => ({
  id,
  reference: `R-${id}`,
  region: '',
  authorityType: '',
  deliveryModels: [],
  submittedAt: '2026-01-01T00:00:00.000Z',
  reviews: points.map((need, at) => ({ personId: `p${at}`, points: { need } })),
})

it('has every wide spread, and of each group those whose lots are lowest by the hash of the rules', () => {
  const ids = [...Array(30).keys()].map(String)
  const items = ids.map((id, at) => item(id, at < 10 ? 'clear-in' : at < 20 ? 'near-tie' : 'clear-out'))
  const candidates = ids.map((id) => scored(id, 2, id === '5' ? 4 : 3.99))
  const queue = moderationQueue(items, candidates, { spreadPoints: 2, sampleEach: 3 }, 'sealed', sha256)
  const lowest = (reason: string, from: number) =>
    ids
      .slice(from, from + 10)
      .sort((one, other) => (sha256(`sealed${reason}R-${one}`) < sha256(`sealed${reason}R-${other}`) ? -1 : 1))
      .slice(0, 3)
  const expected = [...lowest('borderline', 10), ...lowest('high', 0), ...lowest('low', 20)]
  assert.deepEqual(
    [...new Set(['5', ...expected])],
    queue.map(({ id }) => id),
  )
  assert.deepEqual(queue[0]?.spread, [{ criterion: 'need', points: 2 }])
  assert.ok(queue[0]?.why.includes('wide-spread'))
  const others = moderationQueue(items, candidates, { spreadPoints: 2, sampleEach: 3 }, 'other rules', sha256)
  assert.notDeepEqual(others, queue)
})

it('takes all of a group that has no more', () => {
  const queue = moderationQueue(
    [item('a', 'near-tie')],
    [scored('a', 1, 1)],
    { spreadPoints: 2, sampleEach: 3 },
    '',
    sha256,
  )
  assert.deepEqual(queue, [{ id: 'a', why: ['borderline'], spread: [] }])
})

it('asks for one more assessor where the chance is between a fifth and four fifths', () => {
  const at = (probabilityIn: number | null, band: BandOfList = 'near-tie') => wantsExtra({ band, probabilityIn })
  assert.deepEqual(
    [at(0.2), at(0.21), at(0.79), at(0.8), at(null), at(0.5, 'clear-in')],
    [false, true, true, false, true, false],
  )
})
