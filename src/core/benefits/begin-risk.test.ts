import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { validatePage } from '../forms/index.ts'
import { formOf } from '../sheets/index.ts'
import { beginRisk, likelihoodOf } from './begin-risk.ts'
import { deliveryRisksSheet } from './sheets/delivery-risks.ts'

describe('a risk that is taken over from an appraisal', () => {
  it('is as likely as there, by thirds', () => {
    assert.deepEqual([0, 0.33, 0.34, 0.5, 0.66, 0.67, 1].map(likelihoodOf), [
      'low',
      'low',
      'medium',
      'medium',
      'medium',
      'high',
      'high',
    ])
  })

  it('says nothing that the appraisal did not, and is asked for the rest when it is opened', () => {
    const record = { acceptedOn: '2026-01-01', sheets: {} }
    const form = formOf(deliveryRisksSheet, record)
    const missing = (response: string) =>
      validatePage(
        form,
        beginRisk({ title: 'Fire', probability: 0.5, owner: 'Head', response }),
        form.id,
        'submit',
      ).map(({ question, code }) => `${question}: ${code}`)
    assert.deepEqual(missing('A sprinkler.'), ['impact: missing', 'rating: missing', 'reason: missing'])
    assert.deepEqual(missing(''), ['impact: missing', 'rating: missing', 'reason: missing', 'response: missing'])
  })
})
