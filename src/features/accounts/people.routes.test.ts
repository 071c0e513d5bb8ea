import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type TestBrowser, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { newId } from '../../platform/id.ts'
import { giveRole } from './give-role.ts'
import { addDomains, saveOrganisation } from './organisations.store.ts'
import { ensurePerson, membershipsOf, rolesOn, saveMembership } from './people.store.ts'

const now = new Date('2026-11-25T12:00:00Z')
const life = lastFirst({ after })
const open = await freshDatabase(life)
const { db } = open
const server = await testServer(life, open, { clock: () => now })
const { services } = server

type Somebody = { readonly id: string; readonly email: string; readonly browser: TestBrowser }

async function somebody(email = `${newId()}@nowhere.example`): Promise<Somebody> {
  const { person } = await ensurePerson(db, { id: newId(), email, at: now, name: `N ${email}` })
  return { id: person.id, email, browser: await server.signedIn(person.id) }
}

let councils = 0
async function council(domain?: string): Promise<string> {
  councils += 1
  const id = `T${councils}`
  await saveOrganisation(db, { id, name: `Testshire ${councils}`, shortName: `Testshire ${councils}`, kind: 'county' })
  if (domain !== undefined) await addDomains(db, id, [domain])
  return id
}

let funds = 0
async function fund(): Promise<{ readonly id: string; readonly slug: string }> {
  funds += 1
  const [id, slug] = [newId(), `fund-${funds}`]
  await sql`
    insert into fund (id, slug, name, award_type, budget_pounds, places, cap_pounds, vat, created_at)
    values (${id}::uuid, ${slug}, ${`Fund ${funds}`}, 'grant', 1000000, 10, 100000, 'excluded', ${now})`.execute(db)
  return { id, slug }
}

async function teamOf(fundId: string): Promise<Somebody> {
  const person = await somebody()
  const role = { personId: person.id, role: 'programme-team', fundId, by: null, at: now } as const
  const given = await db.transaction().execute((tx) => giveRole(tx, services, role))
  assert.ok(given.ok)
  return person
}

async function administratorOf(): Promise<Somebody> {
  const person = await somebody()
  const role = { personId: person.id, role: 'administrator', fundId: null, by: null, at: now } as const
  assert.ok((await db.transaction().execute((tx) => giveRole(tx, services, role))).ok)
  return person
}

async function memberOf(organisationId: string, email?: string): Promise<Somebody> {
  const person = await somebody(email)
  const state = { state: 'confirmed', requestedAt: now, decidedAt: now, decidedBy: null } as const
  await saveMembership(db, { personId: person.id, organisationId, ...state })
  return person
}

const join = (person: Somebody, organisation: string) => person.browser.post('/account/organisations', { organisation })
const stateOf = async (person: Somebody): Promise<string | undefined> => (await membershipsOf(db, person.id))[0]?.state

async function mailsTo(email: string, kind: string): Promise<number> {
  const { rows } = await sql`select from message where recipient = ${email} and kind = ${kind}`.execute(db)
  return rows.length
}

describe('joining an organisation', () => {
  it('is suggested by the domain of an address, and waits for a member all the same', async () => {
    const organisation = await council('testshire.example')
    const first = await somebody('first@testshire.example')
    assert.match(
      (await first.browser.get('/account/organisations')).body,
      /Suggested from your email address[\s\S]*Testshire/,
    )
    await join(first, organisation)
    assert.equal(await stateOf(first), 'requested')
    assert.match((await first.browser.get('/account/organisations')).body, /Waiting to be confirmed/)

    const member = await memberOf(organisation)
    await join(await somebody('second@testshire.example'), organisation)
    assert.equal(await mailsTo(member.email, 'membership-requested'), 1)
  })

  it('is asked for once by somebody who asks twice at the same moment', async () => {
    const team = await teamOf((await fund()).id)
    const [person, organisation] = [await somebody(), await council()]
    await Promise.all([1, 2, 3].map(() => join(person, organisation)))
    assert.equal(await mailsTo(team.email, 'membership-requested'), 1)
  })

  it('tells the programme teams while the organisation has nobody', async () => {
    const team = await teamOf((await fund()).id)
    await join(await somebody(), await council())
    assert.equal(await mailsTo(team.email, 'membership-requested'), 1)
  })

  it('refuses what is not there, has ended, or is asked for already', async () => {
    const person = await somebody()
    assert.match((await join(person, 'NOPE')).body, /Choose an organisation from the list/)
    const ended = await council()
    await sql`update organisation set in_being_to = '2026-11-24' where id = ${ended}`.execute(db)
    assert.match((await join(person, ended)).body, /has ended/)
    await sql`update organisation set in_being_to = '2026-11-25' where id = ${ended}`.execute(db)
    assert.equal((await join(person, ended)).status, 303)
    assert.match((await join(person, ended)).body, /already asked/)
  })

  it('is asked for anew by somebody who left', async () => {
    const organisation = await council('again.example')
    const person = await memberOf(organisation, 'only@again.example')
    await person.browser.post(`/account/organisations/${organisation}/leave`)
    assert.equal(await stateOf(person), undefined)
    await join(person, organisation)
    assert.equal(await stateOf(person), 'requested')
  })
})

describe('deciding who works for an organisation', () => {
  it('is for a confirmed member: who confirms, and the person is told', async () => {
    const organisation = await council()
    const member = await memberOf(organisation)
    const asker = await somebody()
    await join(asker, organisation)
    const page = await member.browser.get(`/account/organisations/${organisation}/people`)
    assert.match(page.body, new RegExp(`Waiting to be confirmed[\\s\\S]*${asker.email}`))
    const path = `/account/organisations/${organisation}/people/${asker.id}`
    assert.equal((await member.browser.post(path, { decision: 'confirmed' })).status, 303)
    assert.equal(await stateOf(asker), 'confirmed')
    assert.equal(await mailsTo(asker.email, 'membership-decided'), 1)
    assert.equal((await asker.browser.post(path.replace(asker.id, member.id), { decision: 'ended' })).status, 303)
    assert.equal(await stateOf(member), undefined)
  })

  it('is hidden from everybody else: strangers, those who wait, members of another', async () => {
    const organisation = await council()
    const member = await memberOf(organisation)
    const [waiting, stranger, elsewhere] = [await somebody(), await somebody(), await memberOf(await council())]
    await join(waiting, organisation)
    for (const { browser } of [waiting, stranger, elsewhere]) {
      assert.equal((await browser.get(`/account/organisations/${organisation}/people`)).status, 404)
      for (const person of [waiting, member]) {
        const path = `/account/organisations/${organisation}/people/${person.id}`
        assert.equal((await browser.post(path, { decision: 'confirmed' })).status, 404)
        if (person.browser !== browser) assert.equal((await browser.post(path, { decision: 'ended' })).status, 404)
      }
    }
    assert.equal(await stateOf(member), 'confirmed')
    assert.equal(await stateOf(waiting), 'requested')
  })

  it('is for any programme team, but not about oneself', async () => {
    const team = await teamOf((await fund()).id)
    const organisation = await council()
    const asker = await somebody()
    await join(asker, organisation)
    await join(team, organisation)
    const page = await team.browser.get('/manage/people/requests')
    assert.ok(page.body.includes(asker.email))
    const own = await team.browser.post(`/manage/people/requests/${organisation}/${team.id}`, { decision: 'confirmed' })
    assert.equal(own.status, 400)
    assert.match(own.body, /Somebody else must confirm you/)
    assert.equal(await stateOf(team), 'requested')
    const path = `/manage/people/requests/${organisation}/${asker.id}`
    assert.equal((await team.browser.post(path, { decision: 'refused' })).status, 303)
    assert.equal(await stateOf(asker), undefined)
    assert.match((await team.browser.post(path, { decision: 'confirmed' })).body, /no longer waiting/)
    assert.equal((await asker.browser.get('/manage/people/requests')).status, 404)
    assert.equal((await team.browser.post(path, { decision: 'anything' })).status, 404)
  })

  it('leaves an audit event for every step', async () => {
    const organisation = await council()
    const member = await memberOf(organisation)
    const asker = await somebody()
    await join(asker, organisation)
    const path = `/account/organisations/${organisation}/people/${asker.id}`
    await member.browser.post(path, { decision: 'confirmed' })
    await member.browser.post(path, { decision: 'ended' })
    const { rows } = await sql<{ action: string; actor: string }>`
      select action, actor_id as actor from audit_event
      where object_id = ${`${asker.id} ${organisation}`} order by id`.execute(db)
    assert.deepEqual(rows, [
      { action: 'membership.requested', actor: asker.id },
      { action: 'membership.confirmed', actor: member.id },
      { action: 'membership.ended', actor: member.id },
    ])
  })
})

describe('roles on a fund', () => {
  it('are given by the programme team to an address, known or not, and the person is told', async () => {
    const { id, slug } = await fund()
    const team = await teamOf(id)
    const email = `${newId()}@auditor.example`
    const path = `/manage/funds/${slug}/people`
    assert.equal((await team.browser.post(path, { email: email.toUpperCase(), role: 'auditor' })).status, 303)
    const roles = await rolesOn(db, id)
    assert.deepEqual(
      roles.map((each) => [each.role, each.person.email]),
      [
        ['auditor', email],
        ['programme-team', team.email],
      ],
    )
    assert.equal(await mailsTo(email, 'role-given'), 1)
    assert.match((await team.browser.post(path, { email, role: 'auditor' })).body, /has this role already/)
  })

  it('say everything that is wrong at once, and give nothing', async () => {
    const { id, slug } = await fund()
    const team = await teamOf(id)
    const answer = await team.browser.post(`/manage/funds/${slug}/people`, { email: 'no', role: 'administrator' })
    assert.equal(answer.status, 400)
    for (const href of ['#email', '#role']) assert.ok(answer.body.includes(`href="${href}"`), href)
    const funder = await team.browser.post(`/manage/funds/${slug}/people`, { email: 'a@b.example', role: 'funder' })
    assert.match(funder.body, /Choose the funder/)
    assert.equal((await rolesOn(db, id)).length, 1)
  })

  it('of a funder are given by an administrator, then by those who have them, for the fund’s own funders', async () => {
    const { id, slug } = await fund()
    const path = `/manage/funds/${slug}/people`
    const [own, second, other] = [await council(), await council(), await council()]
    await sql`insert into funder (fund_id, organisation_id, position)
      values (${id}::uuid, ${own}, 1), (${id}::uuid, ${second}, 2)`.execute(db)
    const [team, administrator, speaker, colleague] = [
      await teamOf(id),
      await administratorOf(),
      await somebody(),
      await somebody(),
    ]
    const post = (by: Somebody, { email }: Somebody, funder: string, role = 'funder') =>
      by.browser.post(path, { email, role, funder })

    const byTeam = await post(team, speaker, own)
    assert.equal(byTeam.status, 400)
    assert.match(byTeam.body, /named by an administrator or by another representative of that funder/)
    assert.equal((await post(administrator, speaker, other)).status, 400)
    assert.equal((await post(administrator, speaker, own)).status, 303)

    assert.equal((await post(speaker, colleague, second)).status, 400)
    assert.equal((await post(speaker, colleague, own, 'assessor')).status, 400)
    assert.equal((await post(speaker, colleague, own)).status, 303)
    const speaking = (await rolesOn(db, id)).filter(({ role }) => role === 'funder')
    assert.deepEqual(
      speaking.map(({ person, organisationId }) => [person.id, organisationId]).sort(),
      [
        [speaker.id, own],
        [colleague.id, own],
      ].sort(),
    )
    const endPath = `${path}/${speaking.find(({ person }) => person.id === colleague.id)?.id}/end`
    assert.equal((await team.browser.post(endPath)).status, 404)
    assert.ok(!(await team.browser.get(path)).body.includes(endPath))
    assert.equal((await speaker.browser.post(endPath)).status, 303)
  })

  it('are never given to oneself', async () => {
    const { id, slug } = await fund()
    const own = await council()
    await sql`insert into funder (fund_id, organisation_id, position) values (${id}::uuid, ${own}, 1)`.execute(db)
    const [team, administrator] = [await teamOf(id), await administratorOf()]
    for (const { browser, email } of [team, administrator]) {
      for (const role of ['assessor', 'funder', 'programme-team']) {
        const fields = { email: email.toUpperCase(), role, funder: own }
        const answer = await browser.post(`/manage/funds/${slug}/people`, fields)
        assert.equal(answer.status, 400)
        assert.match(answer.body, /You cannot give yourself a role/)
      }
    }
    assert.equal((await rolesOn(db, id)).length, 1)
  })

  it('keep who runs a fund apart from who approves, decides or audits, whichever comes first', async () => {
    const { id, slug } = await fund()
    const own = await council()
    await sql`insert into funder (fund_id, organisation_id, position) values (${id}::uuid, ${own}, 1)`.execute(db)
    const [team, administrator, both] = [await teamOf(id), await administratorOf(), await teamOf((await fund()).id)]
    const give = ({ email }: Somebody, role: string) =>
      administrator.browser.post(`/manage/funds/${slug}/people`, { email, role, funder: own })
    for (const role of ['funder', 'auditor', 'decision-maker']) {
      const checker = await somebody()
      assert.match((await give(team, role)).body, /is on the programme team of this fund, so they cannot also be an? /)
      assert.equal((await give(checker, role)).status, 303, role)
      assert.match((await give(checker, 'programme-team')).body, /so they cannot also be on its programme team/)
      assert.equal((await give(checker, 'assessor')).status, 303)
    }
    assert.equal((await give(both, 'auditor')).status, 303, 'the team of another fund may audit')
    await Promise.all(
      ['programme-team', 'auditor', 'decision-maker'].map((role) => give({ ...team, email: 'race@x.example' }, role)),
    )
    const raced = (await rolesOn(db, id)).filter(({ person }) => person.email === 'race@x.example')
    assert.ok(raced.length === 1 || !raced.some(({ role }) => role === 'programme-team'), JSON.stringify(raced))
  })

  it('are not given or seen by the team of another fund', async () => {
    const [mine, theirs] = [await fund(), await fund()]
    const [team, other] = [await teamOf(mine.id), await teamOf(theirs.id)]
    const path = `/manage/funds/${mine.slug}/people`
    assert.equal((await other.browser.get(path)).status, 404)
    assert.equal((await other.browser.post(path, { email: other.email, role: 'programme-team' })).status, 404)
    const [role] = await rolesOn(db, mine.id)
    assert.equal((await other.browser.post(`${path}/${role?.id}/end`)).status, 404)
    assert.equal((await other.browser.post(`/manage/funds/${theirs.slug}/people/${role?.id}/end`)).status, 404)
    assert.equal((await team.browser.get(path)).status, 200)
  })

  it('end, but not that of the last on the team', async () => {
    const { id, slug } = await fund()
    const [one, two] = [await teamOf(id), await teamOf(id)]
    const roles = await rolesOn(db, id)
    const endPath = (person: Somebody): string =>
      `/manage/funds/${slug}/people/${roles.find((role) => role.person.id === person.id)?.id}/end`
    assert.equal((await one.browser.post(endPath(two))).status, 303)
    assert.equal((await two.browser.get(`/manage/funds/${slug}/people`)).status, 404)
    const last = await one.browser.post(endPath(one))
    assert.equal(last.status, 400)
    assert.match(last.body, /must have somebody on its programme team/)
    assert.equal((await rolesOn(db, id)).length, 1)
  })

  it('leave one on the team when two end each other’s at the same moment', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const { id, slug } = await fund()
      const [one, two] = [await teamOf(id), await teamOf(id)]
      const roles = await rolesOn(db, id)
      const path = (person: Somebody): string =>
        `/manage/funds/${slug}/people/${roles.find((role) => role.person.id === person.id)?.id}/end`
      await Promise.all([one.browser.post(path(two)), two.browser.post(path(one))])
      assert.equal((await rolesOn(db, id)).length, 1)
    }
  })
})
