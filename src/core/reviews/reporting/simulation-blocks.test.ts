import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../../canonical/index.ts'
import { cashBand, drawOptions, spreadsOf } from '../../uncertainty/index.ts'
import { costCaseOf, type KeptRun, type ReviewRecord, reportOf } from '../index.ts'
import type { CostResult } from '../uncertainty/index.ts'

const entry = (id: string, content: Record<string, Json>) => ({ id, version: 1, content })
const line = (option: string, title: string, pounds: number, kind: string, high: number) =>
  entry(`${option}-${title}`, {
    option,
    title,
    kind,
    bearer: kind === 'benefit' ? 'society' : 'council',
    nature: 'resource',
    basis: 'real',
    low: 10,
    high,
    pounds: [0, 1].map((at) => ({ row: `year-${at}`, amount: pounds })),
  })

const record: ReviewRecord = {
  depth: 'full',
  sheets: {
    options: ['Usual', 'Mutual'].map((id) =>
      entry(id, { title: id, model: id === 'Usual' ? 'in-house-as-is' : 'mutual', description: 'x' }),
    ),
    money: [entry('page', { first: 2026, years: 1, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
    lines: [
      line('Usual', 'Staff', 1000, 'cost', 30),
      line('Mutual', 'Staff', 900, 'cost', 30),
      line('Mutual', 'Reached', 50, 'benefit', 10),
    ],
    report: [entry('page', { preferred: 'Mutual', summary: 'x' })],
  },
}

function run(current: boolean): KeptRun<CostResult> {
  const given = { ...(costCaseOf(record) ?? assert.fail()), samples: 4096 }
  const spreads = spreadsOf(given, [drawOptions(given, { from: 0, to: 4096 }) ?? assert.fail()])
  const cash = given.options.map(({ id }) => ({ id, ...(cashBand(given, id) ?? assert.fail()) }))
  const facts = { number: 3, madeAt: '2026-11-26T10:00:00Z', engine: 'test', inputSha256: 'a', resultSha256: 'b' }
  return { ...facts, current, result: { spreads, cash } }
}

const blocksOf = (given: ReviewRecord, part: string) =>
  reportOf(given).parts.find(({ id }) => id === part)?.blocks ?? []
const chartsOf = (given: ReviewRecord, part: string) =>
  blocksOf(given, part).flatMap((block) => (block.kind === 'picture' ? [block.picture.chart] : []))

describe('the chances of a simulation in a report', () => {
  const whole = { ...record, runs: { costs: run(true) } }

  it('are beside the figures that they are of, each picture before a table that says the same', () => {
    assert.deepEqual(chartsOf(whole, 'economic'), ['lines', 'tornado'])
    assert.deepEqual(chartsOf(whole, 'financial'), ['lines', 'lines'])
    for (const part of ['economic', 'financial'])
      blocksOf(whole, part).forEach((block, at, all) => {
        if (block.kind === 'picture') assert.equal(all[at + 1]?.kind, 'table', block.title)
      })
    assert.match(JSON.stringify(blocksOf(whole, 'economic')), /“Mutual” has the highest .* in 100% of samples/)
  })

  it('have the percentiles of a line that is known: those of its triangle', () => {
    const table = blocksOf(whole, 'economic').find(
      (block) => block.kind === 'table' && block.caption.startsWith('The range of results for each option'),
    )
    assert.ok(table?.kind === 'table')
    const [, , p10 = '', , , p90 = ''] = table.rows[0] ?? []
    const pounds = (text: string): number => Number(text.replace(/[£,]/g, ''))
    // Costs of a triangle from 0.9 over 1 to 1.3: its 10th percentile is 0.9 + √0.004, its 90th 1.3 - √0.012.
    const worth = -1000 * (1 + 1 / 1.035)
    assert.ok(Math.abs(pounds(p10) / (worth * (1.3 - Math.sqrt(0.1 * 0.4 * 0.3))) - 1) < 0.002, p10)
    assert.ok(Math.abs(pounds(p90) / (worth * (0.9 + Math.sqrt(0.1 * 0.4 * 0.1))) - 1) < 0.002, p90)
  })

  it('are not printed once figures have changed, nor of depths and versions that have none', () => {
    const words = (given: ReviewRecord): string => JSON.stringify(blocksOf(given, 'economic'))
    assert.match(words({ ...record, runs: { costs: run(false) } }), /have changed since they were simulated/)
    assert.match(words({ ...record, runs: {} }), /Nothing is simulated yet/)
    for (const given of [record, { ...whole, depth: 'standard' } as const])
      assert.doesNotMatch(words(given), /How sure the money is/)
  })
})
