import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outturnsByBenefit } from './outturns-by-benefit.ts'

const of = (benefit: string, title: string, year: number) => ({ benefit, title, kind: 'cashable', year }) as const

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
      rows: [
        ['2024', 'a'],
        ['2025', 'a'],
      ],
    },
    { benefit: 'Fewer buildings (cashable saving)', rows: [['2024', 'b']] },
  ])
  assert.deepEqual(
    outturnsByBenefit([], () => []),
    [],
  )
})
