import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseRegister, registerColumns } from './parse-register.ts'

const header = registerColumns.join('\t')
const line = (fields: Partial<Record<(typeof registerColumns)[number], string>>): string =>
  registerColumns.map((column) => fields[column] ?? '').join('\t')
const good = { code: 'ADU', gss: 'E07000223', name: 'Adur District Council', short: 'Adur', kind: 'district' } as const
const problemsOf = (fields: Parameters<typeof line>[0]) => parseRegister(`${header}\n${line(fields)}`).problems

describe('reading a register file', () => {
  it('takes every column of a line', () => {
    const { authorities, problems } = parseRegister(
      `# comment\n${header}\n\n${line({
        ...good,
        former: 'E07000001,E07000002',
        region: 'South East',
        formed: '1974-04-01',
        shadow: '1973-05-01',
        last: '2027-03-31',
        county: 'WSX',
        combined: 'SBCA',
        successors: 'AAA,BBB',
      })}\n`,
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(authorities, [
      {
        code: 'ADU',
        gssCode: 'E07000223',
        formerGssCodes: ['E07000001', 'E07000002'],
        name: 'Adur District Council',
        shortName: 'Adur',
        kind: 'district',
        region: 'South East',
        formedOn: '1974-04-01',
        shadowFromOn: '1973-05-01',
        lastDayOn: '2027-03-31',
        countyCode: 'WSX',
        combinedAuthorityCode: 'SBCA',
        successorCodes: ['AAA', 'BBB'],
        illustrative: false,
      },
    ])
  })

  it('reads columns left off at the end of a line as empty, on Windows line ends too', () => {
    const { authorities, problems } = parseRegister(
      `${header}\r\nADU\tE07000223\t\tAdur District Council\tAdur\tdistrict\r\n`,
    )
    assert.deepEqual(problems, [])
    assert.equal(authorities[0]?.lastDayOn, null)
    assert.deepEqual(authorities[0]?.successorCodes, [])
  })

  it('marks what is in the made-up region as illustrative', () => {
    const { authorities } = parseRegister(`${header}\n${line({ ...good, gss: '', region: 'Illustrative' })}`)
    assert.equal(authorities[0]?.illustrative, true)
  })

  it('stops at a header that is not ours', () => {
    assert.deepEqual(parseRegister('# one\ncode,name\nADU,Adur'), {
      authorities: [],
      problems: [{ line: 2, code: 'header-wrong', found: 'code,name' }],
    })
  })

  it('lists every problem with its line, and leaves out the line alone', () => {
    const text = [
      header,
      line(good),
      line({ ...good, region: 'Mercia', formed: '1974-02-30' }),
      line({ ...good, code: 'ARU' }),
    ]
    const { authorities, problems } = parseRegister(text.join('\n'))
    assert.deepEqual(
      authorities.map(({ code }) => code),
      ['ADU', 'ARU'],
    )
    assert.deepEqual(problems, [
      { line: 3, code: 'field-malformed', column: 'region', value: 'Mercia' },
      { line: 3, code: 'field-malformed', column: 'formed', value: '1974-02-30' },
    ])
  })

  it('refuses what is missing, malformed or does not agree', () => {
    assert.deepEqual(problemsOf({ ...good, name: '' }), [{ line: 2, code: 'field-missing', column: 'name' }])
    assert.deepEqual(problemsOf({ ...good, kind: 'parish' }), [
      { line: 2, code: 'field-malformed', column: 'kind', value: 'parish' },
    ])
    assert.deepEqual(problemsOf({ ...good, gss: 'E0700022' }), [
      { line: 2, code: 'field-malformed', column: 'gss', value: 'E0700022' },
    ])
    assert.deepEqual(problemsOf({ ...good, gss: 'E06000223' }), [
      { line: 2, code: 'gss-not-of-kind', value: 'E06000223', kind: 'district' },
    ])
    assert.deepEqual(problemsOf({ ...good, successors: 'AAA,,BBB' }), [
      { line: 2, code: 'field-malformed', column: 'successors', value: 'AAA,,BBB' },
    ])
    assert.deepEqual(problemsOf({ ...good, formed: '2023-04-01', last: '2023-03-31' }), [
      { line: 2, code: 'days-out-of-order', value: '2023-03-31' },
    ])
    assert.deepEqual(problemsOf({ ...good, formed: '2023-04-01', shadow: '2023-04-01' }), [
      { line: 2, code: 'days-out-of-order', value: '2023-04-01' },
    ])
    assert.deepEqual(parseRegister(`${header}\n${line(good)}\tmore`).problems, [
      { line: 2, code: 'too-many-columns', found: 14 },
    ])
  })

  it('gives a code of its area to no body that has none', () => {
    assert.deepEqual(problemsOf({ ...good, kind: 'fire-authority' }), [
      { line: 2, code: 'gss-not-of-kind', value: 'E07000223', kind: 'fire-authority' },
    ])
  })
})
