import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { shownOn, submitFrom } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { OpenRound } from '../../../../tests/support/open-round.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'
import { type Signer, type Signing, signing, signShown } from '../../../../tests/support/signing.ts'

const life = lastFirst({ after })
let given: Signing
let server: TestServer
let round: OpenRound
let ann: TestBrowser
let adam: TestBrowser
let ben: TestBrowser
let sue: TestBrowser
let mo: TestBrowser
let application: string

before(async () => {
  given = await signing(life)
  server = given.server
  round = given.round
  ann = given.people.ann
  adam = given.people.adam
  ben = given.people.ben
  sue = given.people.sue
  mo = given.people.mo
})

beforeEach(async () => {
  application = await given.begin()
})

const asks = (kinds: readonly string[]) => given.asks(kinds)
const ask = (slot: string, who: Signer, browser?: TestBrowser) => given.ask(application, slot, who, browser)
const sign = (browser: TestBrowser, slot: string, fields?: Readonly<Record<string, string>>) =>
  signShown(browser, application, slot, fields)
const standings = () => given.standings(application)
const mails = (kind: string) => given.mails(application, kind)
const submitted = () => given.submitted(application)

describe('one person', () => {
  it('is not asked for two sign-offs, and does not submit what they signed', async () => {
    await ask('sponsor', 'sue')
    const twice = await ask('section-151', 'sue')
    assert.equal(twice.status, 400)
    assert.match(twice.body, /One person cannot give two sign-offs/)
    await ask('section-151', 'mo')
    await sign(mo, 'section-151')
    await ann.post(`${application}/sign-offs/sponsor/ask`, {
      name: 'Adam',
      jobTitle: 'Chief',
      email: 'adam@example.gov.uk',
    })
    assert.equal((await sign(adam, 'sponsor')).status, 303)
    const refused = await submitFrom(adam, application)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /somebody else has to submit it/)
    assert.equal((await submitFrom(ann, application)).status, 303)
  })

  it('who replaces another takes their place: the earlier signature counts no more', async () => {
    await asks(['sponsor'])
    await ask('sponsor', 'sue')
    await sign(sue, 'sponsor')
    assert.match((await ann.get(`${application}/sign-offs/sponsor/ask`)).body, /Somebody has signed already/)
    assert.equal((await ask('sponsor', 'mo')).status, 303)
    assert.deepEqual(await standings(), ['Not signed yet'])
    assert.equal((await sue.get(`${application}/sign-offs/sponsor`)).status, 404)
  })

  it('is reminded three times a day, and not at all once they have signed', async () => {
    await ask('sponsor', 'sue')
    const remind = async () => (await ann.post(`${application}/sign-offs/sponsor/remind`)).status
    assert.deepEqual([await remind(), await remind(), await remind()], [303, 303, 400])
    assert.equal((await mails('sign-off-reminder')).length, 2)
    await sql`update sign_off set told_on = told_on - 1`.execute(server.services.db)
    assert.equal(await remind(), 303)
    await sign(sue, 'sponsor')
    assert.equal(await remind(), 400)
  })
})

describe('a partner', () => {
  beforeEach(async () => {
    await asks(['partner'])
    await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })
    await ben.post(`${application}/partner`, { organisation: 'T-BIRCH', answer: 'accept' })
  })

  it('signs through one of its own people, and the bid waits for it', async () => {
    assert.deepEqual(await standings(), ['Not signed yet'])
    assert.match((await submitFrom(ann, application)).body, /Birch City Council has not signed yet/)
    assert.equal((await ann.post(`${application}/sign-offs/partner-T-BIRCH/remind`)).status, 303)
    assert.equal((await mails('sign-off-reminder'))[0]?.recipient, 'ben@example.gov.uk')
    assert.equal((await ann.get(`${application}/sign-offs/partner-T-BIRCH/ask`)).status, 404)
    assert.match((await ben.get(`${application}/sign-offs`)).body, /Read and sign/)
    assert.equal((await sign(ben, 'partner-T-BIRCH')).status, 303)
    assert.equal((await mails('sign-off-signed'))[0]?.recipient, 'ann@example.gov.uk')
    assert.equal((await submitFrom(ann, application)).status, 303)
    assert.deepEqual(
      (await submitted())?.signOffs?.map(({ organisation }) => organisation.id),
      ['T-BIRCH'],
    )
  })

  it('is told by email on accepting that it must sign, and how, and finds it among its work while there is time', async () => {
    const [mail, ...others] = await mails('sign-off-asked')
    assert.deepEqual([mail?.recipient, others.length], ['ben@example.gov.uk', 0])
    assert.match(mail?.subject ?? '', /Birch City Council must sign Alder District Council’s application/)
    const address = `${application}/sign-offs/partner-T-BIRCH`
    assert.ok(mail?.body.includes(address))
    const waits = async () => (await ben.get('/home')).body.includes(`href="${address}"`)
    assert.equal(await waits(), true)
    assert.ok(!(await adam.get('/home')).body.includes(`href="${address}"`))
    await sign(ben, 'partner-T-BIRCH')
    assert.equal(await waits(), false)
    await ben.post(address, { answer: 'decline', reason: 'Not yet' })
    assert.equal(await waits(), false, 'who declined has answered')
    await sql`update sign_off set state = 'asked', reason = '' where state = 'declined'`.execute(server.services.db)
    assert.equal(await waits(), true)
    given.setClock(new Date(round.deadlineAt.getTime() + 1))
    ben = await server.signedIn(round.people.ben)
    assert.equal(await waits(), false, 'nothing waits after the deadline')
  })

  it('is waited for once it has accepted; until then the page says that nothing has to be signed', async () => {
    application = await given.begin(['partner'])
    const { body } = await ann.get(`${application}/sign-offs`)
    assert.match(body, /Each partner has to sign once it has accepted\. None has accepted/)
    assert.doesNotMatch(body, /asks for no sign-offs/)
  })

  it('is told nothing where the round asks no partner to sign', async () => {
    application = await given.begin(['sponsor'])
    await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })
    await ben.post(`${application}/partner`, { organisation: 'T-BIRCH', answer: 'accept' })
    assert.deepEqual(await mails('sign-off-asked'), [])
  })

  it('must sign again when another partner comes in, and one that leaves is not waited for', async () => {
    await sign(ben, 'partner-T-BIRCH')
    await ann.post(`${application}/partners`, { organisation: 'T-CEDAR' })
    assert.deepEqual(await standings(), ['Signed'], 'being asked changes nothing')
    const cai = await server.signedIn(round.people.cai)
    await cai.post(`${application}/partner`, { organisation: 'T-CEDAR', answer: 'accept' })
    assert.deepEqual(await standings(), ['Needs signing again', 'Not signed yet'])
    await cai.post(`${application}/partner`, { organisation: 'T-CEDAR', answer: 'decline' })
    assert.deepEqual(await standings(), ['Signed'])
    await ben.post(`${application}/partner`, { organisation: 'T-BIRCH', answer: 'decline' })
    await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })
    await ben.post(`${application}/partner`, { organisation: 'T-BIRCH', answer: 'accept' })
    assert.deepEqual(await standings(), ['Not signed yet'], 'who left and came back signs anew')
  })

  it('of two bodies signs for one with one pair of hands', async () => {
    await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
      values (${round.people.ben}::uuid, 'T-CEDAR', 'confirmed', now(), now())`.execute(server.services.db)
    await ann.post(`${application}/partners`, { organisation: 'T-CEDAR' })
    await ben.post(`${application}/partner`, { organisation: 'T-CEDAR', answer: 'accept' })
    assert.equal((await sign(ben, 'partner-T-BIRCH')).status, 303)
    const second = await sign(ben, 'partner-T-CEDAR')
    assert.equal(second.status, 400)
    assert.match(second.body, /One person cannot give two sign-offs/)
    assert.equal(typeof (await shownOn(ann, application)).content, 'string')
  })
})
