import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type McdaCase, totalAt, valueSwitches, weigh, weightLines, weightSwitches } from './index.ts'

/** A published options appraisal: three criteria weighted 3, 5 and 2, scored from 1 to 5. */
const published: McdaCase = {
  criteria: [
    { id: 'cost', swing: 3 },
    { id: 'security', swing: 5 },
    { id: 'speed', swing: 2 },
  ],
  options: ['Baseline', 'A', 'B'],
  values: [
    [5, 1, 4],
    [3, 3, 4],
    [1, 5, 1],
  ],
}

const near = (actual: number | null | undefined, expected: number) =>
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) <= 1e-9, `${actual} is not ${expected}`)

const value = fc.integer({ min: 0, max: 100 }).map((points) => points / 100)

const cases = fc.integer({ min: 2, max: 4 }).chain((criteria) =>
  fc.record({
    criteria: fc
      .array(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria })
      .map((swings) => swings.map((swing, at) => ({ id: `c${at}`, swing }))),
    options: fc.constant<readonly string[]>(['x', 'y', 'z']),
    values: fc.array(fc.array(value, { minLength: criteria, maxLength: criteria }), {
      minLength: 3,
      maxLength: 3,
    }),
  }),
)

describe('weights at which the lead changes hands', () => {
  it('are the published ones of security, with who takes over', () => {
    const pieces = weightSwitches(published, weigh(published)).filter(({ criterion }) => criterion === 'security')
    assert.deepEqual(
      pieces.map(({ when, leaders, now }) => [when, leaders, now]),
      [
        ['below', ['Baseline'], 0.5],
        ['above', ['B'], 0.5],
      ],
    )
    near(pieces[0]?.at, 0.375)
    near(pieces[1]?.at, 6 / 11)
  })

  it('are none where one option is best on everything', () => {
    const given = { ...published, values: [[9, 9, 9], ...published.values.slice(1)] }
    assert.deepEqual(weightSwitches(given, weigh(given)), [])
  })

  it('make those first who are said to be, just beyond them', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const result = weigh(given)
        for (const { criterion, at, when, leaders } of weightSwitches(given, result)) {
          const column = given.criteria.findIndex(({ id }) => id === criterion)
          const beyond = Math.min(1, Math.max(0, at + (when === 'above' ? 1e-6 : -1e-6)))
          const totals = weightLines(given.values, result.weights, column).map((line) => totalAt(line, beyond))
          for (const leader of leaders)
            assert.ok((totals[given.options.indexOf(leader)] ?? 0) >= Math.max(...totals) - 1e-7)
        }
      }),
    )
  })
})

describe('values at which the lead changes hands', () => {
  const switchOf = (option: string, criterion: string) =>
    valueSwitches(published, 1, 5).find((each) => each.option === option && each.criterion === criterion)

  it('are the published ones: A may fall to 2.6 on security, and B cannot catch up there', () => {
    near(switchOf('A', 'security')?.at, 2.6)
    assert.equal(switchOf('B', 'security')?.at, null)
    near(
      valueSwitches(published, 1, 6).find(({ option, criterion }) => option === 'B' && criterion === 'security')?.at,
      5.4,
    )
  })

  it('are none on a criterion without weight, nor for an option alone', () => {
    const free = { ...published, criteria: published.criteria.map(({ id }, at) => ({ id, swing: at === 0 ? 1 : 0 })) }
    for (const { criterion, at } of valueSwitches(free, 1, 5)) if (criterion !== 'cost') assert.equal(at, null)
    const alone = { ...published, options: ['A'], values: [[3, 3, 4]] }
    for (const { at } of valueSwitches(alone)) assert.equal(at, null)
  })

  it('put the leader level with another', () => {
    fc.assert(
      fc.property(cases, (given) => {
        for (const { option, criterion, at } of valueSwitches(given)) {
          if (at === null) continue
          const [row, column] = [given.options.indexOf(option), given.criteria.findIndex(({ id }) => id === criterion)]
          const values = given.values.map((each, place) => (place === row ? each.with(column, at) : each))
          const [first = 0, second = 0] = weigh({ ...given, values }).totals.toSorted((one, other) => other - one)
          assert.ok(Math.abs(first - second) < 1e-9, `${first} and ${second}`)
        }
      }),
    )
  })
})
