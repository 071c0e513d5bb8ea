import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { chanceHash, firstRules, type LockedRules, type MechanicalRules, seedOf } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const { criteria, overallLeastPercent, spread, tieBreaks, drawValue, interview, format: _, ...work } = firstRules
const locked = { criteria, overallLeastPercent, spread, tieBreaks, drawValue, interview } as unknown as LockedRules
const mechanics: MechanicalRules = { ...work, assessorsPerApplication: 3, panelMembers: 4 }

describe('what chance begins with', () => {
  it('is the SHA-256 of locked and mechanics as canonical JSON, that anybody can take again', () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([one], [other]) => (one < other ? -1 : 1))
                .map(([key, member]) => [key, sorted(member)]),
            )
          : value
    const expected = sha256(JSON.stringify(sorted({ locked, mechanics })))
    assert.equal(chanceHash({ locked, mechanics }, sha256), expected)
    assert.equal(seedOf({ locked, mechanics }, sha256), Number(`0x${expected.slice(0, 12)}`))
    assert.ok(Number.isSafeInteger(seedOf({ locked, mechanics }, sha256)))
  })

  it('is the same whatever else is sealed with them, and another when one of them differs', () => {
    const sealed = { locked, mechanics, timetable: { opensAt: 'one day' }, version: 7 }
    assert.equal(seedOf(sealed, sha256), seedOf({ locked, mechanics }, sha256))
    const others = [
      { locked: { ...locked, overallLeastPercent: 61 }, mechanics },
      { locked, mechanics: { ...mechanics, assessorsPerApplication: 4 } },
    ]
    for (const other of others) assert.notEqual(seedOf(other, sha256), seedOf(sealed, sha256))
  })
})
