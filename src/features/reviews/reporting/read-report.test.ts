import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { strFromU8 } from 'fflate'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { readDocx } from '../../../../tests/support/read-docx.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let ann: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  ann = started.ann
  review = started.review
})

const report = (path: string): string => `${review}/report/${path}`

/** A document as the bytes that are sent. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const cookie = [...ann.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const { statusCode, rawPayload } = await server.app.inject({ method: 'GET', url: report(path), headers: { cookie } })
  assert.equal(statusCode, 200, path)
  return rawPayload
}

describe('the report of a review', () => {
  it('can be read before anything is written, and says what is missing', async () => {
    const { status, body } = await ann.get(report('whole'))
    assert.equal(status, 200)
    assert.match(body, /No option is preferred yet/)
    assert.match(body, /There are no figures yet/)
    assert.match((await ann.get(report('appendix'))).body, /Nothing is withheld/)
    assert.equal((await ann.get(report('secret'))).status, 404)
  })

  it('has what people wrote, escaped, around what is worked out', async () => {
    const { body } = await ann.get(`${review}/sheets/options`)
    const [, usual = ''] = /sheets\/options\/([\w-]{36})"/.exec(body) ?? []
    const line = { option: usual, title: 'Staff', kind: 'cost', bearer: 'council', nature: 'resource', basis: 'real' }
    const added = await ann.post(`${review}/sheets/lines/add`, { seen: '0', ...line, 'pounds-0-amount': '1000' })
    assert.equal(added.status, 303, added.body)
    const words = { seen: '0', preferred: usual, summary: 'It <keeps> staff.\nAnd more.' }
    assert.equal((await ann.post(`${review}/sheets/report`, words)).status, 303)
    const { body: read } = await ann.get(report('whole'))
    assert.match(read, /It &lt;keeps&gt; staff\.\nAnd more\./)
    assert.match(read, /has a net present social value of -\u2060£1,000/)
    const { paragraphs } = readDocx(await bytesOf('whole/report.docx'))
    const texts = paragraphs.map(({ text }) => text)
    assert.ok(texts.includes('It <keeps> staff.') && texts.includes('And more.'))
    assert.ok(texts.some((text) => text.includes('-£1,000')))
    assert.match(strFromU8(await bytesOf('whole/report.pdf'), true), /^%PDF-/)
  })

  it('withholds a part from the public, in every form, and gives it to those who decide', async () => {
    const exemption = { title: 'Prices', part: 'financial', paragraph: '3', why: 'Bidders would use them.' }
    assert.equal((await ann.post(`${review}/sheets/exemptions/add`, { seen: '0', ...exemption })).status, 303)
    const financial = 'In the accounts of the council'
    assert.ok((await ann.get(report('whole'))).body.includes(financial))
    assert.ok((await ann.get(report('appendix'))).body.includes(financial))
    const { body } = await ann.get(report('public'))
    assert.ok(!body.includes(financial))
    assert.match(body, /Paragraph 3: financial or business affairs/)
    const word = readDocx(await bytesOf('public/report.docx'))
    assert.ok(!JSON.stringify(word.tables).includes(financial))
  })

  it('says no figure of what is withheld anywhere in the public version, in no form, and all of it to those who decide', async () => {
    const { body: form } = await ann.get(`${review}/sheets/report`)
    const seen = /name="seen" value="(\d+)"/.exec(form)?.[1] ?? ''
    const [, usual = ''] = /<option value="([\w-]{36})" selected/.exec(form) ?? []
    const words = { seen, preferred: usual, summary: 'It costs £1,000 a year, or £1k.', rejected: 'Costs 1,000 more.' }
    assert.equal((await ann.post(`${review}/sheets/report`, words)).status, 303)
    const economic = { title: 'Value of £1,000', part: 'economic', paragraph: '3', why: 'As above.' }
    assert.equal((await ann.post(`${review}/sheets/exemptions/add`, { seen: '0', ...economic })).status, 303)
    const figures = /£1,000|£1k|1,000 more/
    const { body } = await ann.get(report('public'))
    assert.doesNotMatch(body, figures)
    assert.match(body, /It costs \[withheld\] a year, or \[withheld\]\./)
    assert.match(body, /has figures of “Financial case”: it is in the exempt appendix/)
    assert.doesNotMatch(body, /figures\.(xlsx|ods)|record\.json/)
    assert.doesNotMatch(JSON.stringify(readDocx(await bytesOf('public/report.docx'))), figures)
    const { body: kept } = await ann.get(report('appendix'))
    assert.match(kept, /It costs £1,000 a year, or £1k\./)
    assert.match(kept, /Affordability: over all/)
  })
})
