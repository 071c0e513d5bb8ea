import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Organisation } from '../../accounts/index.ts'
import { applicationProblemText } from '../applications.messages.ts'
import { checkLead } from './check-lead.ts'
import { referencePrefix } from './start-application.ts'

const council: Organisation = {
  id: 'CUN',
  gssCode: 'E06000063',
  formerGssCodes: [],
  name: 'Cumberland Council',
  shortName: 'Cumberland',
  kind: 'unitary',
  region: 'North West',
  countyId: null,
  combinedAuthorityId: null,
  inBeingFrom: '2023-04-01',
  inBeingTo: null,
  shadowFrom: '2022-05-09',
  contactEmail: null,
  illustrative: false,
}
const round = { eligibleKinds: ['unitary', 'county'], illustrative: false } as const

const wordsOf = (organisation: Organisation, day: string): readonly string[] => {
  const checked = checkLead(organisation, round, day)
  return checked.ok ? [] : checked.problems.map(applicationProblemText)
}

describe('who may lead', () => {
  it('is a body of a kind that the round names, from its shadow period to its last day', () => {
    assert.deepEqual(wordsOf(council, '2022-05-09'), [])
    assert.deepEqual(wordsOf(council, '2022-05-08'), [
      'Cumberland Council cannot lead an application yet, because it will be formed on 1 April 2023',
    ])
    const ended = { ...council, inBeingTo: '2026-03-31' }
    assert.deepEqual(wordsOf(ended, '2026-03-31'), [])
    assert.deepEqual(wordsOf(ended, '2026-04-01'), [
      'Cumberland Council cannot lead an application, because it ceased to exist after 31 March 2026',
    ])
  })

  it('may be real or made up in a made-up round', () => {
    for (const illustrative of [true, false]) {
      const led = checkLead({ ...council, illustrative }, { ...round, illustrative: true }, '2026-01-01')
      assert.equal(led.ok, true)
    }
  })

  it('is told the rule, and everything else that is wrong', () => {
    assert.deepEqual(wordsOf({ ...council, kind: 'fire-authority', illustrative: true }, '2026-01-01'), [
      'Cumberland Council cannot lead an application, because the rules of this round let only unitary authorities and county councils lead and it is a fire and rescue authority. It can be a partner',
      'Cumberland Council is made up and cannot apply to a real round',
    ])
  })
})

describe('what the references of a fund begin with', () => {
  it('is two to eight capitals whatever the slug', () => {
    assert.equal(referencePrefix('delivering-differently'), 'DD')
    assert.equal(referencePrefix('neighbourhoods'), 'NEI')
    assert.equal(referencePrefix('fund-2'), 'FUN')
    for (const slug of ['a', '2026', 'a-b-c-d-e-f-g-h-i-j', 'a-1']) assert.match(referencePrefix(slug), /^[A-Z]{2,8}$/)
  })
})
