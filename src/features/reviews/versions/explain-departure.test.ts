import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { readDocx } from '../../../../tests/support/read-docx.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let ann: TestBrowser
let ben: TestBrowser
let review: string
let usual = ''
let least = ''
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  const started = await startedReview(server)
  ann = started.ann
  review = started.review
  ben = await started.join('ben', ['reader'])
  const { body } = await ann.get(`${review}/sheets/options`)
  const ids = [...body.matchAll(/sheets\/options\/([\w-]{36})">/g)].map(([, id = '']) => id)
  usual = ids[0] ?? ''
  least = ids[1] ?? ''
  const line = { option: usual, title: 'Staff', kind: 'cost', bearer: 'council', nature: 'resource', basis: 'real' }
  await ann.post(`${review}/sheets/lines/add`, { seen: '0', ...line, 'pounds-0-amount': '1000' })
  const rated = { seen: '0', rating: 'green', reason: 'It is the one that everybody whom we asked can live with.' }
  assert.equal((await ann.post(`${review}/sheets/filter/${least}`, rated)).status, 303)
})

const sheet = (id: string): string => `${review}/sheets/${id}`
const said = /“[^”]+” is preferred, although the filter favours “[^”]+”\./

async function prefer(option: string): Promise<void> {
  const seen = /name="seen" value="(\d+)"/.exec((await ann.get(sheet('report'))).body)?.[1] ?? ''
  assert.equal((await ann.post(sheet('report'), { seen, preferred: option })).status, 303)
}
const freeze = async (why: string): Promise<string> =>
  String((await ann.post(`${review}/versions`, { why })).headers.location)
const sign = async (version: string) => await ben.post(version, { capacity: 'Section 151 officer' })

async function bytesOf(path: string): Promise<Uint8Array> {
  const cookie = [...ann.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const sent = await server.app.inject({ method: 'GET', url: `${review}/${path}`, headers: { cookie } })
  assert.equal(sent.statusCode, 200, path)
  return sent.rawPayload
}

describe('a report that prefers another option than was found best', () => {
  it('asks for the reason nowhere while it agrees', async () => {
    await prefer(least)
    assert.doesNotMatch((await ann.get(review)).body, /Why another option is preferred/)
    assert.doesNotMatch((await ann.get(`${review}/report/whole`)).body, said)
    assert.match((await ann.get(sheet('departure'))).body, /No reason is needed/)
    assert.equal((await ann.post(sheet(`departure/${usual}`), { seen: '0', why: 'x' })).status, 404)
  })

  it('says so, asks for the reason, and is not signed off without it', async () => {
    await prefer(usual)
    assert.match((await ann.get(review)).body, /Why another option is preferred/)
    const { body } = await ann.get(`${review}/report/whole`)
    assert.match(body, said)
    assert.match(body, /The reason for that is still to be given/)
    assert.match((await ann.get(`${review}/versions`)).body, /A version of it cannot be signed off/)
    const version = await freeze('Without a reason')
    const page = (await ben.get(version)).body
    assert.match(page, /does not say why/)
    assert.doesNotMatch(page, /Sign this version off/)
    const refused = await sign(version)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Give the reason, freeze another version and sign that one/)
  })

  it('takes a reason that says something, from those who write', async () => {
    const place = sheet(`departure/${usual}`)
    assert.match((await ann.post(place, { seen: '0', why: 'We prefer it' })).body, /must be 8 words or more/)
    assert.equal((await ben.post(place, { seen: '0', why: 'It is what all of us here know best.' })).status, 404)
    const why = 'The <budget> of £1,000 is certain, and nobody has run the other way here before.'
    assert.equal((await ann.post(place, { seen: '0', why })).status, 303)
  })

  it('prints the reason with who gave it and when in every form of the report, and is then signed off', async () => {
    const who = /In the words of Ann, [^<]+ 20\d\d, unedited:/
    for (const edition of ['whole', 'public']) {
      const { body } = await ann.get(`${review}/report/${edition}`)
      assert.match(body, said, edition)
      assert.match(body, /The &lt;budget&gt; of £1,000 is certain/, edition)
      assert.match(body, who, edition)
      const { paragraphs } = readDocx(await bytesOf(`report/${edition}/report.docx`))
      assert.ok(
        paragraphs.some(({ text }) => text.startsWith('The <budget> of £1,000')),
        edition,
      )
      assert.match(strFromU8(await bytesOf(`report/${edition}/report.pdf`), true), /^%PDF-/)
    }
    const about = Object.values(unzipSync(await bytesOf('figures.xlsx')))
      .map((part) => strFromU8(part))
      .join()
    assert.match(about, /is preferred, although the filter favours/)
    assert.match(about, /The &lt;budget&gt; of £1,000 is certain/)
    const version = await freeze('With a reason')
    assert.equal((await sign(version)).status, 303)
    assert.match((await ann.get(`${review}/report/whole?version=${version.split('/').at(-1)}`)).body, who)
  })

  it('is withheld from the public with the part that it tells of', async () => {
    const exemption = { title: 'Ratings', part: 'options', paragraph: '3', why: 'Bidders would use them.' }
    assert.equal((await ann.post(sheet('exemptions/add'), { seen: '0', ...exemption })).status, 303)
    const { body } = await ann.get(`${review}/report/public`)
    assert.doesNotMatch(body, said)
    assert.doesNotMatch(body, /nobody has run the other way/)
    assert.match((await ann.get(`${review}/report/appendix`)).body, said)
  })
})
