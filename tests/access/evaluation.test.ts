import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { readConfig } from '../../src/platform/config/config.ts'
import type { TestBrowser } from '../support/server.ts'
import { openWorld } from './open-world.ts'
import { places, spare } from './places.ts'

const outbox = ['/outbox', '/outbox?about=reader', `/outbox/${places.ours.message}`]
const names = ['Priya Nair', 'Samira Khan', 'Alex Morgan', 'priya.nair@exbridge.example']

const publicUrl = 'https://fund.example.org'

/** The settings by which the service is no longer evaluated. Mail without an address does not start: the last test. */
const published: readonly (readonly [what: string, environment: Record<string, string>])[] = [
  ['a public address', { PUBLIC_URL: publicUrl }],
  [
    'a public address and mail',
    { PUBLIC_URL: publicUrl, SMTP_URL: 'smtp://mail.invalid:587', MAIL_FROM: 'a@example.org' },
  ],
]

async function signInAsSeeded(browser: TestBrowser, origin: string) {
  return await browser.post('/sign-in/as', { person: spare.illustrative }, { origin, host: new URL(origin).host })
}

describe('while the service is evaluated', async () => {
  const world = await openWorld({ after })

  it('the sign-in page offers the made-up people, and says that they are', async () => {
    const { body } = await world.visitor().get('/sign-in')
    for (const name of names.slice(0, 3)) assert.ok(body.includes(name), name)
    assert.match(body, /made.up/i)
    assert.match(body, /action="\/sign-in\/as"/)
  })

  it('one press signs in as one of them', async () => {
    const browser = world.visitor()
    const answer = await signInAsSeeded(browser, 'http://localhost:3000')
    assert.equal(answer.status, 303)
    assert.ok(browser.cookies.has('session'))
    assert.equal((await browser.get('/account')).status, 200)
  })

  it('nobody real can be signed in as so', async () => {
    const browser = world.visitor()
    const answer = await browser.post('/sign-in/as', { person: spare.bystander })
    assert.equal(answer.status, 404)
    assert.equal(browser.cookies.size, 0)
  })

  it('the outbox shows the mail, and every page leads to it', async () => {
    for (const address of outbox) {
      const { status, body } = await world.visitor().get(address)
      assert.equal(status, 200, address)
      assert.match(body, /A message/, address)
    }
    assert.match((await world.visitor().get('/')).body, /href="\/outbox"/)
  })
})

for (const [what, environment] of published) {
  describe(`with ${what}`, async () => {
    const world = await openWorld({ after }, { environment: { SECRET_KEY: 's'.repeat(40), ...environment } })

    it('the sign-in page names nobody', async () => {
      const { status, body } = await world.visitor().get('/sign-in')
      assert.equal(status, 200)
      for (const name of names) assert.ok(!body.includes(name), name)
      assert.ok(!body.includes('/sign-in/as'))
    })

    it('nobody can be signed in as, made up or not', async () => {
      const browser = world.visitor()
      const answer = await signInAsSeeded(browser, publicUrl)
      assert.equal(answer.status, 404)
      assert.equal(browser.cookies.size, 0)
      const { rows } = await sql`select from session where person_id = ${spare.illustrative}::uuid`.execute(
        world.services.db,
      )
      assert.equal(rows.length, 0)
    })

    it('there is no outbox, not for its administrator either, and nothing leads to one', async () => {
      for (const browser of [world.visitor(), await asAdministrator(world)]) {
        for (const address of outbox) {
          const { status, body } = await browser.get(address)
          assert.equal(status, 404, address)
          assert.ok(!body.includes('A message'), address)
        }
        assert.ok(!(await browser.get('/')).body.includes('outbox'))
      }
    })

    it('the page that says to read one’s mail does not show it', async () => {
      const browser = world.visitor()
      await browser.post('/sign-in', { email: 'someone@example.org' })
      const { body } = await browser.get('/sign-in/check-email')
      assert.match(body, /someone<wbr>@example\.org/)
      assert.ok(!body.includes('outbox'))
    })
  })
}

/** Over HTTPS the cookie of a session has another name. */
async function asAdministrator(world: Awaited<ReturnType<typeof openWorld>>): Promise<TestBrowser> {
  const browser = await world.as('administrator')
  const token = browser.cookies.get('session') ?? ''
  browser.cookies.set('__Host-session', token)
  assert.equal((await browser.get('/admin/people')).status, 200)
  return browser
}

it('mail alone does not leave the service half in evaluation: it does not start', () => {
  for (const mail of [
    { SMTP_URL: 'smtp://mail.invalid:587', MAIL_FROM: 'fund@example.org' },
    { NOTIFY_API_KEY: 'k'.repeat(80), NOTIFY_TEMPLATE_ID: 't'.repeat(36) },
  ]) {
    const read = readConfig({ SECRET_KEY: 's'.repeat(40), ...mail })
    assert.deepEqual(read.ok ? [] : read.problems.map(({ setting }) => setting), ['PUBLIC_URL'])
  }
})
