import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compare, type Fault, type Stored, type StoredAnswer } from './compare.ts'
import { openLedger } from './ledger.ts'

const one = 'DD-BENCH-1'

/** Two saves, one of which a script made, and a submission. */
function told() {
  const ledger = openLedger()
  ledger.begin(one, 'drivers', 'first')
  ledger.saved(one, { drivers: 'second' })
  ledger.saved(one, { drivers: 'third' })
  ledger.submittedBy(one)
  return ledger
}

const versions = (...values: readonly string[]): StoredAnswer => ({
  versions: values.map((value, index) => ({ number: index + 1, value })),
  current: { number: values.length, value: values.at(-1) },
})

const counts = (count: number): ReadonlyMap<string, number> => new Map([[one, count]])

function kept(answer: StoredAnswer, differing: Partial<Stored> = {}): Stored {
  return {
    answers: new Map([[one, new Map([['drivers', answer]])]]),
    savedEvents: counts(3),
    submittedEvents: counts(1),
    receipts: counts(1),
    setAside: new Map(),
    submissions: new Map([[one, [{ answers: new Map([['drivers', 'third']]), hashHolds: true }]]]),
    ...differing,
  }
}

const all = versions('first', 'second', 'third')
const kinds = (faults: readonly Fault[]): readonly string[] => faults.map(({ kind }) => kind)

describe('the comparison of what was acknowledged with what is stored', () => {
  it('finds nothing when each is there once', () => {
    assert.deepEqual(compare(told(), kept(all)), [])
  })

  it('finds an acknowledged text that is not there, also when a later one is', () => {
    assert.ok(kinds(compare(told(), kept(versions('first', 'third')))).includes('lost'))
    assert.ok(kinds(compare(told(), kept(versions('first', 'second')))).includes('lost'))
    assert.ok(kinds(compare(told(), { ...kept(all), answers: new Map() })).includes('lost'))
  })

  it('finds a text that is there twice, and one that nobody was told of', () => {
    assert.ok(kinds(compare(told(), kept(versions('first', 'second', 'second', 'third')))).includes('twice'))
    assert.ok(kinds(compare(told(), kept(versions('first', 'second', 'stray', 'third')))).includes('other'))
  })

  it('finds texts in another order, numbers with a gap, and an answer that does not stand', () => {
    assert.deepEqual(kinds(compare(told(), kept({ ...versions('first', 'third', 'second'), current: all.current }))), [
      'other',
    ])
    const gap = all.versions.map(({ number, value }) => ({ number: number === 3 ? 4 : number, value }))
    assert.deepEqual(kinds(compare(told(), kept({ versions: gap, current: all.current }))), ['other'])
    assert.deepEqual(kinds(compare(told(), kept({ ...all, current: { number: 2, value: 'second' } }))), ['lost'])
    assert.deepEqual(kinds(compare(told(), kept({ ...all, current: undefined }))), ['lost'])
  })

  it('finds a save without its event, and an event too many', () => {
    assert.deepEqual(kinds(compare(told(), kept(all, { savedEvents: counts(2) }))), ['lost'])
    assert.deepEqual(kinds(compare(told(), kept(all, { savedEvents: counts(4) }))), ['twice'])
  })

  it('finds a submission that is lost, is there twice, or has no event or receipt', () => {
    const submission = { answers: new Map([['drivers', 'third']]), hashHolds: true }
    assert.deepEqual(kinds(compare(told(), kept(all, { submissions: new Map() }))), ['lost'])
    const twice = new Map([[one, [submission, submission]]])
    assert.deepEqual(kinds(compare(told(), kept(all, { submissions: twice }))), ['twice'])
    assert.deepEqual(kinds(compare(told(), kept(all, { submittedEvents: counts(2) }))), ['twice'])
    assert.deepEqual(kinds(compare(told(), kept(all, { receipts: new Map() }))), ['lost'])
  })

  it('finds a submission that nobody was told of', () => {
    const ledger = openLedger()
    ledger.begin(one, 'drivers', 'first')
    const stored = kept(versions('first'), { savedEvents: counts(1), submittedEvents: new Map(), receipts: new Map() })
    assert.ok(kinds(compare(ledger, stored)).includes('twice'))
  })

  it('finds a submission without what was acknowledged last, or whose hash is of something else', () => {
    const old = [{ answers: new Map([['drivers', 'second']]), hashHolds: true }]
    assert.deepEqual(kinds(compare(told(), kept(all, { submissions: new Map([[one, old]]) }))), ['lost'])
    const forged = [{ answers: new Map([['drivers', 'third']]), hashHolds: false }]
    assert.deepEqual(kinds(compare(told(), kept(all, { submissions: new Map([[one, forged]]) }))), ['other'])
  })

  it('finds texts set aside, since nobody wrote at the same place as another', () => {
    assert.deepEqual(kinds(compare(told(), kept(all, { setAside: counts(1) }))), ['twice'])
  })
})
