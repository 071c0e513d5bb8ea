import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { countStatements } from '../../../tests/support/count-statements.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { contentHash } from '../../core/canonical/index.ts'
import { visitor } from '../../core/permissions/index.ts'
import { quoteDocument } from '../../core/rounds/approval.ts'
import { roundById } from '../funds/index.ts'
import { findReadableRound } from './find-round.ts'
import { guidanceParts, type pageSlugs } from './guidance-parts.ts'
import { publishPage } from './publish-page.ts'
import { readAnnouncement } from './read-announcement.ts'
import { readPart } from './read-part.ts'
import { readQuestions } from './read-questions.ts'
import { readFeed, readUpdates } from './read-updates.ts'
import { savePage } from './save-page.ts'

const path = '/funds/test-fund/first'
const now = new Date('2026-11-25T12:00:00Z')
const address = { fund: 'test-fund', round: 'first' }

let server: TestServer
let example: OpenRound
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  example = await openRound(server.services)
})

const read = async (page: string) => (await server.visitor().get(path + page)).body

async function publish(slug: (typeof pageSlugs)[number], body: string): Promise<void> {
  const page = { roundId: example.round.id, slug, personId: null, at: now } as const
  await server.services.db.transaction().execute(async (tx) => {
    const saved = await savePage(tx, server.services, { ...page, title: `Title of ${slug}`, summary: 'S', body })
    const published = await publishPage(tx, server.services, { ...page, changeNote: `Changed to ${body}` })
    assert.ok(saved.ok && published.ok)
  })
}

describe('the pages of a round', () => {
  it('are all there from its set-up alone, before anybody has written a word', async () => {
    for (const page of ['', ...guidanceParts.map(({ slug }) => `/${slug}`), '/questions', '/updates', '/subscribe']) {
      const answer = await server.visitor().get(path + page)
      assert.equal(answer.status, 200, page)
      assert.equal(answer.body.match(/<h1/g)?.length, 1, page)
      assert.match(answer.body, /<title>[^<]+ - Test fund: First round - [^<]+<\/title>/, page)
      assert.doesNotMatch(answer.body, /e-mail/i, page)
    }
    assert.match(await read('/how-to-apply'), /About 12 hours/)
    assert.match(await read('/am-i-eligible'), /<li>District councils<\/li>/)
    assert.match(await read('/strong-application'), /About 1 in 4: 10 places, about 40 applications expected/)
    assert.match(await read('/form'), /Text of at most 20 words/)
    assert.match(await read('/timetable'), /Midday GMT on Wednesday 2 December 2026/)
  })

  it('offer to apply while the round is open and only then', async () => {
    const { db } = server.services
    const startButton = new RegExp(`href="${path}/apply"`)
    assert.match(await read(''), startButton)
    await sql`update round set opens_at = ${new Date('2026-11-25T12:00:01Z')} where slug = 'first'`.execute(db)
    assert.doesNotMatch(await read(''), startButton)
    assert.match(await read(''), /Opens at midday GMT on Wednesday 25 November 2026/)
    await sql`update round set opens_at = '2026-11-01', deadline_at = ${now} where slug = 'first'`.execute(db)
    assert.match(await read(''), startButton, 'the deadline itself is in time')
    await sql`update round set deadline_at = ${new Date(now.getTime() - 1)} where slug = 'first'`.execute(db)
    assert.doesNotMatch(await read(''), startButton)
    assert.match(await read(''), /This round closed/)
    for (const page of ['', '/how-to-apply', '/strong-application', '/scoring', '/form'])
      assert.doesNotMatch(await read(page), /1 in 4|12 hours|Readers/, 'what was expected is no fact')
    assert.match(await read('/timetable'), /Interviews<\/dt><dd[^>]*>Not stated/)
    await sql`update round set deadline_at = ${example.deadlineAt} where slug = 'first'`.execute(db)
  })

  it('say on every page that a made-up round is made up', async () => {
    const { db } = server.services
    await sql`update round set illustrative = true where slug = 'first'`.execute(db)
    await publish('announcement', 'For the label')
    const pages = [
      '',
      ...guidanceParts.map(({ slug }) => `/${slug}`),
      '/questions',
      '/updates',
      '/subscribe',
      '/subscribe/sent',
      '/versions/1',
    ]
    for (const page of pages) assert.match(await read(page), /Illustrative<\/strong>/, page)
    assert.match(await read('/updates.atom'), /<subtitle>Illustrative/)
    await sql`update round set illustrative = false where slug = 'first'`.execute(db)
    for (const page of pages) assert.doesNotMatch(await read(page), /Illustrative/, page)
  })

  it('are for those who work on the fund until the round is published, and marked as a preview', async () => {
    const { db } = server.services
    const pam = await server.signedIn(example.people.pam)
    const sid = await server.signedIn(example.people.sid)
    await sql`update round set published_at = '2100-01-01' where slug = 'first'`.execute(db)
    for (const page of ['', '/form', '/questions', '/updates.atom', '/subscribe']) {
      assert.equal((await server.visitor().get(path + page)).status, 404, page)
      assert.equal((await sid.get(path + page)).status, 404, page)
      assert.equal((await pam.get(path + page)).status, 200, page)
    }
    assert.equal((await server.visitor().get('/funds/test-fund')).status, 404)
    assert.match((await pam.get(path)).body, /Preview\./)
    await sql`update round set published_at = ${example.round.publishedAt} where slug = 'first'`.execute(db)
    assert.equal((await server.visitor().get('/funds/test-fund')).status, 200)
  })

  it('are not there under any other name', async () => {
    for (const page of ['/announcement', '/nothing', '/announcement/versions/1', '/form/versions/1'])
      assert.equal((await server.visitor().get(path + page)).status, 404, page)
    assert.equal((await server.visitor().get('/funds/test-fund/second')).status, 404)
    assert.equal((await server.visitor().get('/funds/nothing')).status, 404)
  })

  it('show what a funder says only while it has approved exactly that', async () => {
    const { db, sha256 } = server.services
    await sql`
      insert into funder (fund_id, organisation_id, position, quote, quote_speaker)
      values (${example.round.fundId}::uuid, 'T-FIRE', 1, 'A <rare> chance.', 'The chief')`.execute(db)
    await sql`update fund set sources = '[{"fact":"All","title":"The notice","url":"https://www.gov.uk/x"}]'
      where slug = 'test-fund'`.execute(db)
    assert.doesNotMatch(await read(''), /rare/)
    assert.match(
      await read(''),
      /Where to read what was said<\/h2>\s*<ul[^>]*><li><a class="govuk-link" href="https:\/\/www\.gov\.uk\/x">The notice/,
    )
    assert.doesNotMatch(await read(''), /What the funders say/)
    const funder = (await roundById(db, example.round.id))?.funders[0]
    assert.ok(funder)
    await sql`
      insert into funder_approval (id, fund_id, organisation_id, subject, subject_sha256, approved_at, approved_by)
      values (gen_random_uuid(), ${example.round.fundId}::uuid, 'T-FIRE', 'quote',
        ${contentHash(quoteDocument(funder), sha256)}, ${now}, ${example.people.pam}::uuid)`.execute(db)
    assert.match(await read(''), /What the funders say<\/h2>\s*<figure[\s\S]*A &lt;rare&gt; chance\./)
    await sql`update funder set quote = 'A rare, rare chance.'`.execute(db)
    assert.doesNotMatch(await read(''), /rare/)
  })

  it('cost the same number of statements whatever the number of versions, answers and changes', async () => {
    const { services } = server
    const counted = countStatements(services.db)
    const countedServices = { ...services, db: counted.db }
    const readable = await findReadableRound(services.db, visitor, address, now)
    const costs = async () => {
      const each: number[] = []
      for (const cost of [
        () => readAnnouncement(countedServices, readable, now),
        () => readPart(countedServices, readable, 'faqs'),
        () => readPart(countedServices, readable, 'scoring'),
        () => readQuestions(countedServices, readable, { words: '', problems: [] }, now),
        () => readUpdates(countedServices, readable),
        () => readFeed(countedServices, readable, 'http://localhost'),
      ]) {
        counted.reset()
        await cost()
        each.push(counted.count())
      }
      return each
    }
    await publish('faqs', 'First')
    const few = await costs()
    for (let number = 0; number < 8; number += 1) await publish('announcement', `Version ${number}`)
    for (let number = 0; number < 8; number += 1) await publish('faqs', `Version ${number}`)
    await sql`
      insert into clarification (id, round_id, asked_by, asked_at, question, published_question, answer, number, published_at)
      select gen_random_uuid(), ${example.round.id}::uuid, ${example.people.ann}::uuid, ${now}, 'Q', 'Q', 'A', n, ${now}
      from generate_series(1, 30) as n`.execute(services.db)
    assert.deepEqual(await costs(), few)
    assert.ok(
      few.every((cost) => cost >= 1 && cost <= 4),
      few.join(),
    )
  })
})

/** A strict reading of XML, by hand: names the first thing that is not well-formed, or gives the elements in order. */
function elementsOf(xml: string): readonly string[] {
  const open: string[] = []
  const names: string[] = []
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '')
  while (rest !== '') {
    const text = /^[^<&]+|^&(?:amp|lt|gt|quot|apos|#\d+);/.exec(rest)
    const tag = /^<(\/?)([a-z]+)((?: [a-z:]+="(?:[^<&"]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*)(\/?)>/.exec(rest)
    const token = text ?? tag
    assert.ok(token, `not well-formed at ${rest.slice(0, 60)}`)
    rest = rest.slice(token[0].length)
    if (tag === null) continue
    const [, closing, name = '', , empty] = tag
    if (closing === '/') assert.equal(open.pop(), name)
    else names.push(name)
    if (closing === '' && empty === '') open.push(name)
  }
  assert.deepEqual(open, [])
  return names
}

describe('the feed', () => {
  it('is well-formed and complete whatever people have written', async () => {
    const { db } = server.services
    await publish('scoring', 'First')
    await publish('scoring', `]]> & <script>alert("1")</script> \u0001 é 🏴 '"`)
    await sql`
      insert into clarification (id, round_id, asked_by, asked_at, question, published_question, answer, number, published_at)
      values (gen_random_uuid(), ${example.round.id}::uuid, ${example.people.ann}::uuid, ${now}, 'Q', 'Is 1 < 2 & 3?',
        'Yes: <b>&nbsp;</b> ]]>', 900, ${now})`.execute(db)
    const answer = await server.visitor().get(`${path}/updates.atom`)
    assert.match(String(answer.headers['content-type']), /^application\/atom\+xml/)
    const names = elementsOf(answer.body)
    assert.equal(names[0], 'feed')
    const count = (name: string) => names.filter((each) => each === name).length
    const entries = count('entry')
    assert.ok(entries > 2)
    // RFC 4287: of a feed and each of its entries, exactly one id, title and updated.
    for (const name of ['id', 'title', 'updated']) assert.equal(count(name), entries + 1, name)
    assert.ok(count('author') >= 1)
    assert.match(answer.body, /Is 1 &lt; 2 &amp; 3\?/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
    assert.doesNotMatch(answer.body, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
  })

  it('has an id for each entry that is its own and stays', async () => {
    const ids = async () =>
      [...(await read('/updates.atom')).matchAll(/<id>(urn:uuid:[0-9a-f-]{36})<\/id>/g)].map(([, id]) => id)
    const before = await ids()
    assert.equal(new Set(before).size, before.length)
    await publish('timetable', 'New')
    const after = await ids()
    assert.equal(after.length, before.length + 1)
    for (const id of before) assert.ok(after.includes(id))
  })

  it('leads with absolute addresses, as its own does', async () => {
    const body = await read('/updates.atom')
    assert.match(
      body,
      /<link rel="self" type="application\/atom\+xml" href="http:\/\/localhost:3000\/funds\/test-fund\/first\/updates\.atom"\/>/,
    )
    for (const [, href = ''] of body.matchAll(/<link [^>]*href="([^"]*)"/g))
      assert.match(href, /^http:\/\/localhost:3000\/funds\//)
    assert.match(await read(''), /<link rel="alternate" type="application\/atom\+xml"/)
  })
})
