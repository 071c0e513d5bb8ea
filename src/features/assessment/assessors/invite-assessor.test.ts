import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type RoundToAssess, roundToAssess } from '../../../../tests/support/round-to-assess.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../../tests/support/whole-application.ts'
import { rolesOn, saveOrganisation } from '../../accounts/index.ts'
import { insertAssignments, liveAssignmentsOf } from '../assigning/assignments.store.ts'
import { conflictsOfPerson } from '../conflicts/read-conflicts.ts'
import { interestsOfPerson } from '../interests/interests.store.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { assessorOf } from './assessors.store.ts'

const managed = '/manage/funds/test-fund/first/assessment'
const own = '/assess/test-fund/first'
const life = lastFirst({ after })
let all: RoundWithClock
let made: RoundToAssess
let pam: TestBrowser
let ben: TestBrowser
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  made = await roundToAssess(all.services, all.round, { applications: 3, assessors: 0 })
  for (const name of ['Elm', 'Elmstead'])
    await saveOrganisation(all.services.db, {
      id: `T-${name.toUpperCase()}`,
      name: `${name} Council`,
      shortName: name,
      kind: 'district',
    })
  pam = await all.server.signedIn(all.round.people.pam)
  ben = await all.server.signedIn(all.round.people.ben)
})

const personId = () => all.round.people.ben
const state = async () => (await assessorOf(all.services.db, all.round.round.id, personId()))?.state
const isAssessor = async () =>
  (await rolesOn(all.services.db, all.round.round.fundId)).some(
    ({ role, person }) => role === 'assessor' && person.id === personId(),
  )
const interests = async () =>
  (await interestsOfPerson(all.services.db, all.round.round.id, personId())).map(({ kind, name, endedOn }) => [
    kind,
    name,
    endedOn,
  ])

describe('an assessor', () => {
  it('is asked by email, once, and nobody else sees the invitation', async () => {
    assert.equal((await ben.get(`${own}/invitation`)).status, 404)
    const wrong = await pam.post(`${managed}/assessors`, { email: 'nobody at all' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /Enter an email address in the correct format/)
    const sent = await pam.post(`${managed}/assessors`, { email: 'BEN@example.gov.uk', name: 'Ben' })
    assert.equal(sent.status, 303)
    assert.match((await pam.post(`${managed}/assessors`, { email: 'ben@example.gov.uk' })).body, /invited already/)
    assert.match((await ben.get(`${own}/invitation`)).body, /What is asked of you/)
    assert.equal((await ben.get(`${own}/profile`)).location, `${own}/invitation`)
    assert.ok(!(await isAssessor()))
  })

  it('has the role from accepting on', async () => {
    assert.match((await ben.post(`${own}/invitation`, {})).body, /Select whether you will assess/)
    assert.equal((await ben.post(`${own}/invitation`, { answer: 'accepted' })).location, `${own}/profile`)
    assert.deepEqual([await state(), await isAssessor()], ['accepted', true])
    assert.match((await ben.post(`${own}/invitation`, { answer: 'declined' })).body, /has been answered/)
  })

  it('says what they know, of each list only what it offers, and how many they would read', async () => {
    assert.match((await ben.post(`${own}/profile`, { load: 'many' })).body, /whole number from 1 to 500/)
    await ben.post(`${own}/profile`, { serviceAreas: ['health', 'magic'], disciplines: 'legal', load: '7' })
    const saved = await assessorOf(all.services.db, all.round.round.id, personId())
    assert.deepEqual([saved?.expertise.serviceAreas, saved?.expertise.disciplines], [['health'], ['legal']])
    assert.equal(saved?.loadWanted, 7)
  })

  it('says whom they have to do with, choosing where a name may mean several', async () => {
    const add = async (fields: Readonly<Record<string, string>>) => await ben.post(`${own}/profile/interests`, fields)
    assert.match((await add({})).body, /Select what it is to you[\s\S]*Enter its name/)
    assert.match((await add({ kind: 'home', name: 'Atlantis' })).body, /No authority of this name is in the register/)
    const past = { 'ended-day': '1', 'ended-month': '2', 'ended-year': '2025' }
    const which = await add({ kind: 'employer', name: 'elm', ...past })
    assert.match(which.body, /Which do you mean by[\s\S]*Elm Council[\s\S]*Elmstead Council[\s\S]*is a company/)
    assert.equal((await add({ kind: 'employer', name: 'elm', chosen: 'T-ELM', ...past })).status, 303)
    await add({ kind: 'employer', name: 'Oak Mutual', chosen: 'company' })
    await add({ kind: 'home', name: 'elmstead council' })
    assert.match(
      (await add({ kind: 'employer', name: 'Elm Council', ...past, 'ended-year': '2099' })).body,
      /real date that is not in the future/,
    )
    assert.deepEqual(await interests(), [
      ['employer', 'Elm Council', '2025-02-01'],
      ['employer', 'Oak Mutual', null],
      ['home', 'Elmstead Council', null],
    ])
    await ben.post(`${own}/profile/interests/confirm`)
    assert.match(
      (await pam.get(`${managed}/assessors/${personId()}`)).body,
      /Employer: Elm Council, until 1 February 2025/,
    )
  })

  it('loses at once what they turn out to have a conflict with', async () => {
    const rest = { why: 'assigned', assignedAt: all.services.clock(), runId: null, assignedBy: null } as const
    const rows = made.applications.map(({ id }, n) => ({
      id: all.services.newId(),
      applicationId: id,
      personId: personId(),
      place: n + 1,
      ...rest,
    }))
    await all.services.db.transaction().execute(async (tx) => await insertAssignments(tx, rows))
    await ben.post(`${own}/profile/interests`, { kind: 'authority', name: 'Council T-LEAD-0', chosen: 'T-LEAD-0' })
    const live = await liveAssignmentsOf(all.services.db, all.round.round.id)
    assert.deepEqual(
      live.map(({ reference }) => reference),
      made.applications.slice(1).map(({ reference }) => reference),
    )
  })

  it('may read what a soft conflict keeps from them once it is released, and no longer when that is taken back', async () => {
    await ben.post(`${own}/profile/interests`, { kind: 'home', name: 'Council T-LEAD-1', chosen: 'T-LEAD-1' })
    const reference = made.applications[1]?.reference ?? ''
    const pair = `${managed}/conflicts/${reference}/${personId()}`
    const released = async () => {
      const rules = await sealedRulesOf(all.services.db, all.round.round.id)
      assert.ok(rules)
      const found = await conflictsOfPerson(all.services.db, all.round.round, rules, personId())
      return found.filter(({ kind, its }) => kind === 'home-authority' && its === 'T-LEAD-1').map((one) => one.released)
    }
    assert.deepEqual(await released(), [false])
    assert.match((await pam.post(`${pair}/release`, { reason: ' ' })).body, /Enter why they may read it/)
    assert.equal((await pam.post(`${pair}/release`, { reason: 'Moved away last week' })).status, 303)
    assert.deepEqual(await released(), [true])
    assert.match((await pam.get(pair)).body, /Lives there released by Pam[\s\S]*Moved away last week/)
    await pam.post(`${pair}/withdraw-release`)
    assert.deepEqual(await released(), [false])
    const hard = `${managed}/conflicts/${made.applications[0]?.reference}/${personId()}`
    assert.match((await pam.post(`${hard}/release`, { reason: 'Please' })).body, /conflict cannot be released/)
  })

  it('takes an interest back, of their own alone', async () => {
    const before = await interestsOfPerson(all.services.db, all.round.round.id, personId())
    const last = before.at(-1)?.id ?? ''
    const ann = await all.server.signedIn(all.round.people.ann)
    assert.equal((await ann.post(`${own}/profile/interests/${last}/remove`)).status, 404)
    await ben.post(`${own}/profile/interests/${last}/remove`)
    assert.equal((await interests()).length, before.length - 1)
  })

  it('has neither role nor pile once they are let go, with a reason', async () => {
    const end = `${managed}/assessors/${personId()}/end`
    assert.match((await pam.post(end, { reason: '' })).body, /Enter the reason/)
    assert.equal((await pam.post(end, { reason: 'Ill' })).status, 303)
    assert.deepEqual([await state(), await isAssessor()], ['ended', false])
    assert.equal((await liveAssignmentsOf(all.services.db, all.round.round.id)).length, 0)
    assert.match((await ben.get(`${own}/invitation`)).body, /not an assessor of this round now/)
  })
})
