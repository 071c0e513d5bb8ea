import assert from 'node:assert/strict'
import { it } from 'node:test'
import { riskTotals } from './risk-register.ts'

it('risks come to what is published of two, and to the mean and variance of three', () => {
  const two = riskTotals([
    { probability: 0.3, pounds: 100 },
    { probability: 0.5, pounds: 200 },
  ])
  assert.deepEqual([two.expected, two.exposure], [130, 300])
  const three = riskTotals([
    { probability: 0.3, pounds: 2 },
    { probability: 0.5, pounds: 5 },
    { probability: 0.2, pounds: 10 },
  ])
  assert.ok(Math.abs(three.expected - 5.1) < 1e-12)
  assert.ok(Math.abs(three.standardDeviation ** 2 - 23.09) < 1e-9)
  assert.deepEqual(riskTotals([]), { expected: 0, exposure: 0, standardDeviation: 0 })
})
