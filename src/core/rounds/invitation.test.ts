import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { principalCouncilKinds } from '../authorities/authority.ts'
import { countInvitations, type InvitationCount, invitationResponses } from './invitation.ts'
import { readContacts } from './read-contacts.ts'

describe('counting answers', () => {
  const invitation = fc.record({
    region: fc.option(fc.constantFrom('London', 'North East', 'South West'), { nil: null }),
    kind: fc.constantFrom(...principalCouncilKinds),
    response: fc.constantFrom(...invitationResponses),
  })
  const sum = (counts: readonly InvitationCount[], name: keyof InvitationCount): number =>
    counts.reduce((total, count) => total + count[name], 0)

  it('counts every invitation once in its region, once in its kind and once by its answer', () => {
    fc.assert(
      fc.property(fc.array(invitation), (invitations) => {
        const { all, byRegion, byKind } = countInvitations(invitations)
        assert.equal(all.invited, invitations.length)
        assert.equal(all.interested + all.notThisTime + all.noAnswer, all.invited)
        for (const name of ['invited', 'interested', 'notThisTime', 'noAnswer'] as const) {
          assert.equal(sum(byRegion, name), all[name])
          assert.equal(sum(byKind, name), all[name])
        }
      }),
    )
  })

  it('puts bodies in no one region last', () => {
    const { byRegion } = countInvitations([
      { region: null, kind: 'fire-authority', response: 'none' },
      { region: 'South West', kind: 'unitary', response: 'interested' },
      { region: 'London', kind: 'london-borough', response: 'not-this-time' },
    ])
    assert.deepEqual(
      byRegion.map(({ region }) => region),
      ['London', 'South West', null],
    )
  })
})

describe('reading pasted addresses', () => {
  const codes = new Map([
    ['E06000001', 'HPL'],
    ['HPL', 'HPL'],
    ['E08000030', 'WLL'],
  ])

  it('takes commas, semicolons, tabs, quotes, headings, empty lines and either code', () => {
    const pasted = 'Code,Email\n"E06000001" , chief@hartlepool.example\n\ne08000030\tSponsor@Walsall.example'
    assert.deepEqual(readContacts(pasted, codes), {
      contacts: [
        { organisationId: 'HPL', email: 'chief@hartlepool.example' },
        { organisationId: 'WLL', email: 'sponsor@walsall.example' },
      ],
      problems: [],
    })
    assert.equal(readContacts('HPL;a@b.example', codes).contacts.length, 1)
  })

  it('says of each line what is wrong with it', () => {
    const pasted = 'E06000001,a@b.example\nE99999999,a@b.example\nE08000030,not an address\nHPL,c@d.example\nE08000030'
    assert.deepEqual(readContacts(pasted, codes).problems, [
      { line: 2, code: 'code-not-invited', typed: 'E99999999' },
      { line: 3, code: 'email-malformed', typed: 'not an address' },
      { line: 4, code: 'code-twice', typed: 'HPL', firstLine: 1 },
      { line: 5, code: 'not-code-and-email' },
    ])
  })
})
