import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { eicar, startClamd, type TestClamd } from '../../../../tests/support/clamd.ts'
import { kept, pdf } from '../../../../tests/support/filing.ts'
import { scanAll } from '../../../../tests/support/key-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestFile } from '../../../../tests/support/multipart.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { startedReview } from '../../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { eventsOf } from '../../audit/index.ts'
import { reviewsJobs } from '../reviews.jobs.ts'

let server: TestServer
let clamd: TestClamd
let now = new Date()
let ann: TestBrowser
let ben: TestBrowser
let cai: TestBrowser
let review: string
const life = lastFirst({ after })
before(async () => {
  clamd = await startClamd(life)
  const environment = { CLAMD_HOST: clamd.host, CLAMD_PORT: String(clamd.port) }
  server = await testServer(life, await freshDatabase(life), { environment, clock: () => now })
  const started = await startedReview(server)
  ann = started.ann
  review = started.review
  ben = await started.join('ben', ['reader'])
  cai = await server.signedIn(started.round.people.cai)
})

const library = (path = ''): string => `${review}/sheets/evidence${path}`
const study = {
  seen: '0',
  title: 'Study of 2024',
  kind: 'study',
  'of-day': '1',
  'of-month': '2',
  'of-year': '2024',
  says: 'Half of the users come twice a week.',
  strength: 'fair',
}
const file = (name: string, body: string | Uint8Array = pdf(name)): TestFile => ({ field: 'files-upload', name, body })
const hrefs = (body: string): string[] =>
  [...body.matchAll(/href="([^"]*\/files\/[^"]+)"/g)].map(([, href = '']) => href)
const filesOn = ({ body }: TestAnswer): string[] => kept(body, 'files')
const entry = async (title: string): Promise<string> => {
  const { body } = await ann.get(library())
  return new RegExp(`sheets/evidence/([\\w-]+)">${title}`).exec(body)?.[1] ?? assert.fail(`${title} is not there`)
}

describe('a file in a list of evidence', () => {
  it('is uploaded without saving what is typed, and then saved with it', async () => {
    const sent = await ann.postFiles(library('/add'), { ...study, action: 'upload:files' }, [file('study.pdf')])
    assert.equal(sent.status, 200)
    assert.match(sent.body, /value="Study of 2024"/)
    assert.match(sent.body, /Being checked/)
    assert.doesNotMatch((await ann.get(library())).body, /Study of 2024/)
    const [there = ''] = filesOn(sent)
    const saved = await ann.postFiles(library('/add'), { ...study, files: there }, [file('tables.csv', 'a,b\n1,2\n')])
    assert.equal(saved.status, 303)
    const page = await ann.get(library(`/${await entry('Study of 2024')}`))
    assert.deepEqual(
      filesOn(page).map((text) => (JSON.parse(text) as { name: string }).name),
      ['study.pdf', 'tables.csv'],
    )
  })

  it('is given to nobody before it is clean, and then to people of the review alone', async () => {
    const page = library(`/${await entry('Study of 2024')}`)
    const [text = ''] = filesOn(await ann.get(page))
    const { id } = JSON.parse(text) as { id: string }
    const address = library(`/files/${id}`)
    assert.deepEqual(hrefs((await ann.get(page)).body), [])
    assert.equal((await ann.get(address)).status, 404)
    await scanAll(server.services)
    assert.ok(hrefs((await ben.get(page)).body).includes(address))
    const given = await ben.get(address)
    assert.equal(given.body, pdf('study.pdf'))
    assert.match(String(given.headers['content-disposition']), /^attachment; filename="study\.pdf"/)
    assert.equal((await cai.get(address)).status, 404)
    assert.equal((await server.visitor().get(address)).status, 303)
  })

  it('keeps its hash in every version that is frozen', async () => {
    await ann.post(`${review}/versions`, { why: 'Cabinet' })
    const record = (await ann.get(`${review}/versions/1/record.json`)).body
    assert.ok(record.includes(createHash('sha256').update(pdf('study.pdf')).digest('hex')))
  })

  it('is in place of where it can be found, and one of both must be there', async () => {
    const neither = await ann.postFiles(library('/add'), { ...study, title: 'Neither' }, [])
    assert.equal(neither.status, 400)
    assert.match(neither.body, /href="#found"/)
    assert.match(neither.body, /Say where it can be found, or upload it/)
    const only = await ann.postFiles(library('/add'), { ...study, title: 'Only said', found: 'Shelf 4' }, [])
    assert.equal(only.status, 303)
  })

  it('that is not what it says is refused, with all that was typed', async () => {
    const liar = await ann.postFiles(library('/add'), { ...study, title: 'A liar' }, [file('a.pdf', 'MZ not a pdf')])
    assert.equal(liar.status, 400)
    assert.match(liar.body, /value="A liar"/)
    assert.match(liar.body, /a\.pdf/)
    assert.doesNotMatch((await ann.get(library())).body, /A liar/)
    const many = [1, 2, 3, 4, 5, 6].map((at) => file(`${at}.pdf`))
    assert.equal((await ann.postFiles(library('/add'), { ...study, found: 'x' }, many)).status, 400)
  })

  it('of a stranger is not taken on anybody’s word', async () => {
    const strange = JSON.stringify({
      id: '00000000-0000-4000-8000-000000000000',
      name: 'theirs.pdf',
      size: 9,
      sha256: 'a'.repeat(64),
    })
    const asked = { ...study, title: 'A stranger’s', found: 'Shelf 5', files: strange }
    assert.equal((await ann.post(library('/add'), asked)).status, 303)
    assert.deepEqual(filesOn(await ann.get(library(`/${await entry('A stranger’s')}`))), [])
    assert.equal((await ben.postFiles(library('/add'), study, [file('mine.pdf')])).status, 404)
    assert.equal((await cai.postFiles(library('/add'), study, [file('mine.pdf')])).status, 404)
  })

  it('with a virus is said to whoever sent it, and is not saved', async () => {
    const sent = await ann.postFiles(library('/add'), { ...study, action: 'upload:files' }, [file('bad.txt', eicar)])
    const [text = ''] = filesOn(sent)
    await scanAll(server.services)
    const { rows } = await sql<{ subject: string }>`
      select subject from message where kind = 'review-file-refused'`.execute(server.services.db)
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['A file that you uploaded cannot be used: bad.txt'],
    )
    const refused = await ann.post(library('/add'), { ...study, title: 'Bad', files: text })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Virus found/)
    const { id } = JSON.parse(text) as { id: string }
    const without = { ...study, title: 'Bad', found: 'Shelf 6', files: text, action: `remove-file:files:${id}` }
    assert.deepEqual(filesOn(await ann.post(library('/add'), without)), [])
  })
})

describe('a file that no page names', () => {
  it('goes after 30 days, and one that any version named stays', async () => {
    const page = library(`/${await entry('Study of 2024')}`)
    const { body } = await ann.get(page)
    const seen = /name="seen" value="(\d+)"/.exec(body)?.[1] ?? ''
    const taken = await ann.post(page, { ...study, seen, found: 'Shelf 7', files: '' })
    assert.equal(taken.status, 303)
    const names = async (): Promise<readonly string[]> => {
      const { rows } = await sql<{ name: string }>`
        select name from stored_file where owner_type = 'review' order by name`.execute(server.services.db)
      return rows.map(({ name }) => name)
    }
    const forget = async (days: number) => {
      now = new Date(Date.now() + days * 86_400_000)
      await reviewsJobs(server.services)
        .find(({ name }) => name === 'forget-review-files')
        ?.work({})
    }
    assert.ok((await names()).includes('bad.txt'))
    await forget(29)
    assert.ok((await names()).includes('bad.txt'))
    await forget(31)
    assert.deepEqual(await names(), ['study.pdf', 'tables.csv'])
    const events = await eventsOf(server.services.db, 'review', review.split('/').at(-1) ?? '')
    assert.ok(events.some(({ action }) => action === 'file.removed'))
  })
})
