import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readNumber } from './field-problem.ts'
import { type FunderTyped, type FundTyped, readFund, readFunder } from './read-fund.ts'

/** As announced in January 2014: £1m, ten places, up to £100,000 of support each. */
const asIn2014: FundTyped = {
  name: 'Delivering Differently',
  slug: 'delivering-differently',
  summary: '',
  awardType: 'support-in-kind',
  budgetPounds: '£1,000,000',
  places: '10',
  capPounds: '100 000',
  vat: 'not-stated',
  seniorOfficerName: '',
  seniorOfficerTitle: '',
}

const codes = (typed: FundTyped): readonly string[] => {
  const read = readFund(typed)
  return read.ok ? [] : read.problems.map(({ code, field }) => `${field} ${code}`)
}

describe('reading a fund', () => {
  it('takes amounts as people write them', () => {
    const read = readFund(asIn2014)
    assert.ok(read.ok)
    assert.deepEqual([read.value.budgetPounds, read.value.places, read.value.capPounds], [1_000_000, 10, 100_000])
  })

  it('says everything that is wrong at once, in the order of the form', () => {
    const wrong = {
      ...asIn2014,
      name: ' ',
      slug: 'Not Plain',
      awardType: '',
      budgetPounds: '0',
      places: '-3',
      capPounds: 'lots',
      vat: 'maybe',
    }
    assert.deepEqual(codes(wrong), [
      'name missing',
      'slug slug-not-plain',
      'awardType missing',
      'budgetPounds too-small',
      'places too-small',
      'capPounds not-a-number',
      'vat choice-unknown',
    ])
  })

  it('refuses half a place, a billion too many and an address of the service itself', () => {
    assert.deepEqual(codes({ ...asIn2014, places: '2.5' }), ['places not-whole'])
    assert.deepEqual(codes({ ...asIn2014, budgetPounds: '3,000,000,000' }), ['budgetPounds too-large'])
    assert.deepEqual(codes({ ...asIn2014, slug: 'new' }), ['slug slug-reserved'])
  })

  it('lets a budget be below cap times places: twenty-four places at £90,000 shared £2m', () => {
    assert.deepEqual(codes({ ...asIn2014, budgetPounds: '2,000,000', places: '24', capPounds: '90,000' }), [])
  })

  it('reads back every amount that it can write with commas and a pound sign', () => {
    const write = new Intl.NumberFormat('en-GB')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (amount) => {
        const read = readNumber('budget', ` £${write.format(amount)} `, { least: 1, most: 2_000_000_000 })
        assert.deepEqual(read, { ok: true, value: amount })
      }),
    )
  })

  it('keeps one decimal where one is allowed, and no more', () => {
    const limits = { least: 0.1, most: 1000, decimals: 1 } as const
    assert.deepEqual(readNumber('hours', '12.3', limits), { ok: true, value: 12.3 })
    assert.equal(readNumber('hours', '12.34', limits).ok, false)
  })
})

describe('reading a funder', () => {
  const silent: FunderTyped = { contributionPounds: '', logoText: '', quote: '', quoteSpeaker: '', quoteSourceUrl: '' }

  it('takes a blank contribution as not stated, and nought as nought', () => {
    const blank = readFunder(silent)
    const nought = readFunder({ ...silent, contributionPounds: '0' })
    assert.ok(blank.ok && nought.ok)
    assert.equal(blank.value.contributionPounds, null)
    assert.equal(nought.value.contributionPounds, 0)
  })

  it('asks who said a quote, and for a web address to read it at', () => {
    const read = readFunder({ ...silent, quote: 'A great chance.', quoteSourceUrl: 'javascript:alert(1)' })
    assert.deepEqual(!read.ok && read.problems.map(({ code }) => code), ['quote-without-speaker', 'not-a-web-address'])
  })
})
