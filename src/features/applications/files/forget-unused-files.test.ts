import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { placeHold } from '../../../../tests/support/place-hold.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import {
  fillWhole,
  type RoundWithClock,
  roundWithClock,
  submitAt,
} from '../../../../tests/support/whole-application.ts'
import type { Form } from '../../../core/forms/index.ts'
import { eventsOf } from '../../audit/index.ts'
import { keepFile } from '../../files/index.ts'
import { daysKeptUnused, forgetUnusedFiles } from './forget-unused-files.ts'

const start = new Date('2026-11-25T12:00:00Z')
const life = lastFirst({ after })
let all: RoundWithClock
let reference: string
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), start)
  reference = await all.round.draft()
  await fillWhole(all, reference)
  await submitAt(all, reference, start)
})

/** Sends a file that nothing refers to yet. */
async function sent(text: string, questionId = 'letters', owner = reference): Promise<{ id: string; sha256: string }> {
  const path = join(tmpdir(), `unused-${process.pid}.txt`)
  await writeFile(path, text)
  const given = { owner: { type: 'application', id: owner }, questionId, fundId: all.round.round.fundId } as const
  const rules = { accept: ['txt'], mostBytes: 1000 } as const
  const file = { path, name: 'a.txt', bytes: text.length, rules, by: all.ann.personId, at: start }
  const kept = await keepFile(all.services, { ...given, ...file })
  return kept.ok ? kept.value : assert.fail(JSON.stringify(kept.problems))
}

const isThere = async ({ id }: { id: string }): Promise<boolean> =>
  (await sql`select 1 from stored_file where id = ${id}::uuid`.execute(all.services.db)).rows.length > 0
const run = async (statement: RawBuilder<unknown>) => await statement.execute(all.services.db)
const application = () => sql`(select id from application where reference = ${reference})`
const named = (id: string) => JSON.stringify([{ id, name: 'a.txt', size: 1, sha256: 'a'.repeat(64) }])

/** A form with a page that takes papers. */
const papersForm: Form = {
  id: 'papers',
  title: 'Papers',
  pages: [{ id: 'papers', title: 'Papers', questions: [{ type: 'file', id: 'papers', label: 'Your papers' }] }],
}

/** Everywhere that an application may speak of a file. */
const places: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  'an answer': async (id) =>
    await run(sql`insert into answer (application_id, question_id, value, version, saved_at, saved_by)
      values (${application()}, 'letters', ${named(id)}::jsonb, 1, ${start}, ${all.ann.personId}::uuid)`),
  'the latest version of an answer': async (id) =>
    await run(sql`insert into answer_version (application_id, question_id, version, value, saved_at, saved_by)
      values (${application()}, 'letters', 1, ${named(id)}::jsonb, ${start}, ${all.ann.personId}::uuid)`),
  'what was set aside': async (id) =>
    await run(sql`insert into answer_set_aside (id, application_id, question_id, value, written_at, written_by)
      values (gen_random_uuid(), ${application()}, 'letters', ${named(id)}::jsonb, ${start}, ${all.ann.personId}::uuid)`),
  'a submission': async (id) =>
    await run(sql`insert into submission (id, application_id, number, received_at, submitted_by, content, sha256)
      select gen_random_uuid(), application_id, 9, received_at, submitted_by, content || jsonb_build_object('said',
      ${named(id)}::jsonb), sha256 from submission where application_id = ${application()} limit 1`),
  'a late submission': async (id) =>
    await run(sql`insert into late_attempt (id, application_id, number, received_at, deadline_at, attempted_by, content,
        sha256, complete)
      values (gen_random_uuid(), ${application()}, 1, '2026-12-03', '2026-12-02', ${all.ann.personId}::uuid,
        ${named(id)}::jsonb, '0', false)`),
  'a reply': async (id) =>
    await run(sql`with q as (insert into answer_request (id, application_id, number, note, due_at, created_at, author_id)
        values (gen_random_uuid(), ${application()}, 1, '', '2026-12-09', '2026-12-08', ${all.ann.personId}::uuid)
        returning id),
      k as (insert into answer_request_question (request_id, question_id, position, asked)
        select id, 'letters', 0, '' from q returning request_id)
      insert into answer_reply (request_id, question_id, version, value, replied_at, replied_by, late)
      select request_id, 'letters', 1, ${named(id)}::jsonb, '2026-12-08', ${all.ann.personId}::uuid, false from k`),
}

const later = (days: number) => all.setClock(new Date(start.getTime() + days * 86_400_000 + 1000))

describe('a file that nothing refers to', () => {
  it('stays for the time that is named, and is then removed with its content, which is on record', async () => {
    const file = await sent('left on a page')
    later(daysKeptUnused - 1)
    assert.equal(await forgetUnusedFiles(all.services), 0)
    later(daysKeptUnused)
    assert.equal(await forgetUnusedFiles(all.services), 1)
    assert.equal(await isThere(file), false)
    assert.equal(await all.services.files.stat(file.sha256), undefined)
    const events = await eventsOf(all.services.db, 'application', reference)
    assert.ok(events.some(({ action, actorId }) => action === 'file.removed' && actorId === null))
  })

  it('takes no content with it that another file has too', async () => {
    await sent('the same')
    const scan = await sent('the same', '@scan')
    assert.equal(await forgetUnusedFiles(all.services), 1)
    assert.ok(await isThere(scan), 'a scan belongs to the application by itself')
    assert.ok(await all.services.files.stat(scan.sha256))
  })

  it('is also one of an application that is no more', async () => {
    const file = await sent('of a test', '@scan', 'GONE-2026')
    await forgetUnusedFiles(all.services)
    assert.equal(await isThere(file), false)
  })
})

it('stays while its application or whoever sent it is on legal hold, and not a day longer', async () => {
  const { db } = all.services
  const { rows } = await sql<{ id: string }>`select id from application where reference = ${reference}`.execute(db)
  for (const [kind, id] of [
    ['application', rows[0]?.id ?? ''],
    ['round', all.round.round.id],
    ['person', all.ann.personId],
  ] as const) {
    const file = await sent(`on hold with its ${kind}`)
    later(daysKeptUnused)
    const release = await placeHold(db, kind, id, all.ann.personId)
    await forgetUnusedFiles(all.services)
    assert.ok(await isThere(file), kind)
    await release()
    await forgetUnusedFiles(all.services)
    assert.equal(await isThere(file), false, kind)
  }
})

describe('a file is never removed that is named in', () => {
  for (const [name, refer] of Object.entries(places)) {
    it(name, async () => {
      const file = await sent(`named in ${name}`)
      await refer(file.id)
      await forgetUnusedFiles(all.services)
      assert.ok(await isThere(file))
    })
  }
})

describe('a file that was taken out of an answer', () => {
  let ann: TestBrowser
  let application: string
  const page = () => `/applications/${application}/pages/papers`

  /** Saves files as the answer, on a day after the start. */
  async function save(files: readonly string[], day: number): Promise<void> {
    later(day)
    ann = await all.server.signedIn(all.round.people.ann)
    const { body } = await ann.get(page())
    const kept = { version: hiddenIn(body, 'version'), form: hiddenIn(body, 'form'), action: 'continue' }
    assert.equal((await ann.post(page(), { ...kept, papers: [...files] })).status, 303)
  }

  const fileOf = (id: string, { sha256 }: { sha256: string }) =>
    JSON.stringify({ id, name: 'a.txt', size: 'an old paper'.length, sha256 })
  const history = async () => (await ann.get(`${page()}/history`)).body

  before(async () => {
    const second = await roundWithClock(life, await freshDatabase(life), start, papersForm)
    all = second
    application = await second.round.draft()
    reference = application
  })
  beforeEach(() => later(0))

  it('stays for 30 days from then, is deleted, and its history says so', async () => {
    const old = await sent('an old paper', 'papers')
    await save([fileOf(old.id, old)], 1)
    await save([], 10)
    later(10 + daysKeptUnused - 1)
    assert.equal(await forgetUnusedFiles(all.services), 0)
    ann = await all.server.signedIn(all.round.people.ann)
    const before = await history()
    assert.match(before, /can be put back for 30 days/)
    assert.match(before, /a\.txt \(12 bytes\)/)
    later(10 + daysKeptUnused)
    assert.equal(await forgetUnusedFiles(all.services), 1)
    assert.equal(await isThere(old), false)
    const events = await eventsOf(all.services.db, 'application', application)
    const removed = events.filter(({ action }) => action === 'file.removed')
    assert.deepEqual(
      removed.map(({ facts }) => (facts as { reason: string }).reason),
      ['taken-out'],
    )
    ann = await all.server.signedIn(all.round.people.ann)
    assert.match(await history(), /a\.txt: file removed \(12 bytes\)/)
    const body = await history()
    const back = { question: 'papers', version: '1', shown: hiddenIn(body, 'shown') }
    assert.equal((await ann.post(`${page()}/history`, back)).status, 303)
    assert.doesNotMatch((await ann.get(page())).body, /a\.txt/)
  })

  it('stays as long as it is put back', async () => {
    const paper = await sent('put back', 'papers')
    await save([fileOf(paper.id, paper)], 2)
    await save([], 3)
    await save([fileOf(paper.id, paper)], 4)
    later(100)
    assert.equal(await forgetUnusedFiles(all.services), 0)
    assert.ok(await isThere(paper))
  })
})
