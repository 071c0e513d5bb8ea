import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Authority, registerOf } from './authority.ts'
import { applyComparison, compareRegisters, type RegisterComparison } from './compare-registers.ts'

const body = (code: string, facts: Partial<Authority> = {}): Authority => ({
  code,
  gssCode: null,
  formerGssCodes: [],
  name: `${code} Council`,
  shortName: code,
  kind: 'unitary',
  region: 'South West',
  formedOn: '1998-04-01',
  shadowFromOn: null,
  lastDayOn: null,
  countyCode: null,
  combinedAuthorityCode: null,
  successorCodes: [],
  illustrative: false,
  ...facts,
})
const nothing: RegisterComparison = { added: [], changed: [], ended: [], disputed: [], clashing: [], notMentioned: [] }
const compare = (ours: Authority, theirs: Authority) => compareRegisters(registerOf([ours]), [theirs])

describe('comparing registers', () => {
  it('finds nothing between a register and itself, ended bodies among them', () => {
    const ours = [body('A', { gssCode: 'E06000001' }), body('B', { lastDayOn: '2019-03-31', successorCodes: ['A'] })]
    assert.deepEqual(compareRegisters(registerOf(ours), ours), nothing)
  })

  it('adds what is new, and keeps what is not mentioned', () => {
    const added = body('NEW')
    assert.deepEqual(compareRegisters(registerOf([body('A'), body('X', { illustrative: true })]), [added]), {
      ...nothing,
      added: [added],
      notMentioned: ['A'],
    })
  })

  it('does not add a body under a second code', () => {
    const ours = registerOf([body('A', { gssCode: 'E06000002', formerGssCodes: ['E06000001'] })])
    assert.deepEqual(compareRegisters(ours, [body('Z', { gssCode: 'E06000001' })]).clashing, [
      { authority: 'Z', gssCode: 'E06000001', heldBy: 'A' },
    ])
  })

  it('changes a fact that is stated, and none that is blank', () => {
    const theirs = body('A', { name: 'City of A Council', region: null, formedOn: null, combinedAuthorityCode: 'CA' })
    assert.deepEqual(compare(body('A', { countyCode: 'C' }), theirs), {
      ...nothing,
      changed: [
        { authority: 'A', fact: 'name', ours: 'A Council', theirs: 'City of A Council' },
        { authority: 'A', fact: 'combinedAuthorityCode', ours: null, theirs: 'CA' },
      ],
    })
  })

  it('ends a body with its successors', () => {
    assert.deepEqual(compare(body('A'), body('A', { lastDayOn: '2027-03-31', successorCodes: ['E', 'W'] })), {
      ...nothing,
      ended: [{ authority: 'A', lastDayOn: '2027-03-31', successorCodes: ['E', 'W'] }],
    })
  })

  it('disputes that an ended body lives, and whatever else is said of it', () => {
    const ours = body('A', { lastDayOn: '2024-05-06', successorCodes: ['B'] })
    assert.deepEqual(compare(ours, body('A', { name: 'Old A' })).disputed, [
      { authority: 'A', fact: 'name', ours: 'A Council', theirs: 'Old A' },
      { authority: 'A', fact: 'lastDayOn', ours: '2024-05-06', theirs: null },
    ])
  })

  it('disputes a day of forming that we have, and takes one that we have not', () => {
    const theirs = body('A', { formedOn: '2014-04-01' })
    const change = { authority: 'A', fact: 'formedOn', theirs: '2014-04-01' } as const
    assert.deepEqual(compare(body('A'), theirs).disputed, [{ ...change, ours: '1998-04-01' }])
    assert.deepEqual(compare(body('A', { formedOn: null }), theirs).changed, [{ ...change, ours: null }])
  })

  it('disputes what is older than ours: a former GSS code, a combined authority that has ended', () => {
    const ours = registerOf([
      body('A', { gssCode: 'E08000039', formerGssCodes: ['E08000019'], combinedAuthorityCode: 'NEW' }),
      body('OLD', { kind: 'combined-authority', lastDayOn: '2024-05-06', successorCodes: ['NEW'] }),
    ])
    const { changed, disputed } = compareRegisters(ours, [
      body('A', { gssCode: 'E08000019', combinedAuthorityCode: 'OLD' }),
    ])
    assert.deepEqual(changed, [])
    assert.deepEqual(
      disputed.map(({ fact }) => fact),
      ['gssCode', 'combinedAuthorityCode'],
    )
  })
})

describe('applying a comparison', () => {
  const ours = registerOf([
    body('A', { gssCode: 'E06000001' }),
    body('B'),
    body('C', { lastDayOn: '2019-03-31', successorCodes: ['A'] }),
  ])
  const theirs = [
    body('A', { gssCode: 'E06000002', name: 'New A', formedOn: '2014-04-01' }),
    body('B', { lastDayOn: '2027-03-31', successorCodes: ['D'] }),
    body('C'),
    body('D', { formedOn: '2027-04-01' }),
  ]

  it('adds, changes and ends, and leaves the disputed alone', () => {
    const after = applyComparison(ours, compareRegisters(ours, theirs))
    assert.deepEqual(after.get('A'), body('A', { gssCode: 'E06000002', formerGssCodes: ['E06000001'], name: 'New A' }))
    assert.deepEqual(after.get('B'), body('B', { lastDayOn: '2027-03-31', successorCodes: ['D'] }))
    assert.deepEqual(after.get('C'), ours.get('C'))
    assert.deepEqual(after.get('D'), body('D', { formedOn: '2027-04-01' }))
  })

  it('has nothing left to do the second time', () => {
    const after = applyComparison(ours, compareRegisters(ours, theirs))
    const { added, changed, ended } = compareRegisters(after, theirs)
    assert.deepEqual({ added, changed, ended }, { added: [], changed: [], ended: [] })
  })
})
