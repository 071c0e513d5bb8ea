import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../../canonical/index.ts'
import type { SheetEntry } from '../../sheets/index.ts'
import { drawOptions, spreadsOf } from '../../uncertainty/index.ts'
import { appraisalOf } from '../money/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { costCaseOf, whatIfOf } from './index.ts'

const entry = (id: string, content: Record<string, Json>): SheetEntry => ({ id, version: 1, content })

const risk = (option: string, title: string, probability: number, cost: number, more: Record<string, Json> = {}) =>
  entry(`${option}-${title}`, { option, title, probability, cost, year: 'year-2', owner: 'x', ...more })

const line = (option: string) =>
  entry(`${option}-staff`, {
    option,
    title: 'Staff',
    kind: 'cost',
    bearer: 'council',
    nature: 'resource',
    basis: 'real',
    pounds: [{ row: 'year-0', amount: 100 }],
  })

const record = (risks: readonly SheetEntry[]): ReviewRecord => ({
  depth: 'full',
  sheets: {
    options: ['usual', 'mutual'].map((id) =>
      entry(id, { title: id, model: id === 'usual' ? 'in-house-as-is' : 'mutual', description: 'x' }),
    ),
    money: [entry('page', { first: 2026, years: 3, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
    lines: [line('usual'), line('mutual')],
    risks,
  },
})

const spreads = (given: ReviewRecord) => {
  const made = costCaseOf(given) ?? assert.fail('there is nothing to draw')
  return spreadsOf(made, [drawOptions(made, { from: 0, to: made.samples }) ?? assert.fail('they cannot be')])
}

const discounted = 1.035 ** -2

const near = (value: number | undefined, wanted: number, within: number): void =>
  assert.ok(Math.abs((value ?? Number.NaN) - wanted) <= within, `${value} is not within ${within} of ${wanted}`)

describe('what a simulation of a review is made of', () => {
  it('has each risk happen or not, in the year in which it would fall', () => {
    const [usual, mutual] = spreads(record([risk('usual', 'Flood', 30, 200), risk('usual', 'Strike', 50, 500)]))
    near(usual?.mean, -100 - discounted * (0.3 * 200 + 0.5 * 500), 0.05)
    near(usual?.sd, discounted * Math.sqrt(0.3 * 0.7 * 200 ** 2 + 0.5 * 0.5 * 500 ** 2), 0.05)
    near(usual?.curve[100], -100, 1e-9)
    near(usual?.curve[0], -100 - discounted * 700, 1e-9)
    near(mutual?.sd, 0, 1e-9)
  })

  it('has a risk of two options happen in both or in neither', () => {
    const both = [risk('usual', 'Flood', 30, 200), risk('mutual', 'Flood', 20, 200)]
    const [usual, mutual] = spreads(record(both))
    // Where only the likelier one happens the other option is better; else they are level and share being best.
    near(mutual?.first, 0.5 + 0.1 / 2, 0.001)
    near((usual?.first ?? 0) + (mutual?.first ?? 0), 1, 1e-9)
  })

  it('leaves out risks that cost nothing or cannot happen, and expects of all what the appraisal does', () => {
    const given = record([
      risk('usual', 'Never', 0, 200),
      risk('usual', 'Free', 50, 0),
      risk('mutual', 'Sure', 100, 70),
    ])
    const made = costCaseOf(given)
    assert.deepEqual(
      made?.options.map(({ lines }) => lines.map(({ driver }) => driver)),
      [['Staff'], ['Staff', 'Risk: Sure']],
    )
    for (const { option, economic } of appraisalOf(given)?.options ?? []) {
      const lines = made?.options.find(({ id }) => id === option.id)?.lines ?? []
      near(
        lines.reduce((sum, { worth }) => sum + worth, 0),
        economic.npsv,
        1e-9,
      )
    }
  })

  it('draws what a risk costs from its range, and leaves what may change of one line as it stands', () => {
    const given = record([risk('usual', 'Flood', 100, 300, { low: 10, high: 40 })])
    const [usual] = spreads(given)
    near(usual?.curve[0], -100 - discounted * 420, 1)
    near(usual?.curve[100], -100 - discounted * 270, 1)
    const appraisal = appraisalOf(given) ?? assert.fail('it is not appraised')
    assert.deepEqual(Object.keys(whatIfOf(appraisal)[0]?.drivers ?? {}), ['Staff', 'Risks, as they are to be expected'])
  })
})
