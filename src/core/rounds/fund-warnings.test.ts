import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fundWarnings } from './fund-warnings.ts'

const fund = { budgetPounds: 1_000_000, places: 10, capPounds: 100_000, seniorOfficerName: 'A. Officer' }
const paying = (...amounts: (number | null)[]) => amounts.map((contributionPounds) => ({ contributionPounds }))
const codes = (...given: Parameters<typeof fundWarnings>): readonly string[] =>
  fundWarnings(...given).map(({ code }) => code)

it('has nothing to say of ten places at £100,000 out of £1m', () => {
  assert.deepEqual(codes(fund, paying(600_000, 400_000)), [])
})

it('warns when not every place can be at the cap, as with 24 places under £2m at £90,000', () => {
  const [warning] = fundWarnings({ ...fund, budgetPounds: 2_000_000, places: 24, capPounds: 90_000 }, paying(2_000_000))
  assert.equal(warning?.code, 'budget-below-cap-times-places')
  // 24 × 90,000 = 2,160,000, and 22 × 90,000 = 1,980,000 fits.
  assert.deepEqual(warning, {
    code: 'budget-below-cap-times-places',
    budgetPounds: 2_000_000,
    neededPounds: 2_160_000,
    shortPounds: 160_000,
    placesAtCap: 22,
  })
})

it('compares contributions with the budget only when all are stated', () => {
  assert.deepEqual(codes(fund, paying(500_000, 400_000)), ['contributions-not-the-budget'])
  assert.deepEqual(codes(fund, paying(500_000, null)), [])
})

it('says when nobody pays and nobody is responsible', () => {
  assert.deepEqual(codes({ ...fund, seniorOfficerName: '' }, []), ['senior-officer-missing', 'no-funder'])
})
