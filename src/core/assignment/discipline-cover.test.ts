import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noExpertise } from '../assessment/subjects.ts'
import { disciplineCover } from './index.ts'

const application = (reference: string) => ({
  reference,
  serviceAreas: [],
  deliveryModels: [],
  authorityKind: 'district',
})
const assessor = (id: string, ...disciplines: string[]) => {
  return { id, expertise: { ...noExpertise, disciplines }, wanted: null, bids: {} }
}

describe('the disciplines of who reads', () => {
  it('are missing where no reader of an application has one, and nobody reads', () => {
    const input = {
      applications: ['E0', 'E1', 'E2'].map(application),
      assessors: [assessor('A0', 'finance', 'legal'), assessor('A1', 'people'), assessor('A2')],
    }
    const cover = disciplineCover(input, [
      ['E0', 'A0'],
      ['E0', 'A1'],
      ['E1', 'A1'],
      ['E1', 'A2'],
    ])
    const without = new Map(cover.map((each) => [each.discipline, each.without]))
    assert.deepEqual(without.get('finance'), ['E1', 'E2'])
    assert.deepEqual(without.get('legal'), ['E1', 'E2'])
    assert.deepEqual(without.get('people'), ['E2'])
    assert.deepEqual(without.get('strategy'), ['E0', 'E1', 'E2'])
  })
})
