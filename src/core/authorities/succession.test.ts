import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Authority, type Register, registerOf } from './authority.ts'
import { ancestorsOf, inBeingOn, predecessorsOf, standInsOn, standingOn } from './succession.ts'

const body = (code: string, facts: Partial<Authority> = {}): Authority => ({
  code,
  gssCode: null,
  formerGssCodes: [],
  name: `${code} Council`,
  shortName: code,
  kind: 'unitary',
  region: null,
  formedOn: null,
  shadowFromOn: null,
  lastDayOn: null,
  countyCode: null,
  combinedAuthorityCode: null,
  successorCodes: [],
  illustrative: false,
  ...facts,
})

const codes = (authorities: readonly Authority[]): readonly string[] => authorities.map(({ code }) => code)

// West Somerset became part of one council in 2019, and that of another in 2023.
const somerset = registerOf([
  body('WSO', { lastDayOn: '2019-03-31', successorCodes: ['SWT'] }),
  body('TAU', { lastDayOn: '2019-03-31', successorCodes: ['SWT'] }),
  body('SWT', { formedOn: '2019-04-01', lastDayOn: '2023-03-31', successorCodes: ['SMT'] }),
  body('SOM', { lastDayOn: '2023-03-31', successorCodes: ['SMT'] }),
  body('SMT', { formedOn: '2023-04-01' }),
])

describe('the life of a body', () => {
  const cumberland = body('CBD', { formedOn: '2023-04-01', shadowFromOn: '2022-05-05', lastDayOn: '2040-03-31' })

  it('goes from not yet to shadow to in being to ended, on the first day and after the last', () => {
    const days = ['2022-05-04', '2022-05-05', '2023-03-31', '2023-04-01', '2040-03-31', '2040-04-01']
    assert.deepEqual(
      days.map((day) => standingOn(cumberland, day)),
      ['not-yet', 'shadow', 'shadow', 'in-being', 'in-being', 'ended'],
    )
  })

  it('has no shadow unless a day is recorded for it', () => {
    assert.equal(standingOn(body('NEW', { formedOn: '2023-04-01' }), '2023-03-31'), 'not-yet')
  })

  it('has always been, when no day of forming is recorded', () => {
    assert.equal(standingOn(body('LND'), '1066-10-14'), 'in-being')
  })
})

describe('succession', () => {
  it('follows two reorganisations to whoever is in being on the day', () => {
    assert.deepEqual(codes(standInsOn(somerset, 'WSO', '2019-03-31')), ['WSO'])
    assert.deepEqual(codes(standInsOn(somerset, 'WSO', '2019-04-01')), ['SWT'])
    assert.deepEqual(codes(standInsOn(somerset, 'WSO', '2023-03-31')), ['SWT'])
    assert.deepEqual(codes(standInsOn(somerset, 'WSO', '2023-04-01')), ['SMT'])
  })

  it('names every council that shares out the area, the chief one first', () => {
    const cumbria = registerOf([
      body('WAF', { formedOn: '2023-04-01' }),
      body('CMA', { lastDayOn: '2023-03-31', successorCodes: ['CBD', 'WAF'] }),
      body('CBD', { formedOn: '2023-04-01' }),
    ])
    assert.deepEqual(codes(standInsOn(cumbria, 'CMA', '2024-01-01')), ['CBD', 'WAF'])
  })

  it('reads the chief line to its end before the next', () => {
    const line = registerOf([
      body('OLD', { lastDayOn: '2019-03-31', successorCodes: ['MID', 'SIDE'] }),
      body('MID', { formedOn: '2019-04-01', lastDayOn: '2023-03-31', successorCodes: ['NEW'] }),
      body('SIDE', { formedOn: '2019-04-01' }),
      body('NEW', { formedOn: '2023-04-01' }),
    ])
    assert.deepEqual(codes(standInsOn(line, 'OLD', '2024-01-01')), ['NEW', 'SIDE'])
  })

  it('does not count a body in a circle as its own ancestor', () => {
    const circle = registerOf([
      body('A', { lastDayOn: '2019-03-31', successorCodes: ['B'] }),
      body('B', { lastDayOn: '2020-03-31', successorCodes: ['A'] }),
    ])
    assert.deepEqual(codes(ancestorsOf(circle, 'A')), ['B'])
  })

  it('knows nobody for an unknown code, a body not yet formed, or an end without a successor', () => {
    assert.deepEqual(standInsOn(somerset, 'XXX', '2024-01-01'), [])
    assert.deepEqual(standInsOn(somerset, 'SMT', '2022-01-01'), [])
    assert.deepEqual(standInsOn(registerOf([body('A', { lastDayOn: '2000-01-01' })]), 'A', '2024-01-01'), [])
  })

  it('looks back one step, and all the way', () => {
    assert.deepEqual(codes(predecessorsOf(somerset, 'SMT')), ['SWT', 'SOM'])
    assert.deepEqual(codes(ancestorsOf(somerset, 'SMT')), ['SWT', 'SOM', 'WSO', 'TAU'])
  })

  it('counts who was in being on a day', () => {
    assert.deepEqual(codes(inBeingOn(somerset, '2014-02-10')), ['WSO', 'TAU', 'SOM'])
    assert.deepEqual(codes(inBeingOn(somerset, '2026-01-01')), ['SMT'])
  })
})

// A history: each body may end in a year and pass to any bodies whatever, so that circles and gaps occur too.
const history = fc
  .array(
    fc.record({
      formed: fc.option(fc.integer({ min: 2000, max: 2030 })),
      lasts: fc.option(fc.integer({ min: 0, max: 15 })),
      successors: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((bodies) =>
    bodies.map(({ formed, lasts, successors }, index) =>
      body(`B${index}`, {
        formedOn: formed === null ? null : `${formed}-04-01`,
        lastDayOn: lasts === null ? null : `${(formed ?? 2000) + lasts + 1}-03-31`,
        successorCodes: lasts === null ? [] : successors.map((successor) => `B${successor}`),
      }),
    ),
  )
const someDay = fc.integer({ min: 1995, max: 2050 }).map((year) => `${year}-06-15`)

/** The slow way: replace every ended body by its successors as often as there are bodies, then keep those in being. */
function standInsByRounds(register: Register, code: string, day: string): readonly string[] {
  let reached = new Set([code])
  for (let round = 0; round <= register.size; round++) {
    const next = new Set(reached)
    for (const each of reached) {
      const last = register.get(each)?.lastDayOn ?? '9999-12-31'
      if (last < day) for (const successor of register.get(each)?.successorCodes ?? []) next.add(successor)
    }
    reached = next
  }
  const living = [...reached].filter((each) => {
    const found = register.get(each)
    return found && (found.formedOn ?? '') <= day && day <= (found.lastDayOn ?? '9999-12-31')
  })
  return living.sort()
}

describe('succession in any history', () => {
  it('agrees with replacing ended bodies round by round', () => {
    fc.assert(
      fc.property(history, someDay, (bodies, day) => {
        const register = registerOf(bodies)
        for (const { code } of bodies) {
          assert.deepEqual([...codes(standInsOn(register, code, day))].sort(), standInsByRounds(register, code, day))
        }
      }),
    )
  })

  it('has whoever stands in for a body count that body among its ancestors', () => {
    fc.assert(
      fc.property(history, someDay, (bodies, day) => {
        const register = registerOf(bodies)
        for (const { code } of bodies) {
          for (const heir of standInsOn(register, code, day)) {
            if (heir.code !== code) assert.ok(codes(ancestorsOf(register, heir.code)).includes(code))
          }
        }
      }),
    )
  })
})
