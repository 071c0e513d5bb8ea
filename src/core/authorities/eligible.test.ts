import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { registerOf } from './authority.ts'
import { checkLead, type LeadRule, mayLeadOn, principalCouncilsMayLead, sharingAreaOn } from './eligible.ts'
import { parseRegister, registerColumns } from './parse-register.ts'

const { authorities, problems } = parseRegister(
  [
    registerColumns.join('\t'),
    'CAM\t\t\tCambridgeshire County Council\tCambridgeshire\tcounty\t\t\t\t\t\tCPCA',
    'FEN\t\t\tFenland District Council\tFenland\tdistrict\t\t\t\t\tCAM\tCPCA',
    'PTE\t\t\tPeterborough City Council\tPeterborough\tunitary\t\t\t\t\t\tCPCA',
    'CPCA\t\t\tCambridgeshire and Peterborough Combined Authority\tC&P\tcombined-authority\t\t2017-03-03',
    'LIN\t\t\tLincolnshire County Council\tLincolnshire\tcounty\t\t\t\t\t\tGLCA',
    'BOS\t\t\tBoston Borough Council\tBoston\tdistrict\t\t\t\t\tLIN',
    'GLCA\t\t\tGreater Lincolnshire Combined County Authority\tGL\tcombined-authority\t\t2025-02-05',
    'ALL\t\t\tAllerdale Borough Council\tAllerdale\tdistrict\t\t\t\t2023-03-31\tCMA\t\tCBD',
    'CMA\t\t\tCumbria County Council\tCumbria\tcounty\t\t\t\t2023-03-31\t\t\tCBD',
    'CBD\t\t\tCumberland Council\tCumberland\tunitary\t\t2023-04-01\t2022-05-05',
    'fire-avon\t\t\tAvon Fire Authority\tAvon (fire)\tfire-authority',
    'X-EXBRIDGE\t\t\tExbridge Council\tExbridge\tunitary\tIllustrative',
  ].join('\n'),
)
const register = registerOf(authorities)
const check = (code: string, day = '2026-01-01', rule: Partial<LeadRule> = {}) =>
  checkLead(register, code, { ...principalCouncilsMayLead, ...rule }, day)
const sharing = (code: string, day = '2026-01-01') => sharingAreaOn(register, code, day).map((each) => each.code)

describe('who may lead', () => {
  it('reads its own examples', () => assert.deepEqual(problems, []))

  it('lets a principal council in being lead', () => {
    const result = check('FEN')
    assert.ok(result.ok)
    assert.equal(result.value.name, 'Fenland District Council')
  })

  it('refuses a code that is not there', () => {
    assert.deepEqual(check('XYZ'), { ok: false, problems: [{ code: 'authority-unknown', authority: 'XYZ' }] })
  })

  it('points from an ended council to whoever stands in its place', () => {
    assert.deepEqual(check('ALL', '2023-04-01'), {
      ok: false,
      problems: [{ code: 'authority-ended', authority: 'ALL', lastDayOn: '2023-03-31', successors: ['CBD'] }],
    })
    assert.equal(check('ALL', '2023-03-31').ok, true)
  })

  it('lets a shadow authority lead, if the round does, and not before it is one', () => {
    const notFormed = {
      code: 'authority-not-formed',
      authority: 'CBD',
      formedOn: '2023-04-01',
      shadowFromOn: '2022-05-05',
    }
    assert.equal(check('CBD', '2022-05-05').ok, true)
    assert.deepEqual(check('CBD', '2022-05-04'), { ok: false, problems: [notFormed] })
    assert.deepEqual(check('CBD', '2022-05-05', { shadowMayLead: false }), { ok: false, problems: [notFormed] })
    assert.equal(check('CBD', '2023-04-01', { shadowMayLead: false }).ok, true)
  })

  it('keeps to the kinds of the round, and says everything at once', () => {
    assert.deepEqual(check('CPCA', '2017-03-02'), {
      ok: false,
      problems: [
        { code: 'authority-kind-not-eligible', authority: 'CPCA', kind: 'combined-authority' },
        { code: 'authority-not-formed', authority: 'CPCA', formedOn: '2017-03-03', shadowFromOn: null },
      ],
    })
    assert.equal(check('CPCA', '2026-01-01', { kinds: ['combined-authority'] }).ok, true)
    assert.equal(check('fire-avon').ok, false)
  })

  it('keeps made-up authorities and real ones apart, both ways', () => {
    assert.deepEqual(check('X-EXBRIDGE'), {
      ok: false,
      problems: [{ code: 'authority-illustrative', authority: 'X-EXBRIDGE' }],
    })
    assert.equal(check('X-EXBRIDGE', '2026-01-01', { illustrative: true }).ok, true)
    assert.deepEqual(check('FEN', '2026-01-01', { illustrative: true }), {
      ok: false,
      problems: [{ code: 'authority-not-illustrative', authority: 'FEN' }],
    })
  })

  it('invites exactly those that may lead', () => {
    const invited = mayLeadOn(register, principalCouncilsMayLead, '2026-01-01').map(({ code }) => code)
    assert.deepEqual(invited, ['CAM', 'FEN', 'PTE', 'LIN', 'BOS', 'CBD'])
  })
})

describe('bodies that share an area and count separately', () => {
  it('are a district, its county and their combined authority, seen from each', () => {
    assert.deepEqual(sharing('FEN'), ['CAM', 'CPCA'])
    assert.deepEqual(sharing('CAM'), ['FEN', 'CPCA'])
    assert.deepEqual(sharing('CPCA'), ['CAM', 'FEN', 'PTE'])
    assert.deepEqual(sharing('PTE'), ['CPCA'])
  })

  it('include the combined authority of a county whose districts are no constituents', () => {
    assert.deepEqual(sharing('BOS'), ['LIN', 'GLCA'])
    assert.deepEqual(sharing('GLCA'), ['LIN', 'BOS'])
  })

  it('are only those in being on the day', () => {
    assert.deepEqual(sharing('FEN', '2014-02-10'), ['CAM'])
    assert.deepEqual(sharing('ALL', '2014-02-10'), ['CMA'])
    assert.deepEqual(sharing('CMA', '2024-01-01'), [])
    assert.deepEqual(sharing('XYZ'), [])
  })
})
