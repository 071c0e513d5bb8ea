import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { countOf, type MonthCounts, performanceOf, readCost, type Share, shareOf } from './index.ts'

const nothing: MonthCounts = {
  month: '2026-01',
  begun: 0,
  completed: 0,
  submitted: 0,
  assisted: 0,
  medianHours: null,
  timed: 0,
  ratings: 0,
  satisfied: 0,
  costPounds: null,
}

describe('what is published of counts', () => {
  it('is the share in whole percent, where neither side of it is few', () => {
    assert.deepEqual(shareOf(45, 60), { percent: 75, of: 60 })
    assert.deepEqual(shareOf(60, 60), { percent: 100, of: 60 })
    assert.deepEqual(shareOf(0, 60), { percent: 0, of: 60 })
    assert.equal(shareOf(0, 0), 'none')
    for (const [part, whole] of [
      [1, 60],
      [56, 60],
      [4, 4],
      [0, 3],
    ] as const)
      assert.equal(shareOf(part, whole), 'few')
    assert.deepEqual([0, 1, 4, 5].map(countOf), [0, 'few', 'few', 5])
  })

  it('never lets one to four people be told, by a figure or by taking months from the whole', () => {
    const some = fc.array(fc.record({ part: fc.nat(30), rest: fc.nat(30) }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, (list) => {
        const counts = list.map(({ part, rest }, index): MonthCounts => {
          const whole = part + rest
          return {
            ...nothing,
            month: `2026-0${index + 1}`,
            begun: whole,
            completed: part,
            ratings: whole,
            satisfied: part,
          }
        })
        const { months, all } = performanceOf(counts)
        for (const figure of ['completion', 'satisfaction'] as const) {
          const known = (share: Share) => (typeof share === 'object' ? share.of : 0)
          const shown = months.reduce((total, month) => total + known(month[figure]), 0)
          assert.equal(known(all[figure]), shown, 'the whole is that of the months that are shown')
          for (const month of months) assert.ok(known(month[figure]) === 0 || known(month[figure]) >= 5)
        }
      }),
    )
  })
})

describe('how the service performs', () => {
  const october = {
    ...nothing,
    month: '2026-10',
    begun: 40,
    completed: 30,
    submitted: 25,
    assisted: 5,
    medianHours: 12,
    timed: 20,
    ratings: 20,
    satisfied: 15,
    costPounds: 5000,
  }
  const november = { ...october, month: '2026-11', begun: 10, completed: 5, submitted: 4, timed: 4, costPounds: 800 }

  it('is told month by month, the latest first, without what is few', () => {
    const { months } = performanceOf([october, november])
    assert.deepEqual(months[1], {
      month: '2026-10',
      completion: { percent: 75, of: 40 },
      submitted: 25,
      medianHours: 12,
      digital: { percent: 80, of: 25 },
      satisfaction: { percent: 75, of: 20 },
      poundsEach: 200,
    })
    assert.deepEqual(
      [months[0]?.month, months[0]?.submitted, months[0]?.medianHours, months[0]?.poundsEach],
      ['2026-11', 'few', null, null],
    )
  })

  it('is summed over the months that are shown', () => {
    const { all } = performanceOf([october, november])
    assert.deepEqual(all, {
      completion: { percent: 70, of: 50 },
      submitted: 25,
      digital: { percent: 80, of: 25 },
      satisfaction: { percent: 75, of: 40 },
      poundsEach: 200,
    })
  })

  it('is nothing where nothing happened', () => {
    const { months, all } = performanceOf([])
    assert.deepEqual(months, [])
    assert.deepEqual(all, { completion: 'none', submitted: 0, digital: 'none', satisfaction: 'none', poundsEach: null })
  })
})

it('a cost is read, or all that is wrong with it is said', () => {
  assert.deepEqual(
    readCost({ month: { month: 'Nov', year: '2026' }, pounds: '£12,000', source: ' Ledger ' }, '2026-11'),
    {
      ok: true,
      value: { month: '2026-11', pounds: 12000, source: 'Ledger' },
    },
  )
  const codes = (typed: string, pounds: string, source: string) => {
    const [year = '', month = ''] = typed.split('-')
    const read = readCost({ month: { month, year }, pounds, source }, '2026-11')
    return read.ok ? [] : read.problems.map(({ code }) => code)
  }
  assert.deepEqual(codes('', '', ''), ['month-missing', 'pounds-missing', 'source-missing'])
  assert.deepEqual(codes('2026-12', '-5', 'x'.repeat(301)), ['month-to-come', 'pounds-missing', 'source-too-long'])
  assert.deepEqual(codes('2026-13', '12.50', 'Ledger'), ['month-missing', 'pounds-missing'])
  assert.deepEqual(codes('1926-11', '12', 'Ledger'), ['month-missing'])
})
