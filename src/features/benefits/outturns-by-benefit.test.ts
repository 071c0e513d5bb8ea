import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outturnsByBenefit } from './outturns-by-benefit.ts'

const of = (benefit: string, title: string, year: number, attribution = 1, optimism = 0) =>
  ({ benefit, title, kind: 'cashable', isMoney: true, year, attribution, optimism }) as const

test('a benefit is named once over its years, wherever they stand, and none is lost', () => {
  const outturns = [
    of('a', 'Fewer buildings', 2024),
    of('b', 'Fewer buildings', 2024),
    of('a', 'Fewer buildings', 2025),
  ]
  const tables = outturnsByBenefit(outturns, ({ benefit, year }) => [String(year), benefit])
  assert.deepEqual(tables, [
    {
      benefit: 'Fewer buildings (cashable saving)',
      counted: '',
      rows: [
        ['2024', 'a'],
        ['2025', 'a'],
      ],
    },
    { benefit: 'Fewer buildings (cashable saving)', counted: '', rows: [['2024', 'b']] },
  ])
  assert.deepEqual(
    outturnsByBenefit([], () => []),
    [],
  )
})

test('a benefit says how much of it counts in the sums: of £60,000, 80% less a tenth is £43,200', () => {
  const counted = (attribution: number, optimism: number) =>
    outturnsByBenefit([of('a', 'Fewer buildings', 2024, attribution, optimism)], () => [])[0]?.counted
  assert.equal(60_000 * 0.8 * (1 - 0.1), 43_200)
  assert.equal(
    counted(0.8, 0.1),
    'In the sums it counts for 80%, which is due to the award, and its forecast is 10% less for optimism.',
  )
  assert.equal(counted(0.8, 0), 'In the sums it counts for 80%, which is due to the award.')
  assert.equal(counted(1, 0.1), 'In the sums its forecast is 10% less for optimism.')
  assert.equal(counted(1, 0), '')
})
