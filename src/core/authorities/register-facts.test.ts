import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { type Authority, gssPrefix, isPrincipalCouncil, registerOf } from './authority.ts'
import { checkRegister } from './check-register.ts'
import { checkLead, mayLeadOn, principalCouncilsMayLead } from './eligible.ts'
import { parseRegister } from './parse-register.ts'
import { inBeingOn, predecessorsOf, standInsOn } from './succession.ts'

const folder = new URL('../../../database/seeds/authorities/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
const parsed = files.map((file) => ({ file, ...parseRegister(readFileSync(new URL(file, folder), 'utf8')) }))
const authorities = parsed.flatMap((each) => each.authorities)
const register = registerOf(authorities)
const real = authorities.filter(({ illustrative }) => !illustrative)

const councilsOn = (day: string): readonly Authority[] =>
  inBeingOn(register, day).filter(({ kind, illustrative }) => isPrincipalCouncil(kind) && !illustrative)

const countBy = (bodies: readonly Authority[], fact: 'kind' | 'region'): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const body of bodies) counts[String(body[fact])] = (counts[String(body[fact])] ?? 0) + 1
  return counts
}

describe('the register in the box', () => {
  it('is read without a problem, and holds together', () => {
    assert.equal(files.length, 5)
    assert.deepEqual(
      parsed.flatMap(({ file, problems }) => problems.map((problem) => ({ file, ...problem }))),
      [],
    )
    assert.deepEqual(checkRegister(authorities), [])
  })

  it('has the 317 principal councils in being from April 2023, by kind', () => {
    assert.deepEqual(countBy(councilsOn('2026-01-01'), 'kind'), {
      county: 21,
      district: 164,
      unitary: 63,
      'metropolitan-district': 36,
      'london-borough': 32,
      'city-of-london': 1,
    })
  })

  it('has the 353 principal councils in being at the deadline of 2014, by kind', () => {
    assert.deepEqual(countBy(councilsOn('2014-02-10'), 'kind'), {
      county: 27,
      district: 201,
      unitary: 56,
      'metropolitan-district': 36,
      'london-borough': 32,
      'city-of-london': 1,
    })
  })

  it('has them by region, as counted from a map', () => {
    assert.deepEqual(countBy(councilsOn('2026-01-01'), 'region'), {
      'East Midlands': 39,
      'East of England': 50,
      London: 33,
      'North East': 12,
      'North West': 36,
      'South East': 70,
      'South West': 29,
      'West Midlands': 33,
      'Yorkshire and The Humber': 15,
    })
  })

  it('falls from 353 to 317 with each reorganisation', () => {
    // 2019: Dorset 9 to 2, Suffolk 4 to 2, Somerset 2 to 1. 2020: Buckinghamshire 5 to 1. 2021: Northamptonshire 8 to 2.
    // 2023: Cumbria 7 to 2, North Yorkshire 8 to 1, Somerset 5 to 1.
    const days = ['2019-03-31', '2019-04-01', '2020-04-01', '2021-04-01', '2023-03-31', '2023-04-01']
    assert.deepEqual(
      days.map((day) => councilsOn(day).length),
      [353, 343, 339, 333, 333, 317],
    )
  })

  it('gives every district a county in being as long as it is', () => {
    for (const district of authorities.filter(({ kind }) => kind === 'district')) {
      const county = register.get(district.countyCode ?? '')
      assert.equal(county?.kind, 'county', district.name)
      assert.equal(county.region, district.region, district.name)
      assert.ok((county.lastDayOn ?? '9999') >= (district.lastDayOn ?? '9999'), district.name)
    }
  })

  it('gives every body that ended successors in being the day after and now', () => {
    const ended = authorities.filter(({ lastDayOn }) => lastDayOn !== null)
    for (const { code, name, lastDayOn, successorCodes } of ended) {
      assert.ok(standInsOn(register, code, '2026-01-01').length > 0, name)
      for (const successor of successorCodes) {
        const { formedOn } = register.get(successor) ?? {}
        assert.equal(Date.parse(formedOn ?? '') - Date.parse(lastDayOn ?? ''), 86_400_000, `${name} to ${successor}`)
      }
    }
  })

  it('forms each new council of 2019 to 2023 out of those that ended for it', () => {
    const counts = Object.fromEntries(
      ['BPC', 'DST', 'ESK', 'WSK', 'SWT', 'BUC', 'NNT', 'WNT', 'CBD', 'WAF', 'NYE', 'SMT'].map((code) => [
        code,
        predecessorsOf(register, code).length,
      ]),
    )
    assert.deepEqual(counts, {
      BPC: 3,
      DST: 6,
      ESK: 2,
      WSK: 2,
      SWT: 2,
      BUC: 5,
      NNT: 5,
      WNT: 4,
      CBD: 4,
      WAF: 4,
      NYE: 8,
      SMT: 5,
    })
  })

  it('has a GSS code of the right prefix for every council and combined authority', () => {
    for (const { name, kind, gssCode } of real) {
      assert.equal(gssCode?.slice(0, 3) ?? null, gssPrefix(kind), name)
    }
  })

  it('uses no GSS code, name or short name for two bodies', () => {
    const used = real.flatMap(({ gssCode, formerGssCodes }) => [...(gssCode ? [gssCode] : []), ...formerGssCodes])
    assert.equal(new Set(used).size, used.length)
    const names = authorities.map(({ name }) => name)
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    )
    const short = inBeingOn(register, '2026-01-01').map(({ shortName }) => shortName)
    assert.deepEqual(
      short.filter((name, index) => short.indexOf(name) !== index),
      [],
    )
  })

  it('has the constituents of every combined authority, as their orders count them', () => {
    const constituents = councilsOn('2026-01-01').filter(({ combinedAuthorityCode }) => combinedAuthorityCode !== null)
    const counts: Record<string, number> = {}
    for (const { combinedAuthorityCode } of constituents) {
      const code = String(combinedAuthorityCode)
      counts[code] = (counts[code] ?? 0) + 1
    }
    assert.deepEqual(counts, {
      CPCA: 7,
      DTCA: 2,
      EMCA: 4,
      GLA: 33,
      GLCA: 3,
      GMCA: 10,
      HYCA: 2,
      LCCA: 3,
      LCR: 6,
      NEMCA: 7,
      SCR: 4,
      TVCA: 5,
      WECA: 3,
      WMCA: 7,
      WYCA: 5,
      YNYC: 2,
    })
  })

  it('knows one combined authority at the deadline of 2014 and fifteen at the end of 2025', () => {
    const combinedOn = (day: string) =>
      inBeingOn(register, day).filter(({ kind, illustrative }) => kind === 'combined-authority' && !illustrative)
    assert.deepEqual(
      combinedOn('2014-02-10').map(({ code }) => code),
      ['GMCA'],
    )
    assert.equal(combinedOn('2025-12-31').length, 15)
  })

  it('has eighteen made-up authorities, none of which may lead in a real round', () => {
    const madeUp = authorities.filter(({ illustrative }) => illustrative)
    assert.equal(madeUp.length, 18)
    for (const { code, gssCode, region } of madeUp) {
      assert.equal(gssCode, null)
      assert.equal(region, 'Illustrative')
      assert.equal(checkLead(register, code, principalCouncilsMayLead, '2026-01-01').ok, false)
    }
  })

  it('invites 317 authorities to a round for principal councils', () => {
    assert.equal(mayLeadOn(register, principalCouncilsMayLead, '2026-01-01').length, 317)
    // The two shadow councils of Cumbria are invited beside the seven that they will follow.
    assert.equal(mayLeadOn(register, principalCouncilsMayLead, '2022-06-01').length, 335)
  })
})
