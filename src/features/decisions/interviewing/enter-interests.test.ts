import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  applicantOf,
  interviewsAddress as base,
  type PanelPerson,
  panelAddress,
  publishInterviews,
  type RoundToInterview,
  roundToInterview,
  standingIn,
} from '../../../../tests/support/round-to-interview.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import { keptFrom } from '../../assessment/index.ts'
import { sealOf } from '../../funds/index.ts'
import { finalScores, settlePanelsOf } from '../index.ts'
import type { StandingPlace } from './places.store.ts'

const life = lastFirst({ after })
const profile = `${panelAddress}/profile`
let world: RoundToInterview
before(async () => {
  world = await roundToInterview(life, 5)
  await publishInterviews(world)
  await sql`update shortlist set told_at = now() where round_id = ${world.roundId}::uuid`.execute(world.services.db)
})

const somebody: SignedIn = {
  kind: 'person',
  personId: '',
  sessionId: '',
  email: '',
  name: '',
  heldRoles: [],
  memberships: [],
  secondStep: 'passed',
}

type Lead = { readonly id: string; readonly name: string }
const leadOf = async ({ applicationId }: Pick<StandingPlace, 'applicationId'>): Promise<Lead> => {
  const { rows } = await sql<Lead>`
    select o.id, o.name from application a join organisation o on o.id = a.lead_id
    where a.id = ${applicationId}::uuid`.execute(world.services.db)
  return rows[0] ?? { id: '', name: '' }
}
const enter = async ({ browser }: PanelPerson, fields: Readonly<Record<string, string>>) =>
  await browser.post(`${profile}/interests`, fields)
const placeOf = async (reference: string) => (await standingIn(world)).find((place) => place.reference === reference)
const rulesNow = async () => {
  const seal = await sealOf(world.services.db, world.roundId)
  assert.ok(seal !== undefined)
  return rulesIn(seal.document)
}
const taken = async (): Promise<readonly { reference: string; personId: string }[]> => {
  const { rows } = await sql<{ reference: string; personId: string }>`
    select object_id as reference, facts ->> 'personId' as "personId" from audit_event
    where action = 'interview.taken-away' order by at, id`.execute(world.services.db)
  return rows
}
/** An interview from this place on in the order of time, with somebody who is in its room. */
async function heardFrom(at: number): Promise<{ readonly place: StandingPlace; readonly member: PanelPerson }> {
  for (const place of (await standingIn(world)).slice(at)) {
    const member = world.panel.find(({ id }) => place.memberIds.includes(id))
    if (member !== undefined) return { place, member }
  }
  throw new Error('nobody hears any interview')
}

describe('members of a panel who say whom they have to do with', () => {
  it('say it as assessors do, are told what is wrong with what they typed, and confirm that it is all', async () => {
    const [member] = world.panel
    assert.ok(member !== undefined)
    const wrong = await enter(member, { kind: 'authority', name: 'Nowhere at all', 'ended-day': '' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /No authority of this name is in the register[\s\S]*value="Nowhere at all"/)
    assert.equal((await enter(member, { kind: '', name: '' })).status, 400)
    assert.equal((await enter(member, { kind: 'supplier', name: 'A Mutual Ltd' })).status, 303)
    assert.match(
      (await member.browser.get(profile)).body,
      /Supplier of interest[\s\S]*A Mutual Ltd[\s\S]*not confirmed yet/,
    )
    const path = `${base}/panel/${member.id}`
    assert.match((await world.team.get(path)).body, /Supplier of interest: A Mutual Ltd/)
    assert.equal((await member.browser.post(`${profile}/interests/confirm`)).status, 303)
    assert.match((await world.team.get(`${base}/panel`)).body, /Confirmed their interests/)
  })

  it('leave the room at once for what an employer of theirs leads, and nobody else is asked anew', async () => {
    const { place, member } = await heardFrom(0)
    const applicant = await applicantOf(world, place.applicationId, { email: 'lead@example.gov.uk', name: 'Lead' })
    const own = `/applications/${place.reference}/interview`
    assert.equal((await applicant.post(own, { answer: 'confirmed' })).status, 303)
    const { id: chosen, name } = await leadOf(place)
    const long = { kind: 'employer', name, chosen, 'ended-day': '1', 'ended-month': '2', 'ended-year': '2009' }
    assert.equal((await enter(member, long)).status, 303)
    assert.deepEqual(await placeOf(place.reference), place, 'an employer of long ago keeps from nothing')
    assert.equal((await enter(member, { kind: 'employer', name, chosen })).status, 303)
    const now = await placeOf(place.reference)
    assert.deepEqual([now?.sessionId, now?.slot], [place.sessionId, place.slot])
    assert.deepEqual([now?.memberIds.includes(member.id), now?.recusedIds.includes(member.id)], [false, true])
    assert.match(now?.reason ?? '', /turned out to have a conflict/)
    assert.deepEqual(
      (await taken()).filter(({ reference }) => reference === place.reference),
      [{ reference: place.reference, personId: member.id }],
    )
    const page = await member.browser.get(`${panelAddress}/interviews/${place.reference}`)
    assert.match(page.body, /its papers are not yours to read/)
    assert.match((await applicant.get(own)).body, /Confirmed by Lead/)
    assert.match((await applicant.get('/home')).body, /Interview of [\s\S]*Answered/)
  })

  it('gave what no longer counts when they enter it late, and it stays where it is', async () => {
    const { place, member } = await heardFrom(-1)
    const path = `${panelAddress}/interviews/${place.reference}`
    const { db } = world.services
    assert.equal((await world.team.post(`${base}/open`)).status, 303)
    assert.equal((await member.browser.post(`${path}/declare`, { conflict: 'no' })).status, 303)
    const criteria = (await rulesNow()).interview.criteria
    const given = criteria.flatMap(({ id }) => [
      [`points-${id}`, '3'],
      [`comment-${id}`, 'Answered'],
    ])
    const fields = { version: criteria.map(() => '0').join('-'), action: 'submit', ...Object.fromEntries(given) }
    assert.equal((await member.browser.post(path, fields)).status, 303)
    const percent = async () =>
      (await finalScores(db, { id: world.roundId }, await rulesNow())).find(
        ({ applicationId }) => applicationId === place.applicationId,
      )?.interviewPercent
    assert.equal(await percent(), 75)
    const { id: chosen, name } = await leadOf(place)
    assert.equal((await enter(member, { kind: 'authority', name, chosen })).status, 303)
    assert.equal(await percent(), null)
    const { rows } = await sql<{ kept: number }>`
      select count(*) as kept from interview_score c join interview_review v on v.id = c.review_id
      where v.application_id = ${place.applicationId}::uuid and v.person_id = ${member.id}::uuid`.execute(db)
    assert.equal(rows[0]?.kept, criteria.length)
    assert.equal((await placeOf(place.reference))?.recusedIds.includes(member.id), true)
  })

  it('are taken out of the room too when it is found that they work for an applicant', async () => {
    const { place, member } = await heardFrom(2)
    const { id: organisationId } = await leadOf(place)
    const at = world.services.clock()
    await world.services.db.transaction().execute(async (tx) => {
      await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
        values (${member.id}::uuid, ${organisationId}, 'confirmed', ${at}, ${at})`.execute(tx)
      await settlePanelsOf(tx, { personId: member.id, at, by: member.id })
    })
    assert.equal((await placeOf(place.reference))?.recusedIds.includes(member.id), true)
  })

  it('keep out of what is decided what they enter after interviews have closed, and no place is changed', async () => {
    const { services, team } = world
    const { place, member } = await heardFrom(3)
    assert.equal((await team.post(`${base}/close`, { reason: 'Enough is known' })).status, 303)
    const { id: chosen, name } = await leadOf(place)
    assert.equal((await enter(member, { kind: 'authority', name, chosen })).status, 303)
    assert.deepEqual(await placeOf(place.reference), place)
    const round = { id: world.roundId, deadlineAt: services.clock() }
    const kept = await keptFrom(services.db, round, await rulesNow(), { ...somebody, personId: member.id })
    assert.equal(kept.has(place.applicationId), true)
  })
})
