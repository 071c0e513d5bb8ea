import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { amountsIn, redacted, redactedBlock } from './redact-figures.ts'

const figure = 1_213_402

describe('an amount that is withheld', () => {
  for (const said of [
    '£1,213,402',
    '£ 1213402',
    '1,213,402',
    '£1.2m',
    '£1.21 million',
    '1.2 million',
    '£1,213k',
    '£1,200,000',
  ])
    it(`is not said as ${said}`, () => {
      assert.equal(redacted(`It costs ${said}, we think.`, [figure]), 'It costs [withheld], we think.')
    })

  for (const said of ['£1.3m', '£1,213,500', '£1,100,000', '1.2', '12 staff', 'in 2026', '£12', '£1,213', '1,213,403'])
    it(`is not what ${said} says`, () => {
      assert.equal(redacted(`It says ${said}.`, [figure]), `It says ${said}.`)
    })

  it('is taken out of somebody’s own words, which then say so', () => {
    const quote = { kind: 'quote', from: 'UNISON', text: 'It costs £1.2m.' } as const
    assert.deepEqual(redactedBlock(quote, [figure]), { ...quote, text: 'It costs [withheld].', cut: true })
    assert.deepEqual(redactedBlock(quote, [7]), quote)
  })

  it('is read from every kind of piece, below nothing too, and nothing is none', () => {
    const blocks = [
      { kind: 'facts', rows: [{ name: 'A £1', value: ['£20', '£0'] }] },
      { kind: 'table', caption: '£300', columns: [{ text: '£4,000' }], rows: [['-£50,000', '7 years']] },
      { kind: 'quote', from: '£600,000', text: 'About £7m.' },
      { kind: 'finding', text: '£80.50' },
    ] as const
    assert.deepEqual(amountsIn(blocks), [1, 20, 300, 4000, 50_000, 600_000, 7_000_000, 80.5])
  })
})
