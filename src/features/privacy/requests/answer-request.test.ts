import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type PrivacyRound, privacyRound } from '../../../../tests/support/privacy-round.ts'
import { readHeld } from '../held/read-held.ts'
import { closeSubjectRequest, forgetSubject, logSubjectRequest } from './answer-request.ts'

let all: PrivacyRound
const life = lastFirst({ after })
before(async () => {
  all = await privacyRound(life)
})

const told = 'We wrote on 3 November what goes and what stays'

const typed = (kind: string, email: string) => ({
  kind,
  email,
  received: { day: '2', month: '11', year: '2026' },
  identity: 'They asked from this address',
})
const log = async (kind: string, email: string) =>
  await logSubjectRequest(all.services, { actor: all.ada, typed: typed(kind, email), at: all.later(0) })
const heldBy = async (personId: string, email: string) => await readHeld(all.services.db, { personId, email })

describe('what is kept about somebody', () => {
  it('is found in every table that leads to them, by their id or their address', async () => {
    const tables = (await heldBy(all.round.people.ann, 'ann@example.gov.uk')).map(({ table }) => table)
    for (const table of ['person', 'membership', 'session', 'application', 'answer', 'message', 'audit_event'])
      assert.ok(tables.includes(table), table)
  })

  it('names nobody else, and holds no secret', async () => {
    const held = await heldBy(all.round.people.ann, 'ann@example.gov.uk')
    const text = JSON.stringify(held)
    for (const name of ['adam', 'ben', 'pam', 'ada'] as const) {
      const id = name === 'ada' ? all.ada.personId : all.round.people[name]
      assert.ok(!text.includes(id) && !text.includes(`${name}@`), name)
    }
    assert.ok(!/token_hash|totp_secret/.test(text))
    const contributor = held.find(({ table }) => table === 'application_contributor')?.rows[0]
    assert.deepEqual([contributor?.invited_by, contributor?.email], ['you', '[an email address]'])
  })

  it('is only what is of them', async () => {
    const held = await heldBy(all.round.people.nobody, 'nobody@example.gov.uk')
    assert.deepEqual(
      held.map(({ table }) => table),
      ['person'],
    )
  })

  it('is downloaded by themselves, and by whoever looks after the service for a request, each with a record', async () => {
    const { server, round, ada, services } = all
    all.later(0)
    assert.equal((await log('access', 'ann@example.gov.uk')).ok, true)
    const own = await (await server.signedIn(round.people.ann)).post('/account/your-data')
    const administrator = await server.signedIn(ada.personId)
    const asked = await administrator.post('/admin/subject-requests/1/data')
    for (const { bytes } of [own, asked]) {
      const files = unzipSync(bytes)
      assert.deepEqual(Object.keys(files), ['what-is-kept.html', 'what-is-kept.json'])
      const { email, held } = JSON.parse(strFromU8(files['what-is-kept.json'] ?? new Uint8Array()))
      assert.equal(email, 'ann@example.gov.uk')
      assert.ok(held.length > 5)
      assert.match(strFromU8(files['what-is-kept.html'] ?? new Uint8Array()), /Ask Ann/)
    }
    const { rows } = await sql<{ actor: string }>`
      select actor_id as actor from audit_event where action = 'person.data-exported' order by at, id`.execute(
      services.db,
    )
    assert.deepEqual(rows.map(({ actor }) => actor).sort(), [round.people.ann, ada.personId].sort())
  })
})

describe('a request about personal data', () => {
  it('says that nobody is known by an address', async () => {
    assert.deepEqual(await log('access', 'who@example.gov.uk'), { ok: false, problems: [{ code: 'nobody-by-email' }] })
  })

  it('is closed once, with what was answered', async () => {
    const { services, bea } = all
    const close = async (answer: string) =>
      await closeSubjectRequest(services, { actor: bea, number: '1', answer, at: all.later(0) })
    assert.deepEqual(await close(' '), { ok: false, problems: [{ code: 'answer-missing' }] })
    await close('The copy was sent on 3 November')
    await close('Another')
    const { rows } = await sql`select answer from subject_request`.execute(services.db)
    assert.deepEqual(rows, [{ answer: 'The copy was sent on 3 November' }])
  })

  it('makes nobody anonymous who only asked for a copy', async () => {
    const { services, ada } = all
    await assert.rejects(forgetSubject(services, { actor: ada, number: '1', answer: told, at: all.later(0) }), {
      name: 'NotFound',
    })
  })

  it('leaves whoever holds a role', async () => {
    const logged = await log('erasure', 'pam@example.gov.uk')
    const number = String(logged.ok ? logged.value : 0)
    assert.deepEqual(await forgetSubject(all.services, { actor: all.ada, number, answer: told, at: all.later(0) }), {
      ok: false,
      problems: [{ code: 'kept', by: 'holds-a-role' }],
    })
  })

  it('makes anonymous whoever asks to be forgotten: no name of theirs is left but where it was frozen', async () => {
    const { services, ada, round } = all
    const logged = await log('erasure', 'ann@example.gov.uk')
    const number = String(logged.ok ? logged.value : 0)
    const forget = async (answer: string) =>
      await forgetSubject(services, { actor: ada, number, answer, at: all.later(0) })
    assert.deepEqual(await forget(' '), { ok: false, problems: [{ code: 'answer-missing' }] })
    const other = await log('access', 'ann@example.gov.uk')
    assert.deepEqual(
      await forget(told),
      { ok: false, problems: [{ code: 'kept', by: 'asks' }] },
      'it has no answer yet',
    )
    const close = { actor: ada, number: String(other.ok ? other.value : 0), answer: told, at: all.later(0) }
    await closeSubjectRequest(services, close)
    assert.equal((await forget(told)).ok, true)
    const closed = await sql<{ answer: string }>`
      select answer from subject_request where number::text = ${number} and closed_at is not null`.execute(services.db)
    assert.deepEqual(closed.rows, [{ answer: told }], 'the request is closed with it')
    const administrator = await all.server.signedIn(ada.personId)
    for (const page of ['/admin/subject-requests', `/admin/subject-requests/${number}`]) {
      const { body } = await administrator.get(page)
      assert.match(body, /No address any more/)
      assert.doesNotMatch(body, /anonymous\.invalid/)
    }
    const { rows } = await sql<{ name: string }>`select name from person where id = ${round.people.ann}::uuid`.execute(
      services.db,
    )
    assert.deepEqual(rows, [{ name: 'Somebody no longer named' }])
    const mail = await sql`select from message where recipient = 'ann@example.gov.uk'`.execute(services.db)
    assert.equal(mail.rows.length, 0)
    const sessions = await sql`select from session where person_id = ${round.people.ann}::uuid`.execute(services.db)
    assert.equal(sessions.rows.length, 0)
  })
})
