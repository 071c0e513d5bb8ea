import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { sql } from 'kysely'
import { cast } from '../../../../tests/access/cast.ts'
import { places } from '../../../../tests/access/places.ts'
import { seededWorld } from '../../../../tests/access/seeded-world.ts'
import { checkAsWritten } from '../../../../tests/reference/grants-schema.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import {
  type DecidedApplication,
  decisionRecord,
  decisionText,
  recordUnderReferences,
} from '../../../core/decisions/index.ts'
import { readCsv } from '../../../platform/csv/read-csv.ts'
import { decisionOf } from '../../decisions/index.ts'
import { writeTelling } from '../../decisions/telling/tell-outcomes.ts'
import { roundById } from '../../funds/index.ts'
import { tellOfChanges } from '../../guidance/tell-subscribers.ts'

const life = lastFirst({ after })
let now = new Date('2026-12-20T09:00:00Z')
const server = await testServer(life, await freshDatabase(life, seededWorld), { clock: () => now })
const { services } = server
const { db, sha256 } = services
const address = `/funds/${places.theirs.fund}/${places.theirs.round}`
const tellAt = new Date('2026-12-21T09:30:00Z')

type Application = {
  readonly id: string
  readonly reference: string
  readonly leadId: string
  readonly lead: string
  readonly region: string
}

const { rows } = await sql<Application & { readonly roundId: string; readonly fund: string; readonly round: string }>`
  select a.id, a.reference, a.lead_id as "leadId", o.name as lead, coalesce(o.region, '') as region, r.id as "roundId",
    f.name as fund, r.name as round
  from application a join organisation o on o.id = a.lead_id join round r on r.id = a.round_id join fund f on f.id = r.fund_id
  where f.slug = ${places.theirs.fund} and r.slug = ${places.theirs.round} and a.state = 'submitted' and a.mode = 'live'
  order by a.reference`.execute(db)
const roundId = rows[0]?.roundId ?? ''
const { rows: officials } = await sql<{ name: string }>`
  select name from person where id = ${cast.teamElsewhere.id}::uuid`.execute(db)
const official = officials[0]?.name ?? ''
const outcomes = [
  'award',
  'award',
  'award',
  'reserve',
  'declined',
  'declined',
  'not-shortlisted',
  'ineligible',
] as const
const decided: readonly DecidedApplication[] = rows.map((row, index) => {
  const outcome = outcomes[index] ?? 'not-shortlisted'
  return {
    id: row.id,
    reference: row.reference,
    lead: row.lead,
    leadId: row.leadId,
    region: row.region,
    outcome,
    pounds: outcome === 'award' ? 90_000 + index : null,
    reservePlace: outcome === 'reserve' ? 1 : null,
    departure: null,
    salt: `salt-${index}`,
  }
})

/** A decision as the area of decisions keeps it: only what the results are made of is filled in. */
const record = decisionRecord(
  {
    round: { id: roundId, fund: rows[0]?.fund ?? '', name: rows[0]?.round ?? '', illustrative: true },
    rules: { version: 1, sha256: 'a'.repeat(64), text: '{}' },
    shortlist: { sha256: 'b'.repeat(64), frozenAt: '2026-11-27T09:00:00.000Z' },
    scores: decided.slice(0, 6).map(({ id, reference }, index) => ({
      applicationId: id,
      reference,
      writtenPercent: 60 + index,
      interviewPercent: null,
      totalPercent: 60 + index,
      aboveThreshold: true,
    })),
    moneyQuestion: null,
    portfolio: {
      number: 1,
      solver: 'HiGHS',
      seed: 1,
      result: { status: 'optimal', chosen: decided.slice(0, 3).map(({ id }) => id) },
      case: { candidates: decided.slice(0, 2).map(({ reference }) => ({ reference, askedPounds: 95_000 })) },
    } as never,
    whatIfs: [],
    declarations: [],
    recommendation: {
      outcomes: [],
      sha256: 'd'.repeat(64),
      frozenAt: '2026-12-01T09:00:00.000Z',
      frozenBy: official,
    },
    note: {
      regularity: 'Within the powers of the department',
      propriety: `${rows[4]?.lead} was weighed as ${official} and others were`,
      valueForMoney: 'Good',
      feasibility: 'Can be done',
      by: 'An Accounting Officer',
      at: '2026-12-02T09:00:00.000Z',
    },
    submission: {
      summary: `Three awards; ${rows[3]?.reference} in reserve`,
      options: 'Fewer',
      linesToTake: 'By rules',
    },
    decision: {
      decidedBy: 'The minister',
      title: 'Minister',
      recordedBy: official,
      evidence: 'A letter',
      at: '2026-12-10T09:00:00.000Z',
      approval: { asked: false, reason: 'An example' },
    },
    applications: decided,
    reserveExpiresOn: null,
    tellAt: tellAt.toISOString(),
  },
  sha256,
)
const text = decisionText(record)
await db.transaction().execute(async (tx) => {
  // The decision itself is another area's, with rules of its own that are tested there.
  await sql`set local session_replication_role = replica`.execute(tx)
  await sql`insert into decision (round_id, document, sha256, decided_by, decided_at, recorded_at, recorded_by, tell_at)
    values (${roundId}::uuid, ${text}, ${sha256(text)}, 'The minister', ${now}, ${now}, ${cast.teamElsewhere.id}::uuid, ${tellAt})`.execute(
    tx,
  )
})

/** In a session of its own: the clock moves. */
const team = () => server.signedIn(cast.teamElsewhere.id)
const visitor = server.visitor()
const publish = async (reason?: string, more: Readonly<Record<string, string>> = { read: 'yes' }) =>
  (await team()).post(`/manage${address}/results`, { ...more, ...(reason !== undefined && { reason }) })
const losers = decided.filter(({ outcome }) => outcome !== 'award')

/** What telling waits for is tested where it is done. */
async function tellEverybody(): Promise<void> {
  const [round, decision] = [await roundById(db, roundId), await decisionOf(db, roundId)]
  assert.ok(round !== undefined && decision !== undefined)
  await db.transaction().execute(async (tx) => await writeTelling(tx, services, { round, decision, at: now }))
}

/** Pages are long: only what was looked for is said. */
const has = (body: string, words: RegExp) => assert.ok(words.test(body), String(words))

describe('the results of a round', () => {
  it('are not there before they are published, and are not published before applicants were told', async () => {
    assert.equal((await visitor.get(`${address}/results`)).status, 404)
    const early = await publish()
    assert.equal(early.status, 400)
    has(early.body, /under embargo until 9:30am GMT on Monday 21 December 2026/)
    await assert.rejects(
      sql`insert into published_results (round_id, number, document, sha256, published_at)
        values (${roundId}::uuid, 1, '{}', ${'c'.repeat(64)}, ${now})`.execute(db),
      /after everybody was told/,
    )
    now = tellAt
    has((await publish()).body, /once everybody is told/)
    await tellEverybody()
    assert.equal((await publish()).status, 303)
    assert.equal((await visitor.get(`${address}/results`)).status, 200)
  })

  it('name who is awarded, and nobody else, anywhere', async () => {
    const page = (await visitor.get(`${address}/results`)).body
    const { body: data } = await visitor.get(`${address}/results/results.json`)
    const { body: file } = await visitor.get(`${address}/results/decision-record.json`)
    for (const { lead, outcome } of decided)
      for (const [what, told] of [
        ['page', page],
        ['data', data],
        ['record', file],
      ] as const)
        assert.equal(
          told.includes(lead.replaceAll('&', '&amp;')) || told.includes(lead),
          outcome === 'award',
          `${what}: ${lead}`,
        )
    for (const { id, reference } of losers)
      for (const told of [page, data, file]) assert.ok(!told.includes(id) && !told.includes(reference), reference)
    const { rows: people } = await sql<{ name: string; id: string }>`
      select distinct p.name, p.id from review v join person p on p.id = v.person_id
      join application a on a.id = v.application_id where a.round_id = ${roundId}::uuid`.execute(db)
    assert.ok(people.length > 3)
    for (const { name, id } of people)
      for (const told of [page, data, file]) assert.ok(!told.includes(name) && !told.includes(id), name)
    assert.ok(!file.includes(official))
    const document = JSON.parse(data)
    const standing = document.bids.filter(({ outcome }: { outcome: string }) => outcome !== 'withdrawn')
    assert.equal(standing.length, losers.length)
    assert.doesNotMatch(page, /mean nothing outside|nobody’s score can be told/)
    has(page, /may be told from its region and type/)
    assert.deepEqual(document.scores, [{ from: 60, to: 70, count: 6 }])
    has(page, /Made up to show how the service works/)
  })

  it('come with awards that are 360Giving data, and the same as CSV', async () => {
    const { body } = await visitor.get(`${address}/results/awards.json`)
    const check = checkAsWritten()
    assert.ok(check(JSON.parse(body)), JSON.stringify(check.errors))
    assert.deepEqual(
      JSON.parse(body)
        .grants.map((grant: { id: string; amountAppliedFor?: number }) => [grant.id, grant.amountAppliedFor])
        .sort(),
      decided
        .slice(0, 3)
        .map(({ reference }, index) => [`360G-example-${reference}`, index < 2 ? 95_000 : undefined])
        .sort(),
    )
    const csv = readCsv(Buffer.from((await visitor.get(`${address}/results/awards.csv`)).body), [
      'Identifier',
      'Amount Awarded',
    ])
    assert.ok(csv.ok)
    assert.deepEqual(
      csv.value.map(({ cells }) => [cells.Identifier, Number(cells['Amount Awarded'])]).sort(),
      decided
        .filter(({ outcome }) => outcome === 'award')
        .map(({ reference, pounds }) => [`360G-example-${reference}`, pounds])
        .sort(),
    )
  })

  it('are there for programs, award by award', async () => {
    const { items } = JSON.parse((await visitor.get('/api/v1/awards')).body)
    assert.deepEqual(
      items.map(
        ({ reference, pounds, recipient }: { reference: string; pounds: number; recipient: { name: string } }) => [
          reference,
          pounds,
          recipient.name,
        ],
      ),
      decided
        .filter(({ outcome }) => outcome === 'award')
        .map(({ reference, pounds, lead }) => [reference, pounds, lead]),
    )
    assert.ok(items.every(({ illustrative }: { illustrative: boolean }) => illustrative))
    const described = JSON.parse((await visitor.get('/api/v1/openapi.json')).body)
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(ajv)
    const check = ajv.compile({ $ref: '#/components/schemas/Award', components: described.components })
    for (const item of items) assert.ok(check(item), JSON.stringify(check.errors))
  })

  it('have the applications behind every figure, as many as it says, under the pseudonyms of the record', async () => {
    const page = (await visitor.get(`${address}/results`)).body
    const record = JSON.parse((await visitor.get(`${address}/results/decision-record.json`)).body)
    const known = new Set([
      ...record.applications.map(({ reference }: { reference: string }) => reference),
      ...decided.map(({ lead }) => lead),
    ])
    const links = [...page.matchAll(/href="([^"]*\/results\/applications\?[^"]*)">([\d,]+)</g)]
    assert.ok(links.length > 7, String(links.length))
    const { counts } = JSON.parse((await visitor.get(`${address}/results/results.json`)).body)
    for (const [, href = '', figure = ''] of links) {
      const { status, body } = await visitor.get(href.replaceAll('&amp;', '&'))
      assert.equal(status, 200, href)
      const names = [...body.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th>/g)].map(([, name = '']) =>
        name.trim().replaceAll('&#39;', '’'),
      )
      assert.equal(names.length, Number(figure.replaceAll(',', '')), href)
      for (const name of names) assert.ok(known.has(name) || /^Withdrawn bid \d+$/.test(name), name)
    }
    // Another way to the same counts: the report of those who run the round.
    const { body: csv } = await (await team()).get(`/manage${address}/report.csv`)
    for (const [stage, words] of [
      ['received', 'Received'],
      ['eligible', 'Eligible'],
      ['in-scope', 'In scope'],
      ['scored', 'Scored by somebody'],
    ])
      has(csv, new RegExp(`,${words},${counts[stage ?? '']}\\b`))
    for (const asked of ['figure=none', 'score-from=61', 'score-from=x', 'version=9'])
      assert.equal((await visitor.get(`${address}/results/applications?${asked}`)).status, 404, asked)
  })

  it('carry the hashes by which they can be checked', async () => {
    const page = (await visitor.get(`${address}/results`)).body
    const data = (await visitor.get(`${address}/results/results.json`)).body
    assert.ok(page.includes(sha256(data)))
    assert.ok(page.includes(sha256(text)))
    const record = (await visitor.get(`${address}/results/decision-record.json`)).body
    assert.ok(page.includes(sha256(record)))
    assert.equal(JSON.parse(record).whole.sha256, sha256(text))
  })

  it('are published anew with a reason alone, and every version stays', async () => {
    has((await publish()).body, /Enter why the results are published anew/)
    has((await publish('A sum was wrong')).body, /Nothing has changed/)
    const first = (await visitor.get(`${address}/results/results.json`)).body
    await sql`update application set state = 'withdrawn' where id = ${rows[10]?.id ?? ''}::uuid`.execute(db)
    assert.equal((await publish('One more was withdrawn')).status, 303)
    const page = (await visitor.get(`${address}/results`)).body
    has(page, /Version 2<?[^<]*, .*One more was withdrawn/)
    const before = (await visitor.get(`${address}/results/versions/1`)).body
    has(before, /This is version 1/)
    const second = JSON.parse((await visitor.get(`${address}/results/results.json`)).body)
    const bids: readonly { cameTo: string }[] = JSON.parse(first).bids
    const changed = second.bids.flatMap((bid: unknown, at: number) =>
      JSON.stringify(bid) === JSON.stringify(bids[at]) ? [] : [[bids[at], bid]],
    )
    assert.equal(changed.length, 1)
    assert.deepEqual(changed[0][1], { ...changed[0][0], cameTo: 'withdrawn' })
    assert.equal(second.counts.withdrawn, JSON.parse(first).counts.withdrawn + 1)
    await assert.rejects(sql`update published_results set reason = 'x'`.execute(db), /never altered/)
    await assert.rejects(sql`delete from published_results`.execute(db), /never altered/)
  })

  it('are published with texts that were read, of which words can be taken out and none put in', async () => {
    const form = (await (await team()).get(`/manage${address}/results`)).body
    const fields = new Map(
      [...form.matchAll(/<textarea[^>]* name="(text-\d+)"[^>]*>([^<]*)<\/textarea>/g)].map(
        ([, name = '', value = '']) => [name, value.trim()],
      ),
    )
    const fieldOf = (words: RegExp) =>
      [...fields].find(([, value]) => words.test(value))?.[0] ?? assert.fail(String(words))
    assert.equal(fields.get(fieldOf(/in reserve/)), 'Three awards; [application] in reserve')
    assert.match(fields.get(fieldOf(/was weighed/)) ?? '', /^\[applicant\] was weighed as \[name\] and others were$/)
    const propriety = fieldOf(/was weighed/)
    const tried = async (more: Readonly<Record<string, string>>) => {
      const { status, body } = await publish('Read again', more)
      assert.equal(status, 400)
      return body
    }
    has(await tried({}), /Select that you have read every text/)
    has(await tried({ read: 'yes', [propriety]: 'All was well' }), /only take words out of what was recorded/)
    const named = await tried({ read: 'yes', [propriety]: `${decided[4]?.lead} was weighed as [x] and others were` })
    has(named, /still says/)
    // What was typed is not lost.
    has(named, /was weighed as \[x\] and others were/)
    const taken = '[a council] was weighed as [withheld]'
    assert.equal((await publish('Read again', { read: 'yes', [propriety]: taken })).status, 303)
    const record = JSON.parse((await visitor.get(`${address}/results/decision-record.json`)).body)
    assert.equal(record.note.propriety, taken)
    assert.ok(record.withheld.some(({ path }: { path: string }) => path === 'texts/note/propriety'))
    has((await (await team()).get(`/manage${address}/results`)).body, /\[a council\] was weighed as \[withheld\]/)
    const { rows: kept } = await sql<{ number: number }>`
      select number from published_record where round_id = ${roundId}::uuid order by number`.execute(db)
    assert.deepEqual(
      kept.map(({ number }) => number),
      [1, 2, 3],
    )
    await assert.rejects(sql`update published_record set document = '{}'`.execute(db), /never altered/)
  })

  it('are news: in the updates, in the feed, and in the audit log', async () => {
    has((await visitor.get(`${address}/updates`)).body, /Results published/)
    const feed = (await visitor.get(`${address}/updates.atom`)).body
    has(feed, new RegExp(`href="http://localhost:3000${address}/results"`))
    const { rows: events } = await sql<{ facts: { number: number } }>`
      select facts from audit_event where action = 'results.published' and object_id = ${roundId} order by at`.execute(
      db,
    )
    assert.deepEqual(events.map(({ facts }) => facts.number).sort(), [1, 2, 3])
  })

  it('show what becomes of an award, while the record says what was decided', async () => {
    const [first, second] = decided
    const reserve = decided.find(({ outcome }) => outcome === 'reserve')
    now = new Date('2027-01-10T09:00:00Z')
    await sql`update award set state = 'declined', reason = 'No time', ended_at = ${now}
      where application_id = ${first?.id ?? ''}::uuid`.execute(db)
    await sql`update award set pounds = 80000, committed_pounds = 90001, title = 'Libraries'
      where application_id = ${second?.id ?? ''}::uuid`.execute(db)
    const offered = await (await team()).post(`/manage${address}/decisions/awards/reserve`, {
      reference: reserve?.reference ?? '',
      pounds: '70000',
    })
    assert.equal(offered.status, 303, offered.body)
    const page = (await visitor.get(`${address}/results`)).body
    has(page, /Declined by the authority/)
    has(page, /Reserve list/)
    has(page, /£240,002/)
    const { grants } = JSON.parse((await visitor.get(`${address}/results/awards.json`)).body)
    assert.deepEqual(
      grants.map((grant: { id: string; amountAwarded: number }) => [grant.id, grant.amountAwarded]).sort(),
      [
        [`360G-example-${second?.reference}`, 80_000],
        [`360G-example-${decided[2]?.reference}`, 90_002],
        [`360G-example-${reserve?.reference}`, 70_000],
      ].sort(),
    )
    const check = checkAsWritten()
    assert.ok(check({ ...JSON.parse((await visitor.get(`${address}/results/awards.json`)).body) }))
    const { items } = JSON.parse((await visitor.get('/api/v1/awards')).body)
    assert.deepEqual(
      items.map((item: Record<string, unknown>) => [item.reference, item.state, item.pounds, item.decidedPounds]),
      [
        [first?.reference, 'declined', 90_000, 90_000],
        [second?.reference, 'offered', 80_000, 90_001],
        [decided[2]?.reference, 'offered', 90_002, 90_002],
        [reserve?.reference, 'offered', 70_000, null],
      ],
    )
    const record = JSON.parse((await visitor.get(`${address}/results/decision-record.json`)).body)
    assert.equal(
      record.applications.find((each: { reference: string }) => each.reference === first?.reference).pounds,
      90_000,
    )
  })

  it('are linked from the announcement and the fund, and told to those who asked for news of the guidance', async () => {
    for (const path of [address, `/funds/${places.theirs.fund}`])
      has((await visitor.get(path)).body, new RegExp(`href="${address}/results"`))
    await sql`insert into subscription (id, round_id, email, kinds, asked_at, confirmed_at)
      values (gen_random_uuid(), ${roundId}::uuid, 'news@example.org', '{content}', ${tellAt}::timestamptz - interval '1 day',
        ${tellAt}::timestamptz - interval '1 day')`.execute(db)
    now = new Date(tellAt.getTime() + 3_600_000)
    await tellOfChanges(services)
    const { rows: mails } = await sql<{ subject: string }>`
      select subject from message where recipient = 'news@example.org'`.execute(db)
    assert.equal(mails.length, 3)
    for (const { subject } of mails) has(subject, /the results are published/)
  })

  it('keep the file that they had where they were published before records had pseudonyms', async () => {
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`delete from published_record`.execute(tx)
    })
    const { body } = await visitor.get(`${address}/results/decision-record.json`)
    assert.equal(body, decisionText(recordUnderReferences(record)))
  })

  it('stand in the report of the round', async () => {
    const report = async () => (await (await team()).get(`/manage${address}/report`)).body
    const body = await report()
    has(body, /£240,002, in 3 awards/)
    // An offer of 90,001 is open beside the 80,000 that the second award is worth now.
    has(body, /£250,003, in 3 awards of up to/)
    const round = await roundById(db, roundId)
    assert.ok(round)
    const left = (committed: number) => {
      const words = `£${(round.fund.budgetPounds - committed).toLocaleString('en-GB')}`
      return new RegExp(`Left\\s*</dt>\\s*<dd[^>]*>\\s*${words}\\s*</dd>`)
    }
    has(body, left(250_003))
    await db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`insert into round select (jsonb_populate_record(r, jsonb_build_object('id', ${randomUUID()}::text, 'slug', 'another'))).*
        from round r where r.id = ${roundId}::uuid`.execute(tx)
      await sql`insert into award select (jsonb_populate_record(w, jsonb_build_object('id', ${randomUUID()}::text,
          'application_id', ${randomUUID()}::text, 'round_id', r.id, 'pounds', 50000, 'committed_pounds', 60000))).*
        from award w, round r where w.application_id = ${decided[2]?.id ?? ''}::uuid and r.slug = 'another'`.execute(tx)
    })
    const after = await report()
    has(after, /£240,002, in 3 awards/)
    has(after, left(310_003))
  })
})
