import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type PrivacyRound, privacyRound } from '../../../../tests/support/privacy-round.ts'
import { placeHold, releaseHold } from '../holds/place-hold.ts'
import { carryOut } from './carry-out.ts'
import { dryRun } from './describe-retention.ts'
import { confirmSwitch, turnSwitch } from './turn-switch.ts'

const reason = 'The board agreed on the periods on 3 November 2026'

let all: PrivacyRound
const life = lastFirst({ after })
before(async () => {
  all = await privacyRound(life)
})

const due = async (months: number): Promise<Readonly<Record<string, number>>> => {
  const found = await dryRun(all.services.db, all.later(months))
  return Object.fromEntries(found.filter(({ count }) => count.due > 0).map(({ rule, count }) => [rule.id, count.due]))
}
const held = async (months: number): Promise<readonly string[]> =>
  (await dryRun(all.services.db, all.later(months))).filter(({ count }) => count.held > 0).map(({ rule }) => rule.id)

const rowsIn = async (table: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(all.services.db)).rows[0]
    ?.count ?? 0

describe('the dry run of retention', () => {
  it('counts what is due by each rule, from the month in which it is', async () => {
    assert.deepEqual(await due(11), {})
    assert.deepEqual(await due(13), { message: 1 })
    assert.deepEqual(await due(25), { draft: 1, 'application-contributor': 1, message: 1 })
  })

  it('says what is due soon, and names examples', async () => {
    const found = await dryRun(all.services.db, all.later(22))
    const draft = found.find(({ rule }) => rule.id === 'draft')?.count
    assert.deepEqual(draft, { due: 0, held: 0, soon: 1, examples: [] })
    const then = (await dryRun(all.services.db, all.later(25))).find(({ rule }) => rule.id === 'draft')?.count
    assert.deepEqual(then?.examples, [all.reference])
  })

  it('names what has no reference by its day, and nothing by an id', async () => {
    const examples = (await dryRun(all.services.db, all.later(85))).flatMap(({ count }) => count.examples)
    assert.ok(examples.includes(all.reference))
    assert.ok(examples.some((each) => /^\d{4}-\d\d-\d\d$/.test(each)))
    for (const each of examples) assert.doesNotMatch(each, /[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  it('changes nothing', async () => {
    assert.deepEqual([await rowsIn('answer'), await rowsIn('application_contributor')], [1, 1])
  })
})

describe('retention', () => {
  it('is asked for, and that is taken back before anybody confirms it', async () => {
    const { services, ada, bea } = all
    const at = all.later(24)
    const turn = async (to: string) => await turnSwitch(services, { actor: bea, turn: to, reason, at })
    assert.deepEqual(await turn('off'), { ok: true, value: 'nothing' })
    assert.deepEqual(await turn('on'), { ok: true, value: 'asked' })
    assert.deepEqual(await turn('on'), { ok: true, value: 'nothing' })
    assert.deepEqual(await turn('off'), { ok: true, value: 'withdrawn' })
    assert.deepEqual(await confirmSwitch(services, { actor: ada, number: 1, at }), {
      ok: false,
      problems: [{ code: 'nothing-to-confirm' }],
    })
    const { rows } = await sql<{ action: string }>`select action from audit_event
      where action in ('retention.asked-for', 'retention.withdrawn') and actor_id = ${bea.personId}::uuid order by at, id`.execute(
      services.db,
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['retention.asked-for', 'retention.withdrawn'],
    )
    await sql`delete from retention_switch`.execute(services.db)
  })

  it('is switched on by one administrator for a reason, and confirmed by another', async () => {
    const { services, ada, bea } = all
    const at = all.later(25)
    assert.deepEqual(await turnSwitch(services, { actor: ada, turn: 'on', reason: 'Because', at }), {
      ok: false,
      problems: [{ code: 'reason-too-thin' }],
    })
    await turnSwitch(services, { actor: ada, turn: 'on', reason, at })
    await carryOut(services)
    assert.equal(await rowsIn('answer'), 1)
    assert.deepEqual(await confirmSwitch(services, { actor: ada, number: 1, at }), {
      ok: false,
      problems: [{ code: 'confirmed-by-the-same' }],
    })
    assert.equal((await confirmSwitch(services, { actor: bea, number: 1, at })).ok, true)
  })

  it('leaves what is on hold, whatever the hold is on', async () => {
    const { services, ada, reference } = all
    const holds = [
      ['application', reference, ['draft', 'application-contributor', 'message']],
      ['round', 'test-fund/first', ['draft', 'application-contributor', 'message']],
      ['fund', 'test-fund', ['draft', 'application-contributor', 'message']],
      ['person', 'ann@example.gov.uk', ['draft', 'application-contributor', 'message']],
    ] as const
    for (const [kind, which, rules] of holds) {
      const at = all.later(25)
      const placed = await placeHold(services, { actor: ada, typed: { kind, which, reason }, at })
      assert.equal(placed.ok, true, kind)
      assert.deepEqual(await held(25), rules, kind)
      await carryOut(services)
      assert.deepEqual([await rowsIn('answer'), await rowsIn('application_contributor')], [1, 1])
      const { rows } = await sql<{ id: string }>`select id from legal_hold where released_at is null`.execute(
        services.db,
      )
      assert.equal((await releaseHold(services, { actor: ada, id: rows[0]?.id ?? '', reason, at })).ok, true)
    }
    assert.deepEqual(await held(25), [])
  })

  it('does what the dry run said, once, with a record of it', async () => {
    const { services } = all
    all.later(25)
    await carryOut(services)
    assert.deepEqual([await rowsIn('answer'), await rowsIn('application_contributor')], [0, 0])
    const { rows } = await sql<{ recipient: string; body: string; kind: string }>`
      select recipient, body, kind from message`.execute(services.db)
    assert.deepEqual(rows, [{ recipient: '', body: '', kind: 'test' }])
    assert.deepEqual(await due(25), {})
    const events = await sql<{ facts: Record<string, number> }>`
      select facts from audit_event where action = 'retention.carried-out'
        and facts ->> 'draft' <> '0'`.execute(services.db)
    assert.equal(events.rows.length, 1)
    assert.deepEqual(
      Object.entries(events.rows[0]?.facts ?? {})
        .filter(([, rows]) => rows > 0)
        .sort(),
      Object.entries({ draft: 1, 'application-contributor': 1, message: 1 }).sort(),
    )
  })

  it('makes people anonymous who were last here long ago and hold no role, and the log still knows their ids', async () => {
    const { services, round } = all
    assert.equal((await due(85)).person, 5)
    await sql`
      insert into subject_request (id, number, kind, person_id, received_on, due_on, identity_note, logged_at, logged_by)
      values (${services.newId()}::uuid, 1, 'access', ${round.people.nobody}::uuid, '2026-11-02', '2026-12-02', 'By phone',
        ${all.later(0)}, ${all.ada.personId}::uuid)`.execute(services.db)
    assert.equal((await due(85)).person, 4, 'whoever has to be answered stays, and is not counted')
    await sql`update subject_request set closed_at = logged_at, closed_by = logged_by, answer = 'Sent'`.execute(
      services.db,
    )
    all.later(85)
    await carryOut(services)
    const { rows } = await sql<{ id: string; name: string; email: string }>`
      select id, name, email from person where anonymised_at is not null order by id`.execute(services.db)
    const { ann, adam, ben, cai, nobody } = round.people
    assert.deepEqual(
      rows.map(({ id }) => id),
      [ann, adam, ben, cai, nobody].sort(),
    )
    for (const { id, name, email } of rows)
      assert.deepEqual([name, email], ['Somebody no longer named', `nobody-${id}@anonymous.invalid`])
    const log = await sql`select from audit_event where actor_id = ${ann}::uuid`.execute(services.db)
    assert.ok(log.rows.length > 0)
  })

  it('stops at once when it is switched off', async () => {
    const { services, bea, ada } = all
    await turnSwitch(services, { actor: bea, turn: 'off', reason, at: all.later(86) })
    assert.deepEqual(await confirmSwitch(services, { actor: ada, number: 1, at: all.later(86) }), {
      ok: false,
      problems: [{ code: 'nothing-to-confirm' }],
    })
  })
})

describe('a legal hold', () => {
  it('says everything that is wrong with it', async () => {
    const { services, ada } = all
    const place = async (kind: string, which: string, why: string) => {
      const result = await placeHold(services, { actor: ada, typed: { kind, which, reason: why }, at: all.later(87) })
      return result.ok ? [] : result.problems.map(({ code }) => code)
    }
    assert.deepEqual(await place('', ' ', 'No'), ['kind-missing', 'which-missing', 'reason-too-thin'])
    assert.deepEqual(await place('fund', 'no-fund', reason), ['not-found'])
    assert.deepEqual(await place('fund', 'test-fund', reason), [])
    assert.deepEqual(await place('fund', 'TEST-FUND', reason), ['held-already'])
  })

  it('is nothing for others', async () => {
    const { services, ann } = all
    const typed = { kind: 'fund', which: 'test-fund', reason }
    await assert.rejects(placeHold(services, { actor: ann, typed, at: all.later(87) }), { name: 'NotFound' })
  })
})
