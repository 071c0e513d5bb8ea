import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deliveryModelIds } from './delivery-model-ids.ts'
import { deliveryModels, legalQuestions } from './delivery-models.ts'

describe('the delivery models', () => {
  it('are each there once, in the order of their ids', () => {
    assert.deepEqual(
      deliveryModels.map(({ id }) => id),
      deliveryModelIds,
    )
  })

  it('put the service as it is, and the least change to it, on every longlist', () => {
    assert.deepEqual(
      deliveryModels.filter(({ compulsory }) => compulsory).map(({ id }) => id),
      ['in-house-as-is', 'in-house-improved'],
    )
  })

  it('say what changing costs and what ending it costs, wherever the service leaves the council', () => {
    for (const { id, lines, questions } of deliveryModels) {
      const groups = new Set(lines.map(({ group }) => group))
      if (id !== 'in-house-as-is') assert.ok(groups.has('transition'), id)
      if (questions.includes('tupe')) assert.ok(groups.has('client-side'), id)
      assert.equal(new Set(lines.map(({ title }) => title)).size, lines.length, `${id} has a line twice`)
      assert.equal(new Set(questions).size, questions.length, `${id} has a question twice`)
      for (const question of questions) assert.ok(legalQuestions[question], question)
    }
  })

  it('hold taxes as transfers, which the economic case leaves out', () => {
    for (const { lines } of deliveryModels)
      for (const { title, nature } of lines)
        if (/^(VAT|Business rates|Corporation tax|Pension contributions)/.test(title))
          assert.equal(nature, 'transfer', title)
  })
})
