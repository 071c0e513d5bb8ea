import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { otherPartOf, type SlotPerson, signOffKinds, slotName, slotsOf, standingOf } from './sign-off.ts'

describe('the sign-offs that an application needs', () => {
  it('are none when the round asks for none', () => {
    assert.deepEqual(slotsOf([], 'T-ALDER', ['T-BIRCH']), [])
  })

  it('are those of the lead and one for each partner, each with an address of its own', () => {
    const slots = slotsOf(['partner', 'sponsor', 'section-151'], 'T-ALDER', ['T-BIRCH', 'T-CEDAR'])
    assert.deepEqual(slots.map(slotName), ['sponsor', 'section-151', 'partner-T-BIRCH', 'partner-T-CEDAR'])
    assert.deepEqual(
      slots.map(({ organisationId }) => organisationId),
      ['T-ALDER', 'T-ALDER', 'T-BIRCH', 'T-CEDAR'],
    )
  })
})

describe('a sign-off', () => {
  it('holds for just the content that was signed, again too when a change is taken back', () => {
    for (const kind of signOffKinds) {
      assert.equal(standingOf(kind, 'signed', 'a', 'a'), 'signed')
      assert.equal(standingOf(kind, 'signed', 'a', 'b'), 'needs-signing-again')
      assert.equal(standingOf(kind, 'declined', 'a', 'a'), 'declined')
      assert.equal(standingOf(kind, 'asked', undefined, 'a'), 'asked')
    }
  })

  it('is asked of a partner by its having accepted, and of a person only when somebody asks them', () => {
    assert.equal(standingOf('partner', undefined, undefined, 'a'), 'asked')
    assert.equal(standingOf('sponsor', undefined, undefined, 'a'), 'not-asked')
    assert.equal(standingOf('section-151', undefined, undefined, 'a'), 'not-asked')
  })
})

describe('one person', () => {
  const all: readonly SlotPerson[] = [
    { kind: 'sponsor', organisationId: 'T-ALDER', signedBy: 'p1', email: 'chief@alder.example' },
    { kind: 'section-151', organisationId: 'T-ALDER', signedBy: undefined, email: 'money@alder.example' },
    { kind: 'partner', organisationId: 'T-BIRCH', signedBy: undefined, email: '' },
  ]
  const [sponsor, money, partner] = all as [SlotPerson, SlotPerson, SlotPerson]

  it('signs once on an application, by whichever address they were asked', () => {
    assert.equal(otherPartOf(money, { personId: 'p1', email: 'other@alder.example' }, all), sponsor)
    assert.equal(otherPartOf(sponsor, { personId: undefined, email: 'money@alder.example' }, all), money)
    assert.equal(otherPartOf(partner, { personId: 'p9', email: 'money@alder.example' }, all), money)
  })

  it('is not in the way of themselves, and nobody is by having no address', () => {
    assert.equal(otherPartOf(sponsor, { personId: 'p1', email: 'chief@alder.example' }, all), undefined)
    assert.equal(otherPartOf(sponsor, { personId: 'p2', email: '' }, all), undefined)
  })
})
