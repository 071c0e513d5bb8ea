import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { sql } from 'kysely'
import { checkAsWritten } from '../../../../tests/reference/grants-schema.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { publishedAddress as address, roundToPublish, tellAt } from '../../../../tests/support/round-to-publish.ts'
import { readCsv } from '../../../platform/csv/read-csv.ts'
import { roundById } from '../../funds/index.ts'

const life = lastFirst({ after })
const { server, clock, roundId, decided, team, publish, tellEverybody } = await roundToPublish(life)
const { services } = server
const { db } = services
const visitor = server.visitor()

/** Pages are long: only what was looked for is said. */
const has = (body: string, words: RegExp) => assert.ok(words.test(body), String(words))

before(async () => {
  clock.now = tellAt
  await tellEverybody()
  assert.equal((await publish()).status, 303)
})

describe('published results', () => {
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
      const names: string[] = []
      for (let next: string | undefined = href; next !== undefined; ) {
        const { status, body }: { status: number; body: string } = await visitor.get(next.replaceAll('&amp;', '&'))
        assert.equal(status, 200, next)
        const found = [...body.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th>/g)]
        assert.ok(found.length <= 25, next)
        names.push(...found.map(([, name = '']) => name.trim().replaceAll('&#39;', '’')))
        next = /href="([^"]*)" rel="next"/.exec(body)?.[1]
      }
      assert.equal(names.length, Number(figure.replaceAll(',', '')), href)
      for (const name of names) assert.ok(known.has(name) || /^Withdrawn bid \d+$/.test(name), name)
    }
    // Another way to the same counts: the report of those who run the round.
    const { body: csv } = await (await team()).get(`/manage${address}/report.csv`)
    for (const [stage, words] of [
      ['received', 'Received'],
      ['eligible', 'Eligible'],
      ['in-scope', 'In scope'],
      ['scored', 'Scored'],
    ])
      has(csv, new RegExp(`,${words},${counts[stage ?? '']}\\b`))
    for (const asked of ['figure=none', 'score-from=61', 'score-from=x', 'version=9'])
      assert.equal((await visitor.get(`${address}/results/applications?${asked}`)).status, 404, asked)
  })

  it('are there for programs, application by application, as the published document and record have them', async () => {
    const path = `/api/v1/funds/${address.split('/')[2]}/rounds/${address.split('/')[3]}/applications`
    const all: { key: string; cameTo: string; outcome: string; scorePercent: number | null; name: string }[] = []
    for (let next: string | null = `${path}?limit=7`; next !== null; ) {
      const { status, body } = await visitor.get(next)
      assert.equal(status, 200, body)
      const page: { items: typeof all; next: string | null } = JSON.parse(body)
      all.push(...page.items)
      next = page.next?.replace('http://localhost:3000', '') ?? null
    }
    const document = JSON.parse((await visitor.get(`${address}/results/results.json`)).body)
    const record = JSON.parse((await visitor.get(`${address}/results/decision-record.json`)).body)
    const { awards, bids, counts } = document
    assert.equal(new Set(all.map(({ key }) => key)).size, awards.length + bids.length)
    assert.equal(all.filter(({ cameTo }) => cameTo !== 'withdrawn').length, counts.received)
    const scores = new Map<string, number>(
      record.scores.map((score: { reference: string; totalPercent: number }) => [score.reference, score.totalPercent]),
    )
    for (const { key, name, outcome, cameTo, scorePercent } of all) {
      const award = awards.find(({ reference }: { reference: string }) => reference === key)
      const bid = bids.find(({ pseudonym }: { pseudonym: string }) => pseudonym === key)
      assert.deepEqual(
        [name, outcome, cameTo],
        award === undefined ? [key, bid.outcome, bid.cameTo] : [award.lead, 'award', 'awarded'],
      )
      assert.equal(scorePercent, scores.get(key) ?? null)
    }
    const described = JSON.parse((await visitor.get('/api/v1/openapi.json')).body)
    const check = new Ajv2020({ strict: false }).compile({
      $ref: '#/components/schemas/ResultRow',
      components: described.components,
    })
    for (const row of all) assert.ok(check(row), JSON.stringify(check.errors))
    assert.equal((await visitor.get(path.replace(/rounds.*/, 'rounds/no-such/applications'))).status, 404)
    assert.equal((await visitor.get(`${path}?figure=received`)).status, 400)
  })

  it('show what becomes of an award, while the record says what was decided', async () => {
    const [first, second] = decided
    const reserve = decided.find(({ outcome }) => outcome === 'reserve')
    clock.now = new Date('2027-01-10T09:00:00Z')
    await sql`update award set state = 'declined', reason = 'No time', ended_at = ${clock.now}
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
