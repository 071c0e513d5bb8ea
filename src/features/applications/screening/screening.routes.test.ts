import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { fillIn } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { contentHash, type Json } from '../../../core/canonical/index.ts'
import type { Form } from '../../../core/forms/index.ts'
import { saveDraftRow } from '../../forms/forms.store.ts'
import { insertForm, publishFormVersion } from '../../forms/index.ts'

const yesNo = (id: string, label: string) => ({ type: 'yes-no' as const, id, label, required: true })

const screener: Form = {
  id: 'screener',
  title: 'Can you apply?',
  pages: [
    { id: 'who', title: 'Who you are', questions: [yesNo('council', 'Are you a council?')] },
    {
      id: 'bid',
      title: 'Your bid',
      showIf: { question: 'council', is: true },
      // The form of the round asks this one too.
      questions: [yesNo('joint', 'Is this a joint bid?')],
    },
  ],
  rules: [
    {
      id: 'council',
      clause: 'Rules 1',
      when: { question: 'council', is: false },
      outcome: 'fail',
      text: 'Only councils can lead.',
      remedy: 'Ask a council to lead.',
      link: 'https://example.gov.uk/rules',
    },
    { id: 'alone', clause: 'Rules 2', when: { question: 'joint', is: false }, outcome: 'caveat', text: 'Join others.' },
  ],
}

const base = '/funds/test-fund/first'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  await useScreener(screener)
})

/** Makes this the screener of the round. */
async function useScreener(definition: Form): Promise<void> {
  const { db, newId, sha256, clock } = server.services
  const formId = newId()
  await db.transaction().execute(async (tx) => {
    const at = clock()
    await insertForm(tx, {
      id: formId,
      fundId: round.round.fundId,
      name: `Screener ${formId}`,
      purpose: 'eligibility',
      createdAt: at,
    })
    const hash = contentHash(definition as unknown as Json, sha256)
    await saveDraftRow(tx, { id: newId(), formId, definition, sha256: hash, savedAt: at })
    const published = await publishFormVersion(tx, server.services, { formId, changeNote: '', personId: null, at })
    assert.ok(published.ok)
    await sql`update round set screener_version_id = ${published.value.id}::uuid where slug = 'first'`.execute(tx)
  })
}

/** Goes through the screener as somebody who answers so. @returns where it led */
async function answer(browser: TestBrowser, council: string, joint?: string): Promise<TestAnswer> {
  const first = await browser.post(`${base}/eligibility/questions/who`, { council })
  if (joint === undefined) return first
  return await browser.post(`${base}/eligibility/questions/bid`, { joint })
}

describe('whether somebody can apply', () => {
  it('is asked page by page without signing in, and begins where something is still open', async () => {
    const visitor = server.visitor()
    assert.equal((await visitor.get(`${base}/eligibility`)).location, `${base}/eligibility/questions/who`)
    const empty = await visitor.post(`${base}/eligibility/questions/who`, {})
    assert.equal(empty.status, 400)
    assert.match(empty.body, /href="#council"/)
    assert.equal((await answer(visitor, 'yes')).location, `${base}/eligibility/questions/bid`)
    assert.equal((await visitor.get(`${base}/eligibility/result`)).location, `${base}/eligibility/questions/bid`)
    assert.equal((await answer(visitor, 'yes', 'yes')).location, `${base}/eligibility/result`)
    assert.match((await visitor.get(`${base}/eligibility/result`)).body, /<h1[^>]*>\s*You can apply/)
  })

  it('names each rule with its clause, where to read it and what can be done', async () => {
    const visitor = server.visitor()
    assert.equal((await answer(visitor, 'no')).location, `${base}/eligibility/result`)
    const { body } = await visitor.get(`${base}/eligibility/result`)
    assert.match(body, /You cannot apply with these answers/)
    assert.match(body, /Only councils can lead\./)
    assert.match(body, /<a class="govuk-link" href="https:\/\/example\.gov\.uk\/rules">Rules 1<\/a>/)
    assert.match(body, /Ask a council to lead\./)
    await answer(visitor, 'yes', 'no')
    const noted = await visitor.get(`${base}/eligibility/result`)
    assert.match(noted.body, /You can apply, with points to note/)
    assert.match(noted.body, /Rules 2/)
  })

  it('takes from the browser only what could have been answered', async () => {
    const visitor = server.visitor()
    const forged = JSON.stringify(['another version', { council: true, joint: true }])
    for (const cookie of ['%', 'bm90IGpzb24', Buffer.from(forged).toString('base64url')]) {
      visitor.cookies.set('screening', cookie)
      assert.equal((await visitor.get(`${base}/eligibility/result`)).location, `${base}/eligibility/questions/who`)
    }
  })
})

/** A new application of Alder's, with what this browser carries. */
async function started(browser: TestBrowser): Promise<string> {
  const { location = '' } = await browser.post(`${base}/apply`, { lead: 'T-ALDER', another: 'T-ALDER' })
  return location
}

describe('a list in a screener', () => {
  const at = `${base}/eligibility/questions/bodies`
  const kinds = ['council', 'police', 'charity']
  const body = (index: number, kind: string, pounds: number) => ({
    [`bodies-${index}-kind`]: kind,
    [`bodies-${index}-pounds`]: String(pounds),
  })
  before(async () => {
    const listed: Form = {
      id: 'listed',
      title: 'Can you apply?',
      pages: [
        {
          id: 'bodies',
          title: 'Bodies',
          questions: [
            {
              type: 'repeating-group',
              id: 'bodies',
              label: 'Who takes part?',
              itemName: 'body',
              questions: [
                {
                  type: 'radios',
                  id: 'kind',
                  label: 'Kind of body',
                  required: true,
                  options: kinds.map((value) => ({ value, label: value })),
                },
                { type: 'whole-number', id: 'pounds', label: 'Pounds', required: true },
              ],
            },
          ],
        },
      ],
      rules: [
        {
          id: 'police',
          clause: 'Rules 3',
          when: {
            items: 'bodies',
            where: {
              all: [
                { question: 'kind', is: 'police' },
                { question: 'pounds', above: 100 },
              ],
            },
            atLeast: 1,
          },
          outcome: 'fail',
          text: 'No police commissioner may pay more than £100.',
        },
      ],
    }
    await useScreener(listed)
  })
  after(async () => await useScreener(screener))

  it('is added to and taken from without scripts, and loses nothing that was typed', async () => {
    const visitor = server.visitor()
    const typed = { 'bodies-0-kind': 'police', 'bodies-0-pounds': 'ten' }
    const more = await visitor.post(at, { ...typed, action: 'add:bodies' })
    assert.equal(more.status, 200)
    assert.match(more.body, /value="ten"/)
    assert.match(more.body, /name="bodies-1-kind"/)
    const fewer = await visitor.post(at, { ...typed, 'bodies-1-kind': 'charity', action: 'remove:bodies:0' })
    assert.match(fewer.body, /name="bodies-0-kind"[^>]*value="charity" checked/)
    assert.doesNotMatch(fewer.body, /name="bodies-1-kind"/)
    assert.match((await visitor.post(at, typed)).body, /href="#bodies-0-pounds"/)
  })

  it('is judged by all entries, with what several tests say of one of them', async () => {
    const outcomeOf = async (answers: { readonly [name: string]: string }) => {
      const visitor = server.visitor()
      assert.equal((await visitor.post(at, answers)).location, `${base}/eligibility/result`)
      return /You cannot apply|You can apply/.exec((await visitor.get(`${base}/eligibility/result`)).body)?.[0]
    }
    assert.equal(await outcomeOf({}), 'You can apply')
    assert.equal(await outcomeOf({ ...body(0, 'council', 500), ...body(1, 'police', 100) }), 'You can apply')
    assert.equal(await outcomeOf({ ...body(0, 'council', 500), ...body(1, 'police', 101) }), 'You cannot apply')
  })

  it('is carried by the browser, however many entries it has', async () => {
    const visitor = server.visitor()
    const many = Array.from({ length: 100 }, (_, index) =>
      body(index, index === 99 ? 'police' : 'council', 7919 * index),
    )
    const { location } = await visitor.post(at, Object.assign({}, ...many))
    assert.equal(location, `${base}/eligibility/result`)
    assert.ok((visitor.cookies.get('screening')?.length ?? 0) < 4000)
    assert.match((await visitor.get(`${base}/eligibility/result`)).body, /You cannot apply/)
  })
})

describe('an application to a round with a screener', () => {
  it('is not started before the questions are answered, and then has the answers', async () => {
    const ann = await server.signedIn(round.people.ann)
    assert.match((await ann.get(`${base}/apply`)).body, /Check that you can apply/)
    assert.equal(await started(ann), `${base}/eligibility`)
    await answer(ann, 'yes', 'no')
    const application = await started(ann)
    assert.match(application, /^\/applications\/TF-/)
    assert.equal(ann.cookies.has('screening'), false)
    const { rows } = await sql<{ value: boolean; kept: number; screening: object }>`
      select s.value, a.screening, (select count(*) from answer_version v where v.application_id = a.id) as kept
      from application a join answer s on s.application_id = a.id
      where '/applications/' || a.reference = ${application}`.execute(server.services.db)
    assert.deepEqual(rows, [{ value: false, kept: 1, screening: { council: true, joint: false } }])
    assert.match((await ann.get(`${application}/pages/joint`)).body, /value="no" checked/)
  })

  it('can be started although a rule is against it, with a warning, and is refused naming the clause', async () => {
    const ann = await server.signedIn(round.people.ann)
    await answer(ann, 'no')
    assert.match((await ann.get(`${base}/apply`)).body, /an application cannot be submitted/)
    const application = await started(ann)
    const check = await ann.get(`${application}/check`)
    const problem = /<a href="([^"]+)">Not eligible: Only councils can lead \(Rules 1\)/.exec(check.body)
    // The form does not ask it: it is changed where the screener did.
    assert.equal(problem?.[1], `${application}/eligibility/questions/who#council`)
    assert.match((await ann.get(`${application}/eligibility/questions/who`)).body, /id="council"/)
  })

  it('goes by what is changed later, in the application or in its form, and freezes it', async () => {
    const ann = await server.signedIn(round.people.ann)
    await answer(ann, 'no')
    const application = await started(ann)
    assert.equal(
      (await ann.post(`${application}/eligibility/questions/who`, { council: 'yes' })).location,
      `${application}/eligibility/questions/bid`,
    )
    await ann.post(`${application}/eligibility/questions/bid`, { joint: 'no' })
    assert.match((await ann.get(`${application}/eligibility`)).body, /Rules 2/)
    const form = round.round.formVersionId ?? ''
    await ann.post(`${application}/pages/drivers`, { form, version: '0', drivers: 'Less money' })
    await ann.post(`${application}/pages/contact`, { form, version: '0-0', name: 'Ann', email: 'ann@example.gov.uk' })
    const page = await ann.get(`${application}/check`)
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? ''
    const fields = { content: hidden('content'), parts: hidden('parts'), declaration: 'yes' }
    const sent = await ann.post(`${application}/check`, fields)
    assert.equal(sent.status, 303, /error-summary[\s\S]{0,900}/.exec(sent.body)?.[0])
    assert.match(
      (await ann.get(`${application}/receipt`)).body,
      /Passes with points to note<br>Join others\. \(Rules 2\)/,
    )
    const { rows } = await sql<{ outcome: string; told: string }>`
      select s.outcome, s.content->'eligibility'->'screener'->'pages'->0->'questions'->0->'shown'->>0 as told
      from submission s join application a on a.id = s.application_id
      where '/applications/' || a.reference = ${application}`.execute(server.services.db)
    assert.deepEqual(rows, [{ outcome: 'pass-with-caveats', told: 'Yes' }])
    assert.equal((await ann.post(`${application}/eligibility/questions/who`, { council: 'no' })).location, application)
  })

  it('asks again in the application of somebody who never was asked', async () => {
    const reference = await round.draft()
    const ann = await server.signedIn(round.people.ann)
    assert.match((await ann.get(`/applications/${reference}`)).body, /Whether you can apply/)
    assert.match(
      (await ann.get(`/applications/${reference}/check`)).body,
      new RegExp(`href="/applications/${reference}/eligibility">Answer the questions`),
    )
    assert.equal(
      (await ann.get(`/applications/${reference}/eligibility`)).location,
      `/applications/${reference}/eligibility/questions/who`,
    )
    const ben = await server.signedIn(round.people.ben)
    assert.equal((await ben.get(`/applications/${reference}/eligibility`)).status, 404)
  })
})

describe('what the rules say of the applications of a round', () => {
  it('is counted for those who run it by what was submitted and what screeners were told, and is in their file', async () => {
    const pam = await server.signedIn(round.people.pam)
    const ann = await server.signedIn(round.people.ann)
    await answer(ann, 'yes', 'yes')
    await started(ann)
    const { body } = await pam.get('/manage/funds/test-fund/first/applications')
    const section = /id="eligibility"[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
    const rows = [...section.matchAll(/<d[td][^>]*>\s*([^<]*?)\s*<\/d[td]>/g)].map(([, text]) => text)
    assert.deepEqual(rows, [
      'Passes',
      '0 submitted, 1 being written',
      'Points to note',
      '1 submitted, 1 being written',
      'Does not pass',
      '0 submitted, 1 being written',
      'Not answered yet',
      '0 submitted, 1 being written',
    ])
    const file = (await pam.get('/manage/funds/test-fund/first/applications.csv')).body
    assert.match(file, /Eligibility,Rules that apply/)
    assert.match(file, /,pass-with-caveats,"Join others\. \(Rules 2\)\nJoint bids are encouraged \(Q&A 2\)",/)
  })
})

describe('an application that was never asked', () => {
  it('is asked although its form has answered everything, and is then told to do so no more', async () => {
    const bid = { id: 'bid', title: 'Your bid', questions: [yesNo('joint', 'Is this a joint bid?')] }
    await useScreener({ ...screener, pages: [bid], rules: (screener.rules ?? []).slice(1) })
    const reference = await round.draft()
    const ann = await server.signedIn(round.people.ann)
    await fillIn(ann, `/applications/${reference}/pages/joint`, { joint: 'no', action: 'later' })
    const [asked, check] = [`/applications/${reference}/eligibility`, `/applications/${reference}/check`]
    const toDo = /Answer the questions about whether you can apply/
    assert.match((await ann.get(check)).body, toDo)
    assert.equal((await ann.get(asked)).location, `${asked}/questions/bid`)
    assert.match((await ann.get(`${asked}/questions/bid`)).body, /value="no" checked/)
    assert.equal((await ann.post(`${asked}/questions/bid`, { joint: 'no' })).location, asked)
    assert.equal((await ann.get(asked)).status, 200)
    assert.doesNotMatch((await ann.get(check)).body, toDo)
  })
})
