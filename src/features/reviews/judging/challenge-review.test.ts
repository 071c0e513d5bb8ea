import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let ann: TestBrowser
let ben: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  ann = started.ann
  review = started.review
  ben = await started.join('ben', ['expert'])
})

const point = { title: 'Growth of income', about: 'money', why: 'No other mutual grew so fast.', weight: 'change' }

describe('a challenge by an expert', () => {
  it('is written by experts alone, and read by everybody', async () => {
    assert.equal((await ann.get(`${review}/sheets/challenge/add`)).status, 404)
    assert.equal((await ann.post(`${review}/sheets/challenge/add`, { seen: '0', ...point })).status, 404)
    assert.equal((await ben.post(`${review}/sheets/challenge/add`, { seen: '0', ...point })).status, 303)
    const { body } = await ann.get(`${review}/sheets/challenge`)
    assert.match(body, /Growth of income/)
    assert.match(body, /It may change which option is preferred/)
    assert.doesNotMatch(body, /Add a challenge/)
    const [, href = ''] = /href="([^"]*sheets\/challenge\/[\w-]+)"/.exec(body) ?? []
    assert.equal((await ann.post(href, { seen: '1', ...point, why: 'Never mind.' })).status, 404)
    assert.equal((await ann.post(`${href}/remove`, {})).status, 404)
    assert.match((await ann.get(href)).body, /No other mutual grew so fast/)
  })

  it('is replied to by those who write the review, not by the expert', async () => {
    assert.match((await ann.get(`${review}/sheets/challenge-replies/add`)).body, />Growth of income</)
    assert.equal((await ben.get(`${review}/sheets/challenge-replies/add`)).status, 404)
  })
})

describe('a version of what an expert challenged', () => {
  it('is read by the expert, and signed off by others alone', async () => {
    assert.equal((await ann.post(`${review}/versions`, { why: 'Cabinet' })).status, 303)
    const { body } = await ben.get(`${review}/versions/1`)
    assert.match(body, /Nobody has signed it off yet/)
    assert.doesNotMatch(body, /Sign this version off/)
    const refused = await ben.post(`${review}/versions/1`, { capacity: 'Section 151 officer' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /You challenge this review as an expert, and do not sign it off/)
    assert.match((await ann.get(`${review}/versions/1`)).body, /Nobody has signed it off yet/)
  })
})

describe('the plan as a picture', () => {
  it('has every step and gate in words too, and is on the overview once there is one', async () => {
    assert.match((await ann.get(`${review}/plan`)).body, /There is no step yet/)
    assert.doesNotMatch((await ann.get(review)).body, /The plan as a picture/)
    const day = (iso: string) => ({
      'starts-year': iso.slice(0, 4),
      'starts-month': iso.slice(5, 7),
      'starts-day': iso.slice(8),
    })
    const gate = { title: 'Go on?', kind: 'gate', passes: 'The pension is agreed', owner: 'Cabinet' }
    const added = await ann.post(`${review}/sheets/plan/add`, { seen: '0', ...gate, ...day('2027-02-26') })
    assert.equal(added.status, 303, added.body)
    const { body } = await ann.get(`${review}/plan`)
    assert.match(body, /with one gate/)
    assert.match(body, /<th scope="row" class="govuk-table__header">Go on\?<\/th>/)
    assert.match(body, /The pension is agreed/)
    assert.match((await ann.get(review)).body, /The plan as a picture/)
  })

  it('refuses a step without its length', async () => {
    const step = { title: 'Move', kind: 'work', owner: 'HR' }
    const refused = await ann.post(`${review}/sheets/plan/add`, { seen: '0', ...step })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Enter the number of weeks/)
    assert.match(refused.body, /value="Move"/)
  })
})
