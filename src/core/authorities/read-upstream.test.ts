import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readUpstream, type UpstreamRow } from './read-upstream.ts'

const row = (facts: UpstreamRow = {}): UpstreamRow => ({
  'local-authority-code': 'BST',
  'official-name': 'Bristol City Council',
  'nice-name': 'Bristol',
  'gss-code': 'E06000023',
  'start-date': '',
  'end-date': '',
  'replaced-by': '',
  nation: 'England',
  region: 'South West',
  'local-authority-type': 'UA',
  'local-authority-type-name': 'Unitary authority',
  'county-la': '',
  'combined-authority': 'WECA',
  'former-gss-codes': '',
  ...facts,
})
const county = row({
  'local-authority-code': 'DBY',
  'official-name': 'Derbyshire County Council',
  'gss-code': 'E10000007',
  'local-authority-type': 'CTY',
  region: 'West Midlands',
})
const district = (code: string, gss: string): UpstreamRow =>
  row({
    'local-authority-code': code,
    'gss-code': gss,
    'local-authority-type': 'NMD',
    region: 'East Midlands',
    'county-la': 'DBY',
  })

describe('reading the upstream register', () => {
  it('takes the published columns', () => {
    assert.deepEqual(readUpstream([row({ 'start-date': '1996-04-01', 'former-gss-codes': 'E06000001' })]), {
      authorities: [
        {
          code: 'BST',
          gssCode: 'E06000023',
          formerGssCodes: ['E06000001'],
          name: 'Bristol City Council',
          shortName: 'Bristol',
          kind: 'unitary',
          region: 'South West',
          formedOn: '1996-04-01',
          shadowFromOn: null,
          lastDayOn: null,
          countyCode: null,
          combinedAuthorityCode: 'WECA',
          successorCodes: [],
          illustrative: false,
        },
      ],
      problems: [],
      skipped: 0,
    })
  })

  it('takes the columns of an extract, which has English rows alone', () => {
    const { authorities, problems } = readUpstream([
      {
        code: 'NSM',
        name: 'North Somerset  Council',
        short_name: 'North Somerset',
        gss: 'E06000024',
        type: 'UA',
        region: 'South West',
        end_date: '',
        replaced_by: '',
      },
    ])
    assert.deepEqual(problems, [])
    assert.equal(authorities[0]?.name, 'North Somerset Council')
    assert.equal(authorities[0]?.kind, 'unitary')
  })

  it('skips the other nations', () => {
    const { authorities, skipped } = readUpstream([row(), row({ nation: 'Wales', 'gss-code': 'W06000015' })])
    assert.equal(authorities.length, 1)
    assert.equal(skipped, 1)
  })

  it('says which columns a wrong file lacks', () => {
    const { problems } = readUpstream([{ name: 'x', gss: 'y' }])
    assert.deepEqual(
      problems.map(({ column, code }) => `${column} ${code}`),
      ['local-authority-code', 'nice-name', 'end-date', 'replaced-by', 'region', 'local-authority-type'].map(
        (column) => `${column} column-missing`,
      ),
    )
  })

  it('ends a body the day before its successor starts, and leaves a true last day alone', () => {
    const ended = { 'replaced-by': 'AAA, BBB' }
    const { authorities } = readUpstream([
      row({ ...ended, 'end-date': '2023-04-01' }),
      row({ ...ended, 'local-authority-code': 'KEP', 'end-date': '2023-03-31' }),
      row({ 'local-authority-code': 'AAA', 'start-date': '2022-01-01' }),
      row({ 'local-authority-code': 'BBB', 'start-date': '2023-04-01' }),
    ])
    assert.deepEqual(
      authorities.map(({ lastDayOn }) => lastDayOn),
      ['2023-03-31', '2023-03-31', null, null],
    )
    assert.deepEqual(authorities[0]?.successorCodes, ['AAA', 'BBB'])
  })

  it('does not take the summer in which the records began for a day of forming', () => {
    const { authorities } = readUpstream([
      row({ 'start-date': '2005-06-18' }),
      row({ 'local-authority-code': 'B', 'start-date': '2009-04-01' }),
    ])
    assert.deepEqual(
      authorities.map(({ formedOn }) => formedOn),
      [null, '2009-04-01'],
    )
  })

  it('leaves out a row that cannot be a body, with its row and column', () => {
    const { authorities, problems } = readUpstream([
      row(),
      row(),
      row({ 'local-authority-code': '', 'gss-code': '' }),
      row({ 'local-authority-code': 'B', 'gss-code': 'E0600002' }),
      row({ 'local-authority-code': 'C', 'local-authority-type': 'PAR' }),
      row({ 'local-authority-code': 'D', 'local-authority-type': 'MD' }),
    ])
    assert.equal(authorities.length, 1)
    assert.deepEqual(problems, [
      { row: 3, column: 'local-authority-code', code: 'code-used-twice', value: 'BST' },
      { row: 4, column: 'local-authority-code', code: 'value-missing' },
      { row: 4, column: 'gss-code', code: 'value-missing' },
      { row: 5, column: 'gss-code', code: 'value-malformed', value: 'E0600002' },
      { row: 6, column: 'local-authority-type', code: 'value-unknown', value: 'PAR' },
      { row: 7, column: 'gss-code', code: 'gss-not-of-kind', value: 'E06000023' },
    ])
  })

  it('drops a wrong value of a row that is otherwise good', () => {
    const { authorities, problems } = readUpstream([row({ region: 'Illustrative', 'end-date': '31/03/2023' })])
    assert.equal(authorities[0]?.region, null)
    assert.equal(authorities[0]?.lastDayOn, null)
    assert.deepEqual(
      new Set(problems.map(({ row: number, column, code }) => `${number} ${column} ${code}`)),
      new Set(['2 region value-unknown', '2 end-date value-malformed']),
    )
  })

  it('does not take the region of a county that lies elsewhere than most of its districts', () => {
    const districts = [district('AMB', 'E07000032'), district('BOS', 'E07000033')]
    const { authorities, problems } = readUpstream([county, ...districts])
    assert.equal(authorities[0]?.region, null)
    assert.deepEqual(problems, [
      { row: 2, column: 'region', code: 'region-not-of-districts', value: 'West Midlands', expected: 'East Midlands' },
    ])
    const { authorities: agreeing } = readUpstream([{ ...county, region: 'East Midlands' }, ...districts])
    assert.equal(agreeing[0]?.region, 'East Midlands')
  })
})
