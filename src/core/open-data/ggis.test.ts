import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type GgisAward, type GgisScheme, ggisAwardColumns, ggisSchemeColumns, missingIn, yearsOf } from './index.ts'

const award: GgisAward = {
  scheme: 'fund/round',
  reference: 'DD-2026-AAAA1',
  name: 'Youth services',
  recipient: 'Bath and North East Somerset Council',
  recipientId: 'GB-LAE-BAS',
  adminEmail: 'fund@department.example',
  objective: 'A review of all options',
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
  pounds: 95_000,
}
const scheme: GgisScheme = {
  name: 'A fund, first round',
  reference: 'fund/round',
  pounds: 1_000_000,
  startsOn: '2026-04-01',
  years: 2,
  seniorOfficer: 'An Officer',
  adminEmail: 'fund@department.example',
  funder: 'A department',
  objective: 'New ways of delivering services',
}

/**
 * The first line of the file in which the Cabinet Office shows how awards to organisations are entered, to the letter.
 *
 * @see docs/sources.md#government-grants-information-system
 */
const published =
  'Scheme Reference No or System Scheme Reference No,Grant Award Reference Number,Grant Award Name,Recipient Name,Recipient ID,Recipient ID Type,Award Internal Grant Admin email,Get existing organisation address,Award Address 1,Award Address 2,Award City,Award County,Award Country,Award Postal Code,Allocation Method,Grant Award aims and Objectives,Award Start Date,Award End Date,Total Amount in funding agreement in GBP,CCoA L5,Payment frequency,If Instalment payments,Mode of payment,Is the grant monitored?,Reason for no monitoring,Against criteria from grant agreement?,Mode of monitoring,Risk Profile,Intermediary name 1,Intermediary Id 1,Intermediary Id Type 1,Intermediary Role 1,Intermediary name 2,Intermediary Id 2,Intermediary Id Type 2,Intermediary Role 2'

const rowOf = <Row>(columns: readonly { readonly heading: string; readonly cell: (row: Row) => unknown }[], row: Row) =>
  Object.fromEntries(columns.map(({ heading, cell }) => [heading, cell(row)]))

describe('an award for the Government Grants Information System', () => {
  it('has the columns of the published file, in its order', () => {
    assert.equal(ggisAwardColumns.map(({ heading }) => heading).join(','), published)
  })

  it('has codes and days as the system takes them', () => {
    const row = rowOf(ggisAwardColumns, award)
    // From the lists of the system: the kinds of ids, and of allocation.
    assert.ok(
      ['Charities Commission Number', 'Companies House Number', 'Other ID'].includes(String(row['Recipient ID Type'])),
    )
    assert.equal(row['Allocation Method'], 'General Grants - Competed')
    assert.deepEqual([row['Award Start Date'], row['Award End Date']], ['01/12/2026', '30/11/2027'])
    assert.equal(row['Total Amount in funding agreement in GBP'], 95_000)
  })

  it('says what the system asks for and nobody here knows', () => {
    const never = ['CCoA L5', 'Payment frequency', 'Mode of payment', 'Is the grant monitored?', 'Risk Profile']
    assert.deepEqual(missingIn(ggisAwardColumns, award), never)
    assert.deepEqual(missingIn(ggisAwardColumns, { ...award, endsOn: null, objective: '' }), [
      'Grant Award aims and Objectives',
      'Award End Date',
      ...never,
    ])
  })
})

describe('a scheme for the Government Grants Information System', () => {
  it('says what the system asks for and nobody here knows', () => {
    assert.deepEqual(missingIn(ggisSchemeColumns, scheme), [
      'Authority Act',
      'Considered by the Grants Advice Panel?',
      'Scheme risk profile',
      'Public funding source',
      'Capital/ Resource',
      'Primary Purpose',
      'COFOG L2',
    ])
    assert.ok(missingIn(ggisSchemeColumns, { ...scheme, seniorOfficer: '', years: null }).includes('Duration (years)'))
  })

  it('runs for whole years, so that its last grant ends within', () => {
    assert.equal(yearsOf('2026-04-01', ['2027-03-31', '2026-12-31']), 1)
    assert.equal(yearsOf('2026-04-01', ['2027-04-01']), 2)
    assert.equal(yearsOf('2028-02-29', ['2029-02-28']), 1)
    assert.equal(yearsOf('2028-02-29', ['2029-03-01']), 2)
    for (const ends of [[], [null], ['2027-03-31', null], ['2099-01-01']])
      assert.equal(yearsOf('2026-04-01', ends), null)
    assert.equal(yearsOf(null, ['2027-03-31']), null)
  })
})
