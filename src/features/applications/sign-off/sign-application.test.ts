import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accented, inAccents } from '../../../../tests/support/accented.ts'
import { fillIn, hiddenIn, referenceOf, submitFrom } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { OpenRound } from '../../../../tests/support/open-round.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'
import { bothSign, type Signer, type Signing, signers, signing, signShown } from '../../../../tests/support/signing.ts'
import { tellReopened } from './tell-reopened.ts'

const life = lastFirst({ after })
let given: Signing
let server: TestServer
let round: OpenRound
let ann: TestBrowser
let sue: TestBrowser
let mo: TestBrowser
let application: string

before(async () => {
  given = await signing(life, { languages: [accented] })
  server = given.server
  round = given.round
  ann = given.people.ann
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
const bothSigned = () => bothSign(given, application)
const somebody = (name: Signer) => given.somebody(name)
const save = (page: string, fields: Readonly<Record<string, string>>) =>
  fillIn(ann, `${application}/pages/${page}`, fields)
const standings = () => given.standings(application)
const mails = (kind: string) => given.mails(application, kind)
const submitted = () => given.submitted(application)

describe('an application that must be signed off', () => {
  it('is not submitted while a signature is missing, and says whose', async () => {
    const refused = await submitFrom(ann, application)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Ask the senior sponsor to sign the application off/)
    assert.match(refused.body, /Ask the section 151 officer to sign/)
    await ask('sponsor', 'sue')
    assert.match((await submitFrom(ann, application)).body, /sue, senior sponsor, has not signed yet/)
    const [mail] = await mails('sign-off-asked')
    assert.equal(mail?.recipient, signers.sue)
    assert.match(mail?.body ?? '', new RegExp(`${application}/sign-offs/sponsor`))
    assert.match((await ann.get(application)).body, /Senior sponsor[\s\S]*Not signed yet/)
  })

  it('goes with its signatures: in what is frozen, on the receipt, for the programme team and in its file', async () => {
    await bothSigned()
    assert.deepEqual(await standings(), ['Signed', 'Signed'])
    const answer = await submitFrom(ann, application)
    assert.equal(answer.status, 303, answer.body)
    const content = await submitted()
    assert.equal(content?.version, 2)
    assert.deepEqual(
      content?.signOffs?.map(({ kind, name, organisation }) => [kind, name, organisation.id]),
      [
        ['sponsor', 'A Signer', 'T-ALDER'],
        ['section-151', 'A Signer', 'T-ALDER'],
      ],
    )
    const words = /A Signer, Director, as senior sponsor of Alder District Council/
    assert.match((await ann.get(`${application}/receipt`)).body, words)
    assert.match((await mails('application-receipt'))[0]?.body ?? '', words)
    const pam = await server.signedIn(round.people.pam)
    const manage = '/manage/funds/test-fund/first/applications'
    assert.match((await pam.get(`${manage}/${referenceOf(application)}`)).body, words)
    assert.match((await pam.get(`${manage}.csv`)).body, /Signed off: senior sponsor,Signed off: section 151 officer/)
    assert.match((await pam.get(`${manage}.csv`)).body, words)
  })

  it('needs nobody’s signature where the round asks for none, and none is frozen', async () => {
    await asks([])
    assert.equal((await submitFrom(ann, application)).status, 303)
    const content = await submitted()
    assert.equal('signOffs' in (content ?? {}), false)
    assert.match((await ann.get(`${application}/sign-offs`)).body, /asks for no sign-offs/)
    assert.doesNotMatch((await ann.get(application)).body, /Sign-offs<\/h2>/)
  })
})

describe('at five to five', () => {
  const fiveToFive = async () =>
    await sql`update round set deadline_at = ${new Date(server.services.clock().getTime() + 5 * 60_000)} where slug = 'first'`.execute(
      server.services.db,
    )

  it('a comma kills no bid: the signatures hold, and the signer is shown what else changed', async () => {
    await bothSigned()
    await fiveToFive()
    await save('drivers', { drivers: 'Less money, and more need' })
    assert.deepEqual(await standings(), ['Signed', 'Signed'])
    const page = await sue.get(`${application}/sign-offs/sponsor`)
    assert.match(page.body, /Also changed since it was signed[\s\S]*Why do you want to change\? \(Ann, /)
    assert.doesNotMatch(page.body, /What has changed since it was signed/)
    await tellReopened(server.services)
    assert.deepEqual(await mails('sign-off-reopened'), [])
    assert.equal((await submitFrom(ann, application)).status, 303)
  })

  it('a pound reopens them: it is not submitted, the signers are told what changed, and it can be signed again', async () => {
    await save('money', { 'costs-0-now': '1000' })
    await bothSigned()
    await fiveToFive()
    await save('money', { 'costs-0-now': '1001' })
    assert.deepEqual(await standings(), ['Needs signing again', 'Needs signing again'])
    const refused = await submitFrom(ann, application)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /A Signer, senior sponsor, must sign again/)
    const page = await sue.get(`${application}/sign-offs/sponsor`)
    assert.match(page.body, /What has changed since it was signed[\s\S]*£1,000[\s\S]*£1,001/)

    await tellReopened(server.services)
    assert.deepEqual(await mails('sign-off-reopened'), [], 'not while it may still be being typed')
    given.setClock(new Date(server.services.clock().getTime() + 61_000))
    await tellReopened(server.services)
    await tellReopened(server.services)
    assert.match((await sue.get('/home')).body, /Sign off application/)
    const told = await mails('sign-off-reopened')
    assert.deepEqual(told.map(({ recipient }) => recipient).sort(), [signers.mo, signers.sue])
    assert.match(told[0]?.body ?? '', /What it costs: was .*£1,000.*, now .*£1,001/)

    assert.equal((await sign(sue, 'sponsor')).status, 303)
    assert.equal((await sign(mo, 'section-151')).status, 303)
    assert.equal((await submitFrom(ann, application)).status, 303)
  })

  it('a pound that is taken back leaves the signatures as they were', async () => {
    await save('money', { 'costs-0-now': '1000' })
    await bothSigned()
    await save('money', { 'costs-0-now': '9' })
    assert.deepEqual(await standings(), ['Needs signing again', 'Needs signing again'])
    await save('money', { 'costs-0-now': '1000' })
    assert.deepEqual(await standings(), ['Signed', 'Signed'])
  })

  it('a withdrawal clears nothing', async () => {
    await bothSigned()
    assert.equal((await submitFrom(ann, application)).status, 303)
    assert.equal((await sign(sue, 'sponsor').catch(() => ({ status: 0 }))).status, 0, 'nothing to sign once it is sent')
    await ann.post(`${application}/withdraw`)
    assert.deepEqual(await standings(), ['Signed', 'Signed'])
    assert.equal((await submitFrom(ann, application)).status, 303)
  })
})

describe('signing', () => {
  it('is of what was shown: nothing is signed when money changed meanwhile, and a comma is told afterwards', async () => {
    await ask('sponsor', 'sue')
    const url = `${application}/sign-offs/sponsor`
    const { body } = await sue.get(url)
    const kept = Object.fromEntries(
      ['content', 'parts', 'material', 'statement'].map((name) => [name, hiddenIn(body, name)]),
    )
    const fields = { answer: 'sign', name: 'Sue', jobTitle: 'Director', agreed: 'yes', ...kept }
    await save('money', { 'costs-0-now': '5' })
    const refused = await sue.post(url, fields)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Money, scope or partners were changed while you were reading/)
    await save('money', { 'costs-0-now': '' })
    await save('drivers', { drivers: 'A comma, meanwhile' })
    assert.equal((await sue.post(url, fields)).status, 303)
    assert.match((await sue.get(url)).body, /Also changed since it was signed[\s\S]*Why do you want to change\?/)
  })

  it('is of the statement that was shown, in its words', async () => {
    await ask('sponsor', 'sue')
    const other = await sign(sue, 'sponsor', { statement: 'I have looked at it.' })
    assert.equal(other.status, 400)
    assert.match(other.body, /The statement that you agree to has changed/)
    assert.equal((await sign(sue, 'sponsor')).status, 303)
    const { rows } = await sql<{ statement: string }>`
      select statement from sign_off_signature order by signed_at desc, number desc limit 1`.execute(server.services.db)
    assert.match(rows[0]?.statement ?? '', /^I am the senior sponsor of this application for Alder District Council\./)
  })

  it('is of the statement as it was read in another language, kept beside the English', async () => {
    const statement =
      'I am the senior sponsor of this application for Alder District Council. I have read it, and I support what it proposes, the money it names and the partners it is made with.'
    const read = inAccents(statement).replace(inAccents('Alder District Council'), 'Alder District Council')
    await ask('sponsor', 'sue')
    const reader = await given.somebody('sue')
    reader.cookies.set('language', 'cy')
    for (const other of [statement, `${read} `.replace('mônêŷ', 'cake')]) {
      const { status, body } = await sign(reader, 'sponsor', { statement: other })
      assert.equal(status, 400)
      assert.ok(body.includes(inAccents('The statement that you agree to has changed')))
    }
    assert.deepEqual(await standings(), ['Not signed yet', 'Nobody asked yet'])
    assert.equal((await sign(reader, 'sponsor')).status, 303)
    await ask('section-151', 'mo')
    assert.equal((await sign(mo, 'section-151')).status, 303)
    assert.equal((await submitFrom(ann, application)).status, 303)
    const [sponsor, officer] = (await submitted())?.signOffs ?? []
    assert.deepEqual([sponsor?.statement, sponsor?.read], [statement, { language: 'cy', statement: read }])
    assert.ok(officer !== undefined && !('read' in officer))
  })

  it('takes a name, a job title and the statement, and says all that is missing', async () => {
    await ask('sponsor', 'sue')
    const { status, body } = await sign(sue, 'sponsor', { name: ' ', jobTitle: '', agreed: '' })
    assert.equal(status, 400)
    for (const words of ['Enter a name', 'Enter a job title', 'Tick the statement to sign'])
      assert.match(body, new RegExp(words))
    assert.deepEqual(await standings(), ['Not signed yet', 'Nobody asked yet'])
  })

  it('of what is not complete says what is missing, and wants to be told that this is known', async () => {
    await ask('sponsor', 'sue')
    await save('drivers', { drivers: '' })
    const refused = await sign(sue, 'sponsor')
    assert.equal(refused.status, 400)
    assert.match(refused.body, /1 question is not answered[\s\S]*<li>Why do you want to change\?<\/li>/)
    assert.match(refused.body, /href="#asUnfinished"/)
    assert.deepEqual(await standings(), ['Not signed yet', 'Nobody asked yet'])
    assert.equal((await sign(sue, 'sponsor', { asUnfinished: 'yes' })).status, 303)
    assert.deepEqual(await standings(), ['Signed', 'Nobody asked yet'])
    await save('drivers', { drivers: 'Written after that' })
    assert.deepEqual(await standings(), ['Signed', 'Nobody asked yet'])
  })

  it('or declining with a reason, which those who write are told; a signature can be taken back', async () => {
    await ask('sponsor', 'sue')
    const url = `${application}/sign-offs/sponsor`
    assert.match((await sue.post(url, { answer: 'decline', reason: ' ' })).body, /Say why you decline/)
    assert.equal((await sign(sue, 'sponsor')).status, 303)
    assert.equal((await sue.post(url, { answer: 'decline', reason: 'The saving is wrong' })).status, 303)
    assert.match(
      (await submitFrom(ann, application)).body,
      /sue, senior sponsor, declined to sign: The saving is wrong/,
    )
    const [mail] = await mails('sign-off-declined')
    assert.equal(mail?.recipient, 'ann@example.gov.uk')
    assert.match(mail?.body ?? '', /The saving is wrong/)
    assert.equal((await sign(sue, 'sponsor')).status, 303)
    assert.deepEqual(await standings(), ['Signed', 'Nobody asked yet'])
  })

  it('is for the person asked alone: for nobody else there is no such page, and for the lead only to look', async () => {
    await ask('sponsor', 'sue')
    const url = `${application}/sign-offs/sponsor`
    for (const name of ['cai', 'ben', 'pam', 'nobody'] as const) {
      const browser = await server.signedIn(round.people[name])
      assert.equal((await browser.get(url)).status, 404, name)
      assert.equal((await browser.post(url, { answer: 'decline', reason: 'No' })).status, 404, name)
    }
    assert.equal((await mo.get(url)).status, 404)
    const looked = await ann.get(url)
    assert.equal(looked.status, 200)
    assert.doesNotMatch(looked.body, /Tick|name="agreed"/)
    assert.equal((await ann.post(url, { answer: 'decline', reason: 'No' })).status, 404)
    assert.equal((await ann.get(`${application}/sign-offs/partner-T-BIRCH`)).status, 404)
    assert.match((await sue.get('/home')).body, /Sign off application/)
  })

  it('waits for somebody whose address is not of the organisation to be confirmed, and shows them nothing until then', async () => {
    const lou = await somebody('lou')
    assert.equal((await ask('sponsor', 'lou')).status, 303)
    const url = `${application}/sign-offs/sponsor`
    const page = await lou.get(url)
    assert.match(page.body, /Confirm where you work/)
    assert.doesNotMatch(page.body, /Less money/)
    assert.equal((await lou.post(url, { answer: 'sign', name: 'Lou', jobTitle: 'X', agreed: 'yes' })).status, 404)
    await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
      select id, 'T-ALDER', 'confirmed', now(), now() from person where email = ${signers.lou}`.execute(
      server.services.db,
    )
    assert.match((await lou.get(url)).body, /Less money/)
    assert.equal((await sign(lou, 'sponsor')).status, 303)
  })

  it('is never altered', async () => {
    await ask('sponsor', 'sue')
    await sign(sue, 'sponsor')
    const { db } = server.services
    await assert.rejects(sql`update sign_off_signature set name = 'Somebody else'`.execute(db), /never altered/)
    await assert.rejects(sql`delete from sign_off_signature`.execute(db), /never altered/)
  })

  it('leaves an event each time', async () => {
    await ask('sponsor', 'sue')
    await sign(sue, 'sponsor')
    await sue.post(`${application}/sign-offs/sponsor`, { answer: 'decline', reason: 'No' })
    const { rows } = await sql<{ action: string; kind: string }>`
      select action, facts ->> 'kind' as kind from audit_event where object_id = ${referenceOf(application)}
        and action like 'application.sign%' order by id`.execute(server.services.db)
    assert.deepEqual(
      rows.map(({ action, kind }) => `${action} ${kind}`),
      ['application.sign-off-asked sponsor', 'application.signed-off sponsor', 'application.sign-off-declined sponsor'],
    )
  })
})
