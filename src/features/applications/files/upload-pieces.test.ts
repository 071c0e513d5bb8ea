import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { fileHref, filing, pageOf, pdf, send } from '../../../../tests/support/filing.ts'
import { scanAll as scanWaiting } from '../../../../tests/support/key-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { OpenRound, PersonName } from '../../../../tests/support/open-round.ts'
import { placeHold } from '../../../../tests/support/place-hold.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'
import { forgetOldUploads } from '../../files/upload-in-parts.ts'

const life = lastFirst({ after })
let made: { readonly server: TestServer; readonly round: OpenRound } | undefined
before(async () => {
  made = await filing(life)
})
const all = () => made ?? assert.fail('nothing is set up')
const as = (name: PersonName): Promise<TestBrowser> => all().server.signedIn(all().round.people[name])
const scanAll = () => scanWaiting(all().server.services)

describe('a file in pieces', () => {
  type Standing = {
    status: string
    upload: string
    received: number
    partBytes: number
    file?: string
    message?: string
  }
  const content = Buffer.from(pdf(randomBytes(400_000).toString('hex')).slice(0, 800_000))
  const script = { 'x-requested-with': 'upload' }
  const begin = async (
    browser: TestBrowser,
    reference: string,
    name = 'long.pdf',
    bytes = content.length,
    question = 'letters',
  ) => {
    const fields = { name: question, file: name, bytes: String(bytes), fingerprint: `${name} ${bytes} 1` }
    const page = question === 'other' ? pageOf(reference, 'other') : pageOf(reference)
    return JSON.parse((await browser.post(`${page}/uploads`, fields, script)).body) as Standing
  }
  const sendPart = async (
    browser: TestBrowser,
    reference: string,
    upload: string,
    startsAt: number,
    length = 512_000,
    question = 'letters',
  ) => {
    const part = { field: 'part', name: 'part', body: content.subarray(startsAt, startsAt + length) }
    const fields = { name: question, startsAt: String(startsAt) }
    const answer = await browser.postFiles(`${pageOf(reference)}/uploads/${upload}`, fields, [part], script)
    return { ...(JSON.parse(answer.status === 200 ? answer.body : '{}') as Standing), code: answer.status }
  }

  it('goes on where it stopped, also when a piece comes twice, late or of another, and is then a file', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    const begun = await begin(ann, reference)
    assert.deepEqual([begun.received, begun.partBytes], [0, 512_000])
    assert.equal((await sendPart(ann, reference, begun.upload, 300_000)).received, 0)
    assert.equal((await sendPart(ann, reference, begun.upload, 0)).received, 512_000)
    assert.equal((await sendPart(ann, reference, begun.upload, 0)).received, 512_000)
    const again = await begin(ann, reference)
    assert.deepEqual([again.upload, again.received], [begun.upload, 512_000])
    const [adam, ben] = [await as('adam'), await as('ben')]
    assert.equal((await sendPart(adam, reference, begun.upload, 512_000)).code, 404)
    assert.equal((await sendPart(ben, reference, begun.upload, 512_000)).code, 404)
    const both = await Promise.all([1, 2].map(() => sendPart(ann, reference, begun.upload, 512_000)))
    const files = both.map(({ file }) => file)
    const last = await begin(ann, reference)
    assert.ok(
      files.some((file) => file === last.file),
      JSON.stringify(both),
    )
    const { rows } = await sql<{ name: string; bytes: number }>`
      select name, bytes from stored_file where owner_id = ${reference}`.execute(all().server.services.db)
    assert.deepEqual(rows, [{ name: 'long.pdf', bytes: content.length }])
    const { rows: left } = await sql`select from upload_part where upload_id::text = ${begun.upload}`.execute(
      all().server.services.db,
    )
    assert.equal(left.length, 0)

    await send(ann, reference, [], { letters: last.file ?? '' })
    await scanAll()
    assert.equal((await ann.get(fileHref((await ann.get(pageOf(reference))).body))).body, content.toString())
  })

  it('is refused before any of it is sent when its name or size will not do, and after when its content will not', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    assert.match((await begin(ann, reference, 'a.exe')).message ?? '', /must be a PDF or plain text file/)
    assert.match((await begin(ann, reference, 'a.pdf', 1_000_001)).message ?? '', /must be smaller than 1 MB/)
    assert.match((await begin(ann, reference, 'a.pdf', 0)).message ?? '', /is empty/)
    const begun = await begin(ann, reference, 'wrong.txt', 1000)
    const taken = await sendPart(ann, reference, begun.upload, 0, 1000)
    assert.match(taken.message ?? '', /“wrong.txt” ends in “.txt” but is a PDF file/)
    assert.equal((await sendPart(ann, reference, begun.upload, 0, 1000)).code, 404)
  })

  it('is judged by the rules of the question that it was begun for, whatever its last piece names', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    // The letter of a partner may be a document; letters of support may not.
    const begun = await begin(ann, reference, 'swapped.txt', 1000)
    const swapped = await sendPart(ann, reference, begun.upload, 0, 1000, 'partners-0-letter')
    assert.equal(swapped.status, 'refused')
    assert.match(swapped.message ?? '', /begun for another question/)
    assert.equal((await begin(ann, reference, 'swapped.txt', 1000)).received, 0)
    const inGroup = await begin(ann, reference, 'short.pdf', 700, 'partners-1-letter')
    // Items of a group move while it is sent.
    const moved = await sendPart(ann, reference, inGroup.upload, 0, 100, 'partners-0-letter')
    assert.deepEqual([moved.status, moved.received], ['going-on', 100])
  })

  it('counts towards what an application may have from when it was begun', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    const start = (number: number) => begin(ann, reference, `plan-${number}.pdf`, 10_000_000, 'other')
    const begun: Standing[] = []
    for (let number = 1; number <= 25; number += 1) begun.push(await start(number))
    assert.deepEqual(
      begun.filter(({ status }) => status !== 'going-on'),
      [],
    )
    assert.match((await start(26)).message ?? '', /all files of one application together can be up to 250 MB/)
    assert.equal((await start(25)).upload, begun[24]?.upload)
    assert.match((await begin(ann, reference, 'small.pdf', 1)).message ?? '', /up to 250 MB/)
    assert.equal((await begin(ann, await all().round.draft(), 'small.pdf', 1)).status, 'going-on')
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from upload where owner_id = ${reference}`.execute(all().server.services.db)
    assert.equal(rows[0]?.count, 25)
  })

  it('takes no more than it said, and no piece larger than pieces are', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    const begun = await begin(ann, reference, 'short.pdf', 100)
    assert.equal((await sendPart(ann, reference, begun.upload, 0, 101)).received, 0)
    assert.equal((await sendPart(ann, reference, begun.upload, 0, 512_001)).status, 'refused')
  })

  it('is forgotten after a day, and kept while its application, its fund or whoever sends it is on legal hold', async () => {
    const { services } = all().server
    const { round, people } = all().round
    const reference = await all().round.draft()
    const { rows } = await sql<{ id: string }>`select id from application where reference = ${reference}`.execute(
      services.db,
    )
    const ann = await as('ann')
    const tomorrow = { ...services, clock: () => new Date(services.clock().getTime() + 25 * 3_600_000) }
    const pieces = async (upload: string) =>
      (await sql`select from upload_part where upload_id::text = ${upload}`.execute(services.db)).rows.length
    for (const [kind, id] of [
      ['application', rows[0]?.id ?? ''],
      ['fund', round.fundId],
      ['person', people.ann],
    ] as const) {
      const { upload } = await begin(ann, reference)
      await sendPart(ann, reference, upload, 0)
      const release = await placeHold(services.db, kind, id, people.ann)
      await forgetOldUploads(tomorrow)
      assert.equal(await pieces(upload), 1, kind)
      await release()
      await forgetOldUploads(tomorrow)
      assert.equal(await pieces(upload), 0, kind)
    }
  })
})
