import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyReported } from '../../../tests/support/any-reported.ts'
import { type ReportedApplication, stages, summariseRound } from './index.ts'

const groups = { regions: ['London', 'North East'], kinds: ['county', 'district'] }

const submitted: ReportedApplication = {
  state: 'submitted',
  region: 'London',
  kind: 'county',
  eligible: false,
  inScope: false,
  scored: false,
  shortlisted: false,
  awardedPounds: null,
}

describe('the counts of a round', () => {
  it('add up: every group to the whole, and every application to one state', () => {
    fc.assert(
      fc.property(fc.array(anyReported, { maxLength: 40 }), (applications) => {
        const { drafts, withdrawn, all, byRegion, byKind } = summariseRound(applications, groups)
        assert.equal(drafts + withdrawn + all.received, applications.length)
        for (const stage of [...stages, 'awardedPounds'] as const)
          for (const by of [byRegion, byKind])
            assert.equal(
              by.reduce((sum, group) => sum + group[stage], 0),
              all[stage],
            )
      }),
    )
  })

  it('never grow from one stage to the next', () => {
    fc.assert(
      fc.property(fc.array(anyReported, { maxLength: 40 }), (applications) => {
        const { all } = summariseRound(applications, groups)
        const counts = stages.map((stage) => all[stage])
        assert.deepEqual(
          counts,
          [...counts].sort((one, other) => other - one),
        )
      }),
    )
  })

  it('tell groups with nothing in them, others after those, and what lies in several regions', () => {
    const { byRegion } = summariseRound(
      [
        { ...submitted, region: 'Wales' },
        { ...submitted, region: null },
      ],
      groups,
    )
    assert.deepEqual(
      byRegion.map(({ group, received }) => [group, received]),
      [
        ['London', 0],
        ['North East', 0],
        ['More than one region', 1],
        ['Wales', 1],
      ],
    )
  })

  it('count what was withdrawn nowhere else', () => {
    const { all, withdrawn } = summariseRound([{ ...submitted, state: 'withdrawn', awardedPounds: 5 }], groups)
    assert.deepEqual([withdrawn, all.received, all.awardedPounds], [1, 0, 0])
  })
})
