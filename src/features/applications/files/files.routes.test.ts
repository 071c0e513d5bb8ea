import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { eicar, startClamd, type TestClamd } from '../../../../tests/support/clamd.ts'
import { fileHref, filing, kept, pageOf, pdf, send } from '../../../../tests/support/filing.ts'
import { scanAll as scanWaiting } from '../../../../tests/support/key-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestFile } from '../../../../tests/support/multipart.ts'
import type { OpenRound, PersonName } from '../../../../tests/support/open-round.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'
import { eventsOf } from '../../audit/index.ts'

const life = lastFirst({ after })
let made: { readonly server: TestServer; readonly round: OpenRound; readonly clamd: TestClamd } | undefined
before(async () => {
  const clamd = await startClamd(life)
  const environment = { CLAMD_HOST: clamd.host, CLAMD_PORT: String(clamd.port) }
  made = { ...(await filing(life, { environment })), clamd }
})
const all = () => made ?? assert.fail('nothing is set up')
const as = (name: PersonName): Promise<TestBrowser> => all().server.signedIn(all().round.people[name])

const letter = (name: string, body: string | Uint8Array = pdf(), field = 'letters-upload'): TestFile => ({
  field,
  name,
  body,
})

const names = (body: string, name = 'letters'): string[] =>
  kept(body, name).map((text) => (JSON.parse(text) as { name: string }).name)

/** Does the scan that waits for each file. */
const scanAll = (tried = 0) => scanWaiting(all().server.services, tried)

describe('files in an answer', () => {
  it('are sent with a plain form, listed with their state, given once clean, and removed', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    const sent = await send(ann, reference, [letter('Tŷ – llythyr.pdf'), letter('note.txt', 'Dear all')], {
      why: 'Because',
    })
    assert.equal(sent.location, `${pageOf(reference)}#letters-files`)
    const waiting = (await ann.get(pageOf(reference))).body
    assert.deepEqual(names(waiting), ['Tŷ – llythyr.pdf', 'note.txt'])
    assert.match(waiting, />Because<\/textarea>/)
    assert.match(waiting, /Being checked/)
    assert.ok(!waiting.includes('/files/'))

    await scanAll()
    const clean = (await ann.get(pageOf(reference))).body
    assert.match(clean, /Checked/)
    const given = await ann.get(fileHref(clean))
    assert.equal(given.status, 200)
    assert.equal(given.body, pdf())
    assert.equal(given.headers['content-type'], 'application/pdf')
    assert.equal(
      given.headers['content-disposition'],
      `attachment; filename="T-llythyr.pdf"; filename*=UTF-8''T%C5%B7%20%E2%80%93%20llythyr.pdf`,
    )
    assert.equal(given.headers['x-content-type-options'], 'nosniff')
    assert.equal(
      given.headers['content-security-policy'],
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; sandbox",
    )
    assert.equal(given.headers['cache-control'], 'no-store')

    const { id } = JSON.parse(kept(clean, 'letters')[0] ?? '') as { id: string }
    const removed = await send(ann, reference, [], { action: `remove-file:letters:${id}`, why: 'Because' })
    assert.equal(removed.location, `${pageOf(reference)}#letters-files`)
    assert.deepEqual(names((await ann.get(pageOf(reference))).body), ['note.txt'])
    const events = await eventsOf(all().server.services.db, 'application', reference)
    assert.deepEqual(
      events.map(({ action }) => action).filter((action) => action.startsWith('file.')),
      ['file.uploaded', 'file.uploaded', 'file.clean', 'file.clean'],
    )
  })

  it('are refused each with what to do, and the others and what was typed are kept', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    const answer = await send(
      ann,
      reference,
      [
        letter('good.pdf'),
        letter('not.pdf', 'just text'),
        letter('program.exe', 'MZ'),
        letter('empty.txt', ''),
        letter('large.txt', 'x'.repeat(1_000_001)),
        letter('binary.txt', new Uint8Array([1, 2, 0])),
      ],
      { why: 'Typed' },
    )
    assert.equal(answer.status, 400)
    for (const words of [
      '“not.pdf” ends in “.pdf” but is not a PDF file, or is damaged',
      '“program.exe” must be a PDF or plain text file',
      '“empty.txt” is empty',
      '“large.txt” must be smaller than 1 MB',
      '“binary.txt” ends in “.txt” but is not text',
    ])
      assert.match(answer.body, new RegExp(`href="#letters">${words}`))
    assert.match(answer.body, />Typed<\/textarea>/)
    assert.deepEqual(names(answer.body), ['good.pdf'])
    assert.deepEqual(names((await ann.get(pageOf(reference))).body), ['good.pdf'])
  })

  it('may have the same name twice, and not be more than the question takes', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    await send(ann, reference, [letter('same.pdf', pdf('1')), letter('same.pdf', pdf('2'))])
    const full = await send(ann, reference, [letter('third.pdf'), letter('fourth.pdf')])
    assert.match(full.body, /“fourth.pdf” was not added: you can upload up to 3 files here/)
    const { body } = await ann.get(pageOf(reference))
    assert.deepEqual(names(body), ['same.pdf', 'same.pdf', 'third.pdf'])
    assert.match(body, /To add another file, remove one first/)
  })

  it('belong to the item of a group that they were sent with', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    await send(ann, reference, [letter('b.pdf', pdf('b'), 'partners-1-letter-upload')], {
      'partners-0-name': 'A',
      'partners-1-name': 'B',
      action: 'upload:partners-1-letter',
    })
    const two = (await ann.get(pageOf(reference))).body
    assert.deepEqual([names(two, 'partners-0-letter'), names(two, 'partners-1-letter')], [[], ['b.pdf']])
    await send(ann, reference, [], { 'partners-0-name': 'A', 'partners-1-name': 'B', action: 'remove:partners:0' })
    const one = (await ann.get(pageOf(reference))).body
    assert.deepEqual(names(one, 'partners-0-letter'), ['b.pdf'])
  })

  it('cannot be named that are of another application or question, or of nowhere', async () => {
    const [ann, ben] = [await as('ann'), await as('ben')]
    const [theirs, mine] = [await all().round.draft(), await all().round.draft()]
    await send(ann, theirs, [letter('theirs.pdf')])
    const foreign = kept((await ann.get(pageOf(theirs))).body, 'letters')[0] ?? ''
    for (const [page, name, value] of [
      ['papers', 'letters', foreign],
      ['papers', 'letters', foreign.replace(/"id":"[^"]*"/, '"id":"../../secret"')],
    ] as const) {
      const { body } = await ann.get(pageOf(mine, page))
      await ann.post(pageOf(mine, page), {
        version: hiddenIn(body, 'version'),
        form: hiddenIn(body, 'form'),
        [name]: value,
      })
      assert.deepEqual(kept((await ann.get(pageOf(mine, page))).body, name), [])
    }
    const { body } = await ann.get(pageOf(theirs, 'other'))
    await ann.post(pageOf(theirs, 'other'), {
      version: hiddenIn(body, 'version'),
      form: hiddenIn(body, 'form'),
      other: foreign,
    })
    assert.deepEqual(kept((await ann.get(pageOf(theirs, 'other'))).body, 'other'), [])

    await scanAll()
    const href = fileHref((await ann.get(pageOf(theirs))).body)
    assert.equal((await ann.get(href)).status, 200)
    assert.equal((await ben.get(href)).status, 404)
    assert.equal((await all().server.visitor().get(href)).status, 303)
    assert.equal((await ann.get(href.replace(theirs, mine))).status, 404)
    for (const path of ['..%2f..%2fsecret', '%00', 'x'.repeat(150)])
      assert.equal((await ann.get(`/applications/${theirs}/files/${path}`)).status, 404)
    assert.equal((await ben.postFiles(pageOf(theirs), {}, [letter('a.pdf')])).status, 404)
  })

  it('with a virus are given to nobody, said to their sender, and stop a submission', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    await send(ann, reference, [letter('bad.txt', eicar), letter('good.txt', 'good')])
    const check = `/applications/${reference}/check`
    assert.ok(!(await ann.get(check)).body.includes('has a virus'))
    const id = (JSON.parse(kept((await ann.get(pageOf(reference))).body, 'letters')[0] ?? '') as { id: string }).id
    await scanAll()
    const { body } = await ann.get(pageOf(reference))
    assert.match(body, /Virus found/)
    assert.equal((await ann.get(`/applications/${reference}/files/${id}`)).status, 404)
    const problem = /“bad.txt” has a virus, so it cannot be submitted\. Remove it/
    assert.match((await ann.get(check)).body, problem)
    const shown = (await ann.get(check)).body
    const refused = await ann.post(check, {
      content: hiddenIn(shown, 'content'),
      parts: hiddenIn(shown, 'parts'),
      declaration: 'yes',
    })
    assert.equal(refused.status, 400)
    assert.match(refused.body, problem)
    const { rows } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'file-refused'`.execute(all().server.services.db)
    assert.deepEqual(
      rows.map(({ recipient }) => recipient),
      ['ann@example.gov.uk'],
    )
    assert.match(rows[0]?.body ?? '', /“bad.txt”.*A virus was found in it \(Eicar-Test-Signature\)/s)
  })

  it('that nobody could look at are tried again for hours, and then said to have failed', async () => {
    const ann = await as('ann')
    const reference = await all().round.draft()
    all().clamd.behaviour = 'hang-up'
    try {
      await send(ann, reference, [letter('waits.txt', 'waits')])
      for (const tried of [0, 1, 4]) {
        await scanAll(tried)
        assert.match((await ann.get(pageOf(reference))).body, /Being checked/)
      }
      const { rows } = await sql<{ tried: number }>`
        select (data->>'tried')::int as tried from pgboss.job join stored_file f on f.id::text = data->>'id'
        where job.name = 'scan-file' and f.name = 'waits.txt' and (data->>'tried')::int > 0 order by tried`.execute(
        all().server.services.db,
      )
      assert.deepEqual(
        rows.map(({ tried }) => tried),
        [1, 2, 5],
      )
      await scanAll(5)
    } finally {
      all().clamd.behaviour = 'well'
    }
    assert.match((await ann.get(pageOf(reference))).body, /Could not be checked/)
    assert.match(
      (await ann.get(`/applications/${reference}/check`)).body,
      /“waits.txt” could not be checked for viruses/,
    )
  })

  it('are frozen in a submission and given to those who read it, with only those that it names', async () => {
    const [ann, pam, sid] = [await as('ann'), await as('pam'), await as('sid')]
    const reference = await all().round.draft()
    await send(ann, reference, [letter('taken-out.pdf', pdf('out')), letter('stays.pdf', pdf('stays'))])
    const before = (await ann.get(pageOf(reference))).body
    const [out, stays] = kept(before, 'letters').map(
      (text) => JSON.parse(text) as { id: string; size: number; sha256: string },
    )
    await send(ann, reference, [], { action: `remove-file:letters:${out?.id}` })
    const check = `/applications/${reference}/check`
    const shown = (await ann.get(check)).body
    assert.match(shown, /stays\.pdf \(/)
    const sent = await ann.post(check, {
      content: hiddenIn(shown, 'content'),
      parts: hiddenIn(shown, 'parts'),
      declaration: 'yes',
    })
    assert.equal(sent.status, 303, 'a file that is still to be looked at stops nothing')

    const content = JSON.parse((await ann.get(`/applications/${reference}/submission.json`)).body) as {
      pages: { questions: { id: string; value: unknown; shown: string[] }[] }[]
    }
    const question = content.pages[0]?.questions.find(({ id }) => id === 'letters')
    assert.deepEqual(question?.value, [{ ...stays, name: 'stays.pdf' }])
    assert.deepEqual(question?.shown, [`stays.pdf (${stays?.size} bytes)`])
    assert.match(
      (await ann.get(`/applications/${reference}/receipt`)).body,
      new RegExp(`stays\\.pdf.*${stays?.sha256.slice(0, 8)}`, 's'),
    )

    const managed = `/manage/funds/test-fund/first/applications/${reference}`
    assert.match((await pam.get(managed)).body, /stays\.pdf.*Being checked for viruses/s)
    await scanAll()
    const page = (await pam.get(managed)).body
    assert.match(page, new RegExp(`href="${managed}/files/${stays?.id}"`))
    assert.equal((await pam.get(`${managed}/files/${stays?.id}`)).body, pdf('stays'))
    assert.equal((await pam.get(`${managed}/files/${out?.id}`)).status, 404)
    assert.equal((await sid.get(`${managed}/files/${stays?.id}`)).status, 404)
    assert.equal((await pam.get(`/applications/${reference}/files/${stays?.id}`)).status, 404)
    assert.match((await pam.get('/manage/funds/test-fund/first/applications.csv')).body, /stays\.pdf/)
  })
})
