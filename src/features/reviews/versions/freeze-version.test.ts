import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { OpenRound } from '../../../../tests/support/open-round.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let round: OpenRound
let ann: TestBrowser
let ben: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  round = started.round
  ann = started.ann
  review = started.review
  ben = await started.join('ben', ['writer'])
})

const versions = (path = ''): string => `${review}/versions${path}`

describe('a frozen version', () => {
  it('is frozen by who leads alone, for a reason', async () => {
    assert.equal((await ben.post(versions(), { why: 'Mine' })).status, 404)
    const refused = await ann.post(versions(), { why: '' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Enter what the version is for/)
    assert.equal((await ann.post(versions(), { why: 'x'.repeat(121) })).status, 400)
    assert.equal((await ann.post(versions(), { why: 'Cabinet <12 January>' })).status, 303)
    assert.match((await ben.get(versions())).body, /Cabinet &lt;12 January&gt;/)
  })

  it('has the hash of what it holds, and holds it whatever is written later', async () => {
    const record = (await ann.get(versions('/1/record.json'))).body
    const { body } = await ann.get(versions('/1'))
    const hashes = body.replaceAll(/<[^>]+>|\s/g, '')
    assert.ok(hashes.includes(createHash('sha256').update(record).digest('hex')))
    assert.match(body, /The version is as it was when it was frozen\./)
    await ben.post(`${review}/sheets/service`, { seen: '0', name: 'Another name' })
    assert.equal((await ann.get(versions('/1/record.json'))).body, record)
    assert.match((await ann.get(versions('/compare?from=1&to=now'))).body, /Another name/)
    assert.match((await ann.get(`${review}/report/whole`)).body, /Another name/)
    assert.doesNotMatch((await ann.get(`${review}/report/whole?version=1`)).body, /Another name/)
    await assert.rejects(sql`update strategic_review_version set why = 'x'`.execute(server.services.db))
  })

  it('is signed off once by a person, as something', async () => {
    const refused = await ben.post(versions('/1'), { capacity: '', statement: 'I agree.' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Enter as what you sign/)
    assert.match(refused.body, />I agree\.<\/textarea>/)
    const signed = { capacity: 'Section 151 officer', statement: 'On <these> figures.' }
    assert.equal((await ben.post(versions('/1'), signed)).status, 303)
    assert.match((await ann.get(versions('/1'))).body, /On &lt;these&gt; figures\./)
    assert.match((await ben.post(versions('/1'), signed)).body, /signed this version off before/)
  })

  it('is not there for others, nor under a number that no version has', async () => {
    for (const number of ['2', '0', '01', 'x', '99999999999'])
      assert.equal((await ann.get(versions(`/${number}`))).status, 404, number)
    assert.equal((await ann.get(`${review}/report/whole?version=x`)).status, 404)
    assert.equal((await ann.get(versions('/compare?from=9'))).status, 404)
    const cai = await server.signedIn(round.people.cai)
    for (const path of ['', '/1', '/1/record.json', '/compare'])
      assert.equal((await cai.get(versions(path))).status, 404)
    assert.equal((await cai.post(versions('/1'), { capacity: 'Anybody' })).status, 404)
  })
})
