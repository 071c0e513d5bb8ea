import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { places } from '../../../../tests/access/places.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { publishedAddress as address, roundToPublish, tellAt } from '../../../../tests/support/round-to-publish.ts'
import { decisionText, recordUnderReferences } from '../../../core/decisions/index.ts'
import { tellOfChanges } from '../../guidance/tell-subscribers.ts'

const life = lastFirst({ after })
const { server, clock, roundId, decided, record, text, official, team, publish, tellEverybody } =
  await roundToPublish(life)
const { services } = server
const { db, sha256 } = services
const visitor = server.visitor()

/** Pages are long: only what was looked for is said. */
const has = (body: string, words: RegExp) => assert.ok(words.test(body), String(words))
const losers = decided.filter(({ outcome }) => outcome !== 'award')

describe('the results of a round', () => {
  it('are not there before they are published, and are not published before applicants were told', async () => {
    assert.equal((await visitor.get(`${address}/results`)).status, 404)
    const early = await publish()
    assert.equal(early.status, 400)
    has(early.body, /under embargo until 9:30am GMT on Monday 21 December 2026/)
    await assert.rejects(
      sql`insert into published_results (round_id, number, document, sha256, published_at)
        values (${roundId}::uuid, 1, '{}', ${'c'.repeat(64)}, ${clock.now})`.execute(db),
      /after everybody was told/,
    )
    clock.now = tellAt
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
    await sql`update application set state = 'withdrawn' where id = ${decided[10]?.id ?? ''}::uuid`.execute(db)
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
      select facts from audit_event where action = 'results.published' and object_id = ${roundId} order by at, id`.execute(
      db,
    )
    assert.deepEqual(events.map(({ facts }) => facts.number).sort(), [1, 2, 3])
  })

  it('are linked from the announcement and the fund, and told to those who asked for news of the guidance', async () => {
    for (const path of [address, `/funds/${places.theirs.fund}`])
      has((await visitor.get(path)).body, new RegExp(`href="${address}/results"`))
    await sql`insert into subscription (id, round_id, email, kinds, asked_at, confirmed_at)
      values (gen_random_uuid(), ${roundId}::uuid, 'news@example.org', '{content}', ${tellAt}::timestamptz - interval '1 day',
        ${tellAt}::timestamptz - interval '1 day')`.execute(db)
    clock.now = new Date(tellAt.getTime() + 3_600_000)
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
})
