import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { companyInterests, companyKey } from './index.ts'

describe('the name of a company', () => {
  it('is the same however its legal form, its case and its punctuation are written', () => {
    const names = [
      'Acme Advice Ltd',
      'ACME ADVICE LIMITED',
      'The Acme Advice Ltd.',
      'Acme  Advice (UK) plc',
      'Acmé Advice',
    ]
    assert.deepEqual(new Set(names.map(companyKey)), new Set(['acme advice']))
    assert.equal(companyKey('Smith & Sons LLP'), companyKey('Smith and Sons'))
    assert.equal(companyKey('O’Neill'), companyKey("O'Neill Ltd"))
  })

  it('is another where the words are others, and its form alone is a name', () => {
    assert.notEqual(companyKey('Acme Advice'), companyKey('Acme Advisers'))
    assert.equal(companyKey('Limited'), 'limited')
  })
})

describe('the companies of an expert', () => {
  const involved = [
    { organisationId: null, supplierId: 's-1', name: 'Acme Advice Limited' },
    { organisationId: 'B-1', supplierId: null, name: 'Borough Mutual CIC' },
    { organisationId: null, supplierId: 's-2', name: 'Somebody Else' },
  ]

  it('are those that bid, supply or partner by name, each as what it is to them', () => {
    const companies = [
      { name: 'acme advice', tie: 'employer', endedOn: '2026-01-31' },
      { name: 'Borough Mutual', tie: 'interest', endedOn: null },
      { name: 'Unknown Ltd', tie: 'employer', endedOn: null },
    ] as const
    assert.deepEqual(companyInterests(companies, involved), {
      employers: [{ organisationId: null, supplierId: 's-1', endedOn: '2026-01-31' }],
      authorities: ['B-1'],
      suppliers: [],
    })
    assert.deepEqual(companyInterests([], involved), { employers: [], authorities: [], suppliers: [] })
  })
})
