import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { complete, fillIn, hiddenIn, referenceOf, shownOn, submitFrom } from '../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { roundAtWork } from '../../../tests/support/round-at-work.ts'
import type { TestBrowser } from '../../../tests/support/server.ts'
import { readCsv } from '../../platform/csv/read-csv.ts'

const life = lastFirst({ after })
let now = new Date('2026-11-02T10:00:00.000Z')
const { all, as } = roundAtWork(life, () => now)

describe('an application without scripts', () => {
  it('goes from starting to the receipt, and to the programme team', async () => {
    const ann = await as('ann')
    const apply = await ann.get('/funds/test-fund/first/apply')
    assert.match(apply.body, /10:00am GMT on Monday 9 November 2026/)
    assert.match(apply.body, /about 12 hours/)
    const started = await ann.post('/funds/test-fund/first/apply', { lead: 'T-ALDER' })
    assert.equal(started.status, 303)
    const application = started.location ?? ''
    assert.match(application, /^\/applications\/TF-2026-/)

    const first = await fillIn(ann, `${application}/pages/drivers`, { drivers: 'Less money' })
    assert.equal(first.location, `${application}/pages/contact`)
    const wrong = await fillIn(ann, `${application}/pages/contact`, { name: 'Ann', email: 'nobody' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /<title>Error: /)
    assert.match(wrong.body, /href="#email">Email address must be an email address/)
    assert.match(wrong.body, /id="email"[^>]*value="nobody"/)
    const later = await fillIn(ann, `${application}/pages/contact`, {
      name: 'Ann',
      email: 'still wrong',
      action: 'later',
    })
    assert.equal(later.location, application)
    const list = await ann.get(application)
    assert.match(list.body, /<h1[^>]*>Alder District Council’s application<\/h1>/)
    assert.match(list.body, /Has problems/)
    assert.match(list.body, /Last saved by Ann at/)
    assert.match(list.body, /7 days left/)

    const check = await ann.get(`${application}/check`)
    assert.match(check.body, /Before you can submit/)
    assert.ok(!check.body.includes('e-mail'))
    const refused = await submitFrom(ann, application)
    assert.equal(refused.status, 400)
    for (const field of ['contact?from=check&amp;all=yes#email', 'joint?from=check&amp;all=yes#joint']) {
      assert.ok(refused.body.includes(`href="${application}/pages/${field}"`), field)
    }
    assert.match((await ann.get(`${application}/pages/joint?all=yes`)).body, /Select yes or no for/)

    await complete(ann, application)
    assert.match((await ann.get(`${application}/check`)).body, /What the rules say about your answers/)
    const undeclared = await ann.post(`${application}/check`)
    assert.match(undeclared.body, /href="#declaration">Confirm the declaration/)
    const submitted = await submitFrom(ann, application)
    assert.equal(submitted.location, `${application}/receipt`)
    const receipt = await ann.get(`${application}/receipt`)
    assert.match(receipt.body, /govuk-panel--confirmation/)
    assert.match(receipt.body, /sent a receipt by email/)
    assert.match(receipt.body, /10:00:00am GMT on Monday 2 November 2026/)
    assert.equal([...receipt.body.matchAll(/<span>[0-9a-f]{8}<\/span>/g)].length, 8)
    const again = await ann.post(`${application}/check`, { declaration: 'yes' })
    assert.equal(again.location, `${application}/receipt`)
    assert.match((await ann.get(`${application}/submission`)).body, /Less money/)
    const json = await ann.get(`${application}/submission.json`)
    assert.equal(
      json.headers['content-disposition'],
      `attachment; filename="submission-${referenceOf(application)}.json"`,
    )
    const hash = createHash('sha256').update(json.body).digest('hex')
    assert.ok(receipt.body.replaceAll(/<\/?span>| /g, '').includes(hash))
    assert.ok(receipt.body.includes(`href="${application}/submission.json"`))
    const pdf = await ann.get(`${application}/receipt.pdf`)
    assert.equal(pdf.status, 200)
    assert.match(pdf.body, /^%PDF-/)

    const team = await as('pam')
    const reference = referenceOf(application)
    const listed = await team.get('/manage/funds/test-fund/first/applications?query=alder&kind=district&sort=authority')
    assert.ok(listed.body.includes(reference))
    assert.match(listed.body, /1 submitted application</)
    assert.match(
      (await team.get('/manage/funds/test-fund/first/applications?kind=county')).body,
      /0 submitted applications/,
    )
    const read = await team.get(`/manage/funds/test-fund/first/applications/${reference}`)
    assert.match(read.body, /<h1[^>]*>Alder District Council’s application<\/h1>/)
    assert.match(read.body, /Less money/)
    assert.ok(!/<form[^>]*pages/.test(read.body))
    const managed = `/manage/funds/test-fund/first/applications/${reference}/submission.json`
    assert.ok(read.body.includes(`href="${managed}"`))
    for (const name of ['pam', 'oli'] as const) assert.equal((await (await as(name)).get(managed)).body, json.body)
    for (const name of ['ann', 'ben', 'sid', 'nobody'] as const) {
      assert.equal((await (await as(name)).get(managed)).status, 404, name)
    }

    assert.match((await ann.get('/funds/test-fund/first/apply')).body, new RegExp(`>See ${reference}</a>`))
    assert.equal((await ann.post(`${application}/withdraw`)).location, application)
    assert.equal((await team.get(`/manage/funds/test-fund/first/applications/${reference}`)).status, 404)
    assert.match((await ann.get(application)).body, /was withdrawn/)
  })

  it('offers the draft of a colleague first, and starts a second only when asked', async () => {
    const adam = await as('adam')
    const apply = await adam.get('/funds/test-fund/first/apply')
    assert.match(apply.body, /Your organisation has already started[\s\S]*>Continue with [A-Z0-9-]+<\/a>/)
    assert.match(
      apply.body,
      /Cedar Fire Authority cannot lead an application, because the rules of this round let only/,
    )
    const offered = await adam.post('/funds/test-fund/first/apply', { lead: 'T-ALDER' })
    assert.equal(offered.status, 400)
    assert.match(offered.body, /Alder already has an application, TF-2026-/)
    assert.match(offered.body, /Start another/)
    const forAnother = await adam.post('/funds/test-fund/first/apply', { lead: 'T-ALDER', another: 'T-FIRE' })
    assert.equal(forAnother.status, 400)
    const another = hiddenIn(forAnother.body, 'another')
    const second = await adam.post('/funds/test-fund/first/apply', { lead: 'T-ALDER', another })
    assert.equal(second.status, 303)
    assert.equal((await adam.post('/funds/test-fund/first/apply', { lead: 'T-FIRE' })).status, 400)
    assert.equal((await adam.post('/funds/test-fund/first/apply', { lead: 'T-BIRCH' })).status, 404)
    assert.match((await adam.post('/funds/test-fund/first/apply', {})).body, /Select the organisation that will lead/)
  })
})

describe('checking before submitting', () => {
  it('is asked for again when a colleague has saved since, with who and what, and then goes through', async () => {
    const [ann, adam] = [await as('ann'), await as('adam')]
    const application = `/applications/${await all().round.draft()}`
    await complete(ann, application)
    const shown = await shownOn(ann, application)
    await fillIn(adam, `${application}/pages/joint`, { joint: 'yes' })
    await fillIn(adam, `${application}/pages/joint`, { joint: 'yes', with: 'T-BIRCH' })
    const refused = await ann.post(`${application}/check`, { ...shown, declaration: 'yes' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /<title>Error: Check your answers/)
    for (const [id, label] of [
      ['joint', 'Is this a joint bid?'],
      ['with', 'Which authority is it with?'],
    ]) {
      const link = `href="${application}/pages/joint?from=check#${id}">“${label}” was saved by Adam at 10am`
      assert.ok(
        refused.body.includes(link),
        refused.body.slice(refused.body.indexOf('error-summary'), refused.body.indexOf('error-summary') + 1500),
      )
    }
    assert.match(refused.body, /Birch City Council/)
    assert.match((await submitFrom(ann, application)).location ?? '', /receipt$/)
    await ann.post(`${application}/withdraw`)
  })
})
describe('after the deadline', () => {
  it('still keeps what is written, and refuses to submit it in clear words', async (t) => {
    const ann = await as('ann')
    const application = `/applications/${await all().round.draft()}`
    await complete(ann, application)
    const before = now
    t.after(() => {
      now = before
    })
    now = new Date(all().round.deadlineAt.getTime() + 1)
    const late = await as('ann')
    assert.match((await late.get(`${application}/pages/drivers`)).body, /can no longer be submitted/)
    await fillIn(late, `${application}/pages/drivers`, { drivers: 'Written late' })
    const written = (await late.get(`${application}/pages/drivers`)).body
    assert.match(written, /Written late/)
    assert.match(written, /Saved after the deadline: “[^”]+”, 10am on Monday 9 November 2026/)
    const history = (await late.get(`${application}/pages/drivers/history`)).body
    assert.match(history, /10am on Monday 9 November 2026, after the deadline/)
    assert.equal(history.match(/after the deadline/g)?.length, 1, 'what was written in time is not marked')
    const tasks = (await late.get(application)).body
    assert.ok(!tasks.includes('answers and submit'))
    assert.match(tasks, /Last saved by Ann at 10am on Monday 9 November 2026, after the deadline/)
    const check = (await late.get(`${application}/check`)).body
    assert.match(check, /This round closed at 10:00am GMT on Monday 9 November 2026.*What was written is kept/)
    assert.match(check, /Written late/)
    assert.ok(!/Submit application|Before you can submit|stop a submission|name="declaration"/.test(check))
    const refused = await late.post(`${application}/check`, { declaration: 'yes' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /The deadline was 10:00am GMT on Monday 9 November 2026/)
    assert.match(refused.body, /Written late/)
    assert.match((await late.get('/funds/test-fund/first/apply')).body, /The deadline was/)
    now = all().round.deadlineAt
    assert.equal((await submitFrom(late, application)).status, 303)
    await late.post(`${application}/withdraw`)
  })
})

describe('partners', () => {
  it('are asked, read, accept on a page that says what it uses, and leave', async () => {
    const [ann, ben] = [await as('ann'), await as('ben')]
    const application = `/applications/${await all().round.draft()}`
    await fillIn(ann, `${application}/pages/drivers`, { drivers: 'Together' })
    assert.equal((await ben.get(application)).status, 404)
    assert.match((await ann.get(`${application}/partners?q=birch`)).body, /Birch City Council/)
    assert.equal((await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })).status, 303)
    assert.match(
      (await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })).body,
      /has already been asked/,
    )
    assert.match(
      (await ann.post(`${application}/partners`, { organisation: 'T-ALDER' })).body,
      /cannot be a partner in it/,
    )
    assert.match((await ann.post(`${application}/partners`, { organisation: 'T-OLD' })).body, /Select an organisation/)
    const { rows } = await sql<{
      recipient: string
    }>`select recipient from message where kind = 'partner-asked'`.execute(all().server.services.db)
    assert.deepEqual(rows, [{ recipient: 'ben@example.gov.uk' }])

    assert.match((await ben.get(`${application}/partner`)).body, /does not use up your organisation’s own application/)
    assert.match((await ben.get(`${application}/pages/drivers`)).body, /Together/)
    const read = await ben.get(`${application}/pages/drivers`)
    assert.ok(!read.body.includes('Save and continue'))
    const write = { form: all().round.round.formVersionId ?? '', version: '1', drivers: 'mine' }
    assert.equal((await ben.post(`${application}/pages/drivers`, write)).status, 404)
    assert.equal((await ben.post(`${application}/check`, { declaration: 'yes' })).status, 404)
    assert.equal((await ben.post(`${application}/partner`, { organisation: 'T-ALDER', answer: 'accept' })).status, 404)
    await ben.post(`${application}/partner`, { organisation: 'T-BIRCH', answer: 'accept' })
    assert.match((await ann.get(application)).body, /Birch City Council: partner/)
    await ben.post(`${application}/partner`, { organisation: 'T-BIRCH', answer: 'decline' })
    assert.match((await ann.get(application)).body, /Birch City Council: declined/)
    assert.equal((await ben.get(application)).status, 404)
    await ann.post(`${application}/partners/remove`, { organisation: 'T-BIRCH' })
    assert.match((await ann.get(application)).body, /No partners/)
  })
})

describe('a partner for which nobody acts yet', () => {
  it('is said not to know of it, and a letter to its own address says how to begin', async (t) => {
    const { db } = all().server.services
    const ann = await as('ann')
    const application = `/applications/${await all().round.draft()}`
    const organisation = 'T-FIRE'
    const peopleAre = async (state: 'confirmed' | 'ended') =>
      await sql`update membership set state = ${state} where organisation_id = ${organisation}`.execute(db)
    t.after(async () => await peopleAre('confirmed'))
    await peopleAre('ended')
    const letters = async () => {
      const { rows } = await sql<{ recipient: string; body: string }>`select recipient, body from message
        where kind = 'partner-asked' and body like ${`%${referenceOf(application)}%`}`.execute(db)
      return rows
    }
    const addressIs = async (email: string | null) =>
      await sql`update organisation set contact_email = ${email} where id = ${organisation}`.execute(db)
    await addressIs(null)
    await ann.post(`${application}/partners`, { organisation })
    assert.match((await ann.get(`${application}/partners`)).body, /no email address for it, so nobody was told/)
    assert.deepEqual(await letters(), [])
    await ann.post(`${application}/partners/remove`, { organisation })
    await addressIs('care@cedar.example')
    await ann.post(`${application}/partners`, { organisation })
    assert.match(
      (await ann.get(`${application}/partners`)).body,
      /we wrote to care@cedar\.example\. Ask somebody there/,
    )
    const [letter, ...more] = await letters()
    assert.equal(letter?.recipient, 'care@cedar.example')
    assert.match(letter.body, /\/account\/organisations\?query=Cedar/)
    assert.deepEqual(more, [])
    await addressIs(null)
    await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })
    const listed = (await ann.get(`${application}/partners`)).body
    assert.equal(listed.split('Nobody there uses this service yet').length, 2, 'Birch has people')
  })
})

describe('asking the same partner again and again', () => {
  it('writes to its people three times in a day, and again on the next', async (t) => {
    const application = `/applications/${await all().round.draft()}`
    const organisation = 'T-CEDAR'
    const before = now
    t.after(() => {
      now = before
    })
    const askAndRemove = async (browser: TestBrowser) => {
      const asked = await browser.post(`${application}/partners`, { organisation })
      await browser.post(`${application}/partners/remove`, { organisation })
      return asked
    }
    const letters = async () => {
      const { rows } = await sql<{ count: number }>`select count(*) from message
        where kind = 'partner-asked' and body like ${`%${referenceOf(application)}%`}`.execute(all().server.services.db)
      return rows[0]?.count
    }
    now = new Date('2026-11-02T23:59:59.999Z')
    const ann = await as('ann')
    for (let times = 1; times <= 3; times += 1) assert.equal((await askAndRemove(ann)).status, 303)
    const refused = await askAndRemove(ann)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Cedar County Council has been asked 3 times today. You can ask it again tomorrow/)
    assert.equal(await letters(), 3)
    now = new Date('2026-11-03T00:00:00.000Z')
    assert.equal((await askAndRemove(ann)).status, 303)
    assert.equal(await letters(), 4)
  })
})

describe('who sees what', () => {
  it('hides a draft from everyone but its people', async () => {
    const reference = await all().round.draft()
    const ann = await as('ann')
    await fillIn(ann, `/applications/${reference}/pages/drivers`, { drivers: 'Secret until sent' })
    const pages = [
      '',
      '/pages/drivers',
      '/check',
      '/receipt',
      '/receipt.pdf',
      '/submission',
      '/submission.json',
      '/withdraw',
      '/partners',
      '/partner',
    ]
    for (const name of ['ben', 'cai', 'pam', 'oli', 'sid', 'nobody'] as const) {
      const browser = await as(name)
      for (const page of pages) {
        assert.equal((await browser.get(`/applications/${reference}${page}`)).status, 404, `${name} ${page}`)
      }
    }
    const team = await as('pam')
    assert.equal((await team.get(`/manage/funds/test-fund/first/applications/${reference}`)).status, 404)
    const list = await team.get('/manage/funds/test-fund/first/applications')
    assert.match(list.body, /Alder District Council/)
    assert.ok(!list.body.includes('Secret until sent') && !list.body.includes(reference))
  })

  it('keeps the list of a round to those who run or audit its fund', async () => {
    const url = '/manage/funds/test-fund/first/applications'
    const statuses: number[] = []
    for (const name of ['pam', 'oli', 'sid', 'ann', 'nobody'] as const) {
      statuses.push((await (await as(name)).get(url)).status)
      statuses.push((await (await as(name)).get(`${url}.csv`)).status)
    }
    assert.deepEqual(statuses, [200, 200, 200, 200, 404, 404, 404, 404, 404, 404])
  })

  it('gives all submitted answers as a file that a spreadsheet only reads', async () => {
    const cai = await as('cai')
    const started = await cai.post('/funds/test-fund/first/apply', { lead: 'T-CEDAR' })
    const application = started.location ?? ''
    await complete(cai, application)
    await fillIn(cai, `${application}/pages/drivers`, { drivers: '=cmd|calc\nŴyn' })
    assert.equal((await submitFrom(cai, application)).status, 303)
    const file = await (await as('pam')).get('/manage/funds/test-fund/first/applications.csv')
    const read = readCsv(new TextEncoder().encode(file.body), [
      'Reference',
      'Lead authority',
      'Why do you want to change?',
    ])
    assert.ok(read.ok)
    assert.deepEqual(
      read.value.map(({ cells }) => ({ ...cells })),
      [
        {
          Reference: application.split('/').at(-1),
          'Lead authority': 'Cedar County Council',
          'Why do you want to change?': "'=cmd|calc\nŴyn",
        },
      ],
    )
  })

  it('shows the blank form to anyone, as a page, text and PDF', async () => {
    const visitor = all().server.visitor()
    const page = await visitor.get('/funds/test-fund/first/form/blank')
    assert.match(page.body, /Up to 20 words/)
    assert.match(page.body, /Asked only if “Is this a joint bid\?” is yes/)
    const text = await visitor.get('/funds/test-fund/first/form/blank.txt')
    assert.match(text.body, /Why do you want to change\?\n {2}Up to 20 words/)
    assert.match((await visitor.get('/funds/test-fund/first/form/blank.pdf')).body, /^%PDF-/)
    assert.equal((await visitor.get('/funds/test-fund/second/form/blank')).status, 404)
  })
})
