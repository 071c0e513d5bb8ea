import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type TestBrowser, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { newId } from '../../platform/id.ts'
import { newToken } from '../../platform/sign-in/token.ts'
import { giveRole } from './give-role.ts'
import { saveOrganisation } from './organisations.store.ts'
import { ensurePerson, saveMembership } from './people.store.ts'
import { findActor, insertSession } from './sessions.store.ts'

const start = new Date('2026-11-25T12:00:00Z')
let now = start
const life = lastFirst({ after })
const open = await freshDatabase(life)
const { db } = open
const server = await testServer(life, open, { clock: () => now })
const { services } = server

const personCalled = async (name: string): Promise<string> => {
  const email = `${newId()}@example.gov.uk`
  return (await ensurePerson(db, { id: newId(), email, at: start, name })).person.id
}

async function sessionOf(personId: string, at = start): Promise<string> {
  const token = newToken(services.randomBytes)
  const expiresAt = new Date(at.getTime() + 12 * 3_600_000)
  await insertSession(db, { id: newId(), token, personId, at, expiresAt, browser: 'test', secondStepAt: null })
  return token
}

const minutesIn = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)

describe('finding who asks', () => {
  it('takes one statement, with roles and memberships, however many, and once a minute one to note the use', async () => {
    const personId = await personCalled('Many')
    const token = await sessionOf(personId)
    for (const id of ['AAA', 'BBB', 'CCC']) {
      await saveOrganisation(db, { id, name: `Council ${id}`, shortName: id, kind: 'unitary' })
      const state = id === 'CCC' ? ('requested' as const) : ('confirmed' as const)
      const decidedAt = state === 'confirmed' ? start : null
      await saveMembership(db, { personId, organisationId: id, state, requestedAt: start, decidedAt, decidedBy: null })
    }
    await db
      .transaction()
      .execute((tx) => giveRole(tx, services, { personId, role: 'administrator', fundId: null, by: null, at: start }))
    const texts: string[] = []
    const counting = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: open.pool }),
      log: ({ query }) => void texts.push(query.sql),
    })
    for (const [minutes, statements] of [
      [0, 1],
      [0.9, 1],
      [5, 2],
      [5.9, 1],
    ] as const) {
      texts.length = 0
      const actor = await findActor(counting, token, minutesIn(minutes))
      assert.equal(texts.length, statements, texts.join())
      assert.equal(actor?.personId, personId)
      assert.deepEqual(actor?.heldRoles, [{ role: 'administrator', fundId: null, organisationId: null }])
      assert.deepEqual(actor?.memberships, [
        { organisationId: 'AAA', state: 'confirmed' },
        { organisationId: 'BBB', state: 'confirmed' },
        { organisationId: 'CCC', state: 'requested' },
      ])
    }
  })

  it('leaves out roles that have ended and memberships that were refused', async () => {
    const personId = await personCalled('Former')
    const token = await sessionOf(personId)
    await saveOrganisation(db, { id: 'DDD', name: 'Council', shortName: 'DDD', kind: 'unitary' })
    const decided = { state: 'refused' as const, requestedAt: start, decidedAt: start, decidedBy: null }
    await saveMembership(db, { personId, organisationId: 'DDD', ...decided })
    await sql`
      insert into role_assignment (id, person_id, role, assigned_at, ended_at)
      values (${newId()}::uuid, ${personId}::uuid, 'administrator', ${start}, ${start})`.execute(db)
    const actor = await findActor(db, token, start)
    assert.deepEqual([actor?.heldRoles, actor?.memberships, actor?.secondStep], [[], [], 'not-needed'])
  })

  it('finds nobody for what is no token, and asks the database nothing', async () => {
    const nowhere = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: {} as never }) })
    for (const token of ['', 'x', `${'a'.repeat(43)}\n`, "' or 1=1 --"]) {
      assert.equal(await findActor(nowhere, token, start), undefined)
    }
    assert.equal(await findActor(db, newToken(services.randomBytes), start), undefined)
  })
})

describe('a session', () => {
  it('ends after 30 minutes without use, counted from the last use', async () => {
    const token = await sessionOf(await personCalled('Idle'))
    assert.ok(await findActor(db, token, minutesIn(29)))
    assert.ok(await findActor(db, token, minutesIn(58)))
    assert.equal(await findActor(db, token, minutesIn(88)), undefined)
    assert.equal(await findActor(db, token, minutesIn(88.01)), undefined)
  })

  it('ends after 12 hours, however much it is used', async () => {
    const token = await sessionOf(await personCalled('Busy'))
    for (let minutes = 20; minutes < 720; minutes += 20)
      assert.ok(await findActor(db, token, minutesIn(minutes)), `${minutes}`)
    assert.ok(await findActor(db, token, new Date(minutesIn(720).getTime() - 1)))
    assert.equal(await findActor(db, token, minutesIn(720)), undefined)
  })

  it('is written to at most once a minute', async () => {
    const token = await sessionOf(await personCalled('Quick'))
    const version = async (): Promise<string> => {
      const { rows } = await sql<{ version: string }>`
        select s.xmin::text || s.last_seen_at::text as version from session s join person p on p.id = s.person_id
        where p.name = 'Quick'`.execute(db)
      return rows[0]?.version ?? ''
    }
    const first = await version()
    await findActor(db, token, minutesIn(0.99))
    assert.equal(await version(), first)
    await findActor(db, token, minutesIn(1))
    assert.notEqual(await version(), first)
  })

  it('does not come back to life by being asked for after its end', async () => {
    const token = await sessionOf(await personCalled('Late'))
    assert.equal(await findActor(db, token, minutesIn(31)), undefined)
    assert.equal(await findActor(db, token, minutesIn(32)), undefined)
  })
})

const linksOf = (body: string): string[] =>
  [...body.matchAll(/action="(\/account\/sessions\/[^"]+\/end)"/g)].map(([, path]) => path ?? '')

describe('the page of sessions', () => {
  it('lists where a person is signed in, ends one, and not another person’s', async () => {
    now = start
    const personId = await personCalled('Listed')
    const [here, there] = [await server.signedIn(personId), await server.signedIn(personId)]
    const other = await server.signedIn(await personCalled('Other'))
    const page = await here.get('/account/sessions')
    const paths = linksOf(page.body)
    assert.equal(paths.length, 2)
    assert.equal(page.body.match(/This browser/g)?.length, 1)

    for (const path of paths) await other.post(path)
    assert.equal((await here.get('/account')).status, 200)
    assert.equal((await there.get('/account')).status, 200)

    const ownPath = page.body
      .slice(page.body.indexOf('This browser'))
      .match(/action="(\/account\/sessions\/[^"]+)"/)?.[1]
    const otherPath = paths.find((path) => path !== ownPath) ?? ''
    assert.equal((await here.post(otherPath)).location, '/account/sessions')
    assert.equal((await there.get('/account')).status, 303)
    assert.equal((await here.get('/account')).status, 200)
  })

  it('ends all at once', async () => {
    const personId = await personCalled('Everywhere')
    const browsers: TestBrowser[] = [await server.signedIn(personId), await server.signedIn(personId)]
    const bystander = await server.signedIn(await personCalled('Bystander'))
    await browsers[0]?.post('/account/sessions/end-all')
    for (const browser of browsers) assert.equal((await browser.get('/account')).status, 303)
    assert.equal((await bystander.get('/account')).status, 200)
  })

  it('survives ids that are none', async () => {
    const browser = await server.signedIn(await personCalled('Odd'))
    assert.equal((await browser.post('/account/sessions/not-an-id/end')).status, 303)
    assert.equal((await browser.get('/account')).status, 200)
  })
})

describe('signing out', () => {
  it('ends the session itself, not just the cookie', async () => {
    const browser = await server.signedIn(await personCalled('Leaver'))
    const token = browser.cookies.get('session') ?? ''
    assert.ok(await findActor(db, token, now))
    assert.equal((await browser.post('/sign-out')).location, '/')
    assert.equal(browser.cookies.has('session'), false)
    assert.equal(await findActor(db, token, now), undefined)
  })

  it('needs the token of the form, and is no link', async () => {
    const browser = await server.signedIn(await personCalled('Stayer'))
    assert.equal((await browser.post('/sign-out', { _csrf: 'wrong' })).status, 403)
    assert.equal((await browser.get('/sign-out')).status, 404)
    assert.equal((await browser.get('/account')).status, 200)
  })
})

describe('signing in again', () => {
  it('gives a new session and ends the one before: a planted session is never taken over', async () => {
    const victim = 'victim@example.gov.uk'
    const planted = await server.signedIn(await personCalled('Attacker'))
    const token = planted.cookies.get('session') ?? ''
    await planted.post('/sign-in', { email: victim })
    const { rows } = await sql<{ body: string }>`select body from message where recipient = ${victim}`.execute(db)
    const link = /(\/sign-in\/link\/\S+)/.exec(rows[0]?.body ?? '')?.[1] ?? ''
    await planted.post(link)
    const fresh = planted.cookies.get('session') ?? ''
    assert.notEqual(fresh, token)
    assert.equal((await findActor(db, fresh, now))?.email, victim)
    assert.equal(await findActor(db, token, now), undefined)
  })

  it('takes no session token that the browser made up', async () => {
    const browser = server.visitor()
    const chosen = newToken(services.randomBytes)
    browser.cookies.set('session', chosen)
    await browser.post('/sign-in', { email: 'fixed@example.gov.uk' })
    const { rows } = await sql<{ body: string }>`
      select body from message where recipient = 'fixed@example.gov.uk'`.execute(db)
    await browser.post(/(\/sign-in\/link\/\S+)/.exec(rows[0]?.body ?? '')?.[1] ?? '')
    assert.equal(await findActor(db, chosen, now), undefined)
    assert.notEqual(browser.cookies.get('session'), chosen)
  })
})
