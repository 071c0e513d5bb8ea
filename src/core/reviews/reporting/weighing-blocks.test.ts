import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ReviewWeighing } from '../weighing/index.ts'
import type { ReportTable } from './report-block.ts'
import { weighingBlocks } from './weighing-blocks.ts'

const criterion = (id: string) => ({
  id,
  title: id,
  measures: '',
  worst: 'None',
  best: 'All',
  counted: 'no' as const,
  unit: null,
  points: [
    { at: 0, value: 0 },
    { at: 100, value: 1 },
  ],
})

/** The published example of Scott Logic: weights 3, 5 and 2, and three options that come to 28, 32 and 30. */
const weighing: ReviewWeighing = {
  round: 1,
  method: 'swing',
  facilitator: 'Priya Nair',
  stage: 'revealed',
  pass: 1,
  criteria: ['Cost', 'Security', 'Speed'].map(criterion),
  options: ['Baseline', 'A', 'B'].map((id) => ({ id, title: id })),
  people: [
    {
      id: 'p',
      name: 'Tom Okafor',
      speaksFor: 'Staff',
      credentials: 'Youth worker',
      swings: { Cost: 60, Security: 100, Speed: 40 },
      swingReasons: {},
      scores: {
        Cost: { Baseline: 50, A: 30, B: 10 },
        Security: { Baseline: 10, A: 30, B: 50 },
        Speed: { Baseline: 40, A: 40, B: 10 },
      },
      scoreReasons: {},
    },
  ],
  notes: [
    { kind: 'dissent', by: 'Tom Okafor', criterion: 'Speed', text: 'It counts <too> much', at: '2026-11-01T10:00:00Z' },
  ],
}

const tables = (given: ReviewWeighing): readonly ReportTable[] =>
  weighingBlocks(given).flatMap((block) => (block.kind === 'table' ? [block] : []))

describe('how options were weighed, in a report', () => {
  it('has the totals and the exact interval of a weight that the example has', () => {
    const [weights, totals] = tables(weighing)
    assert.deepEqual(
      totals?.rows.map((row) => [row[0], row.at(-1)]),
      [
        ['Baseline', '28'],
        ['A', '32'],
        ['B', '30'],
      ],
    )
    assert.deepEqual(weights?.rows[1], ['Security', '50', '50', '50', '37.5', '54.5'])
    assert.ok(weighingBlocks(weighing).some((block) => block.kind === 'finding' && /“A” is first/.test(block.text)))
  })

  it('says how often each option has each rank, which adds up, and prints dissent unedited', () => {
    const ranks = tables(weighing)[2]?.rows ?? []
    for (const [, ...row] of ranks) {
      const sum = row.reduce((total, cell) => total + Number(cell.replace('%', '')), 0)
      assert.ok(Math.abs(sum - 100) <= 1, row.join())
    }
    const [quote] = weighingBlocks(weighing).filter(({ kind }) => kind === 'quote')
    assert.deepEqual(quote, { kind: 'quote', from: 'Tom Okafor, dissenting, on Speed', text: 'It counts <too> much' })
  })

  it('draws what it says in tables, each picture with its finding in words', () => {
    const pictures = weighingBlocks(weighing).flatMap((block) => (block.kind === 'picture' ? [block] : []))
    assert.deepEqual(
      pictures.map(({ picture, finding }) => [picture.chart, finding]),
      [
        ['lines', '“A” is first while “Security” weighs from 37.5% to 54.5%. It weighs 50.0% now.'],
        ['stacked', '“A” has 32.0 points of 100, 15.0 of them for “Security”.'],
        // Where cost weighs more than security, which is as likely as not.
        ['heat', '“Baseline” is first under 50% of all weights.'],
      ],
    )
    const [lines, stacked] = pictures.map(({ picture }) => picture)
    assert.ok(stacked?.chart === 'stacked' && lines?.chart === 'lines')
    assert.deepEqual(
      stacked.bars.map(({ values }) => Math.round(values.reduce((sum, value) => sum + value, 0))),
      [32, 30, 28],
    )
    assert.deepEqual(lines.marks?.map(({ at }) => at.toFixed(1)).sort(), ['37.5', '50.0', '54.5'])
    const [, second] = weighing.people.concat({ ...(weighing.people[0] ?? assert.fail()), id: 'q', name: 'Ann' })
    const two = { ...weighing, people: [...weighing.people, second ?? assert.fail()] }
    assert.ok(weighingBlocks(two).some((block) => block.kind === 'picture' && block.picture.chart === 'dots'))
  })

  it('badges typed percentages, and waits for what is not given yet', () => {
    const words = (given: ReviewWeighing) => JSON.stringify(weighingBlocks(given))
    assert.match(words({ ...weighing, method: 'percentage' }), /outside the guidance of the Green Book/)
    assert.match(words({ ...weighing, people: [] }), /still to be given/)
    assert.deepEqual(weighingBlocks(undefined), [{ kind: 'missing', text: 'Nothing was weighed yet.' }])
  })
})
