import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, describe, it } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { sql } from 'kysely'
import { seededWorld } from '../../../../tests/access/seeded-world.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { calculatorNames, workOutCase } from './work-out-case.ts'

type Sent = { status: number; body: string; headers: Record<string, unknown> }

type Description = {
  webhooks: Record<string, unknown>
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: unknown }> }> }>
  >
  components: { schemas: Record<string, unknown> }
}

const life = lastFirst({ after })
const server = await testServer(life, await freshDatabase(life, seededWorld))
const described: Description = (await server.app.inject('/api/v1/openapi.json')).json()

describe('the API', () => {
  const get = async (url: string, headers: Record<string, string> = {}): Promise<Sent> => {
    const {
      statusCode,
      body,
      headers: got,
    } = await server.app.inject({ url, headers: { host: 'localhost:3000', ...headers } })
    return { status: statusCode, body, headers: got }
  }
  const send = async (url: string, payload: string, type = 'application/json'): Promise<Sent> => {
    const headers = { host: 'localhost:3000', 'content-type': type, origin: 'https://elsewhere.example' }
    const { statusCode, body, headers: got } = await server.app.inject({ method: 'POST', url, headers, payload })
    return { status: statusCode, body, headers: got }
  }
  /** Checks an answer against what the description says of that address and status. */
  function fits(path: string, method: string, { status, body, headers }: Sent): void {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(ajv)
    const response = described.paths[path]?.[method]?.responses[String(status)]
    assert.ok(response, `${method} ${path} does not say ${status}`)
    const type = String(headers['content-type']).split(';')[0] ?? ''
    const schema = response.content?.[type]?.schema as object
    assert.ok(schema, `${method} ${path} ${status} does not say ${type}`)
    const check = ajv.compile({ ...schema, components: described.components })
    assert.ok(check(JSON.parse(body)), JSON.stringify(check.errors))
  }

  it('describes itself in OpenAPI 3.1, as the specification’s own schema has it', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(described))
    assert.ok(valid, JSON.stringify(errors))
    const strict = new Ajv2020({ strict: true, allowUnionTypes: true })
    formats.default(strict)
    for (const [name, schema] of Object.entries(described.components.schemas))
      assert.equal(strict.validateSchema(schema as object), true, name)
  })

  it('answers what it describes, at every address', async () => {
    for (const [path, at] of [
      ['/api/v1/funds', '/api/v1/funds'],
      ['/api/v1/funds/{fund}', '/api/v1/funds/example-fund'],
      ['/api/v1/rounds', '/api/v1/rounds?limit=2'],
      ['/api/v1/funds/{fund}/rounds', '/api/v1/funds/example-fund/rounds'],
      ['/api/v1/funds/{fund}/rounds/{round}', '/api/v1/funds/example-fund/rounds/finished-round'],
      ['/api/v1/openapi.json', '/api/v1/openapi.json'],
    ] as const) {
      const answer = await get(at)
      assert.equal(answer.status, 200, at)
      fits(path, 'get', answer)
    }
    const problems = await get('/api/v1/rounds?limit=0&page=2&cursor=a&cursor=b')
    assert.equal(problems.status, 400)
    fits('/api/v1/rounds', 'get', problems)
    assert.deepEqual(
      JSON.parse(problems.body).problems.map(({ at }: { at: string }) => at),
      ['/limit', '/page', '/cursor'],
    )
    const none = await get('/api/v1/funds/no-such-fund')
    assert.equal(none.status, 404)
    fits('/api/v1/funds/{fund}', 'get', none)
  })

  it('tells what is in the database, whole pounds and the sealed hash', async () => {
    const { rows } = await sql<{ budget: number; cap: number; sha256: string }>`
      select budget_pounds as budget, cap_pounds as cap, (select sha256 from sealed_rules s where s.round_id = r.id
        order by version desc limit 1) as sha256
      from round r join fund f on f.id = r.fund_id where f.slug = 'example-fund' and r.slug = 'finished-round'`.execute(
      server.services.db,
    )
    const fund = JSON.parse((await get('/api/v1/funds/example-fund')).body)
    const round = JSON.parse((await get('/api/v1/funds/example-fund/rounds/finished-round')).body)
    assert.equal(fund.budgetPounds, rows[0]?.budget)
    assert.equal(fund.capPounds, rows[0]?.cap)
    assert.equal(round.sealedRules.sha256, rows[0]?.sha256)
    assert.equal(round.illustrative, true)
    assert.equal(round.phase, 'closed')
    const document = await get(new URL(round.sealedRules.document).pathname)
    assert.equal(server.services.sha256(document.body), round.sealedRules.sha256)
  })

  it('tells nothing of a round that is being prepared', async () => {
    const whole = await get('/api/v1/rounds?limit=100')
    assert.doesNotMatch(whole.body, /"slug":"prepared"/)
    assert.equal((await get('/api/v1/funds/delivering-differently/rounds/prepared')).status, 404)
  })

  it('gives every round once, whatever the length of a page', async () => {
    const all: { slug: string; fund: { slug: string } }[] = JSON.parse(
      (await get('/api/v1/rounds?limit=100')).body,
    ).items
    assert.ok(all.length > 2)
    for (const limit of [1, 2, all.length, all.length + 1]) {
      const walked: unknown[] = []
      let next: string | null = `http://localhost:3000/api/v1/rounds?limit=${limit}`
      while (next !== null) {
        const { body, headers } = await get(next.slice('http://localhost:3000'.length))
        const page = JSON.parse(body)
        assert.ok(page.items.length <= limit)
        assert.equal(headers.link, page.next === null ? undefined : `<${page.next}>; rel="next"`)
        walked.push(...page.items)
        next = page.next
      }
      assert.deepEqual(walked, all)
    }
  })

  it('does not send again what the asker has, until it changes', async () => {
    const first = await get('/api/v1/funds/example-fund')
    const etag = String(first.headers.etag)
    assert.match(etag, /^"[\w-]{20,}"$/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/api/v1/funds/example-fund', { 'if-none-match': known })
      assert.deepEqual([again.status, again.body, again.headers.etag], [304, '', etag])
    }
    await sql`update fund set summary = summary || ' More.' where slug = 'example-fund'`.execute(server.services.db)
    const changed = await get('/api/v1/funds/example-fund', { 'if-none-match': etag })
    assert.equal(changed.status, 200)
    assert.notEqual(changed.headers.etag, etag)
  })

  it('may be asked from any site, and does not look at cookies', async () => {
    const { headers } = await get('/api/v1/rounds', { origin: 'https://elsewhere.example', cookie: 'session=mine' })
    assert.equal(headers['access-control-allow-origin'], '*')
    assert.equal(headers['access-control-allow-credentials'], undefined)
    assert.equal(headers['cache-control'], 'no-cache')
    const preflight = await server.app.inject({ method: 'OPTIONS', url: '/api/v1/calculate/discount' })
    assert.equal(preflight.statusCode, 204)
    assert.equal(preflight.headers['access-control-allow-methods'], 'POST')
    assert.match(String(preflight.headers['access-control-allow-headers']), /content-type/)
    const page = await get('/developers', { origin: 'https://elsewhere.example' })
    assert.equal(page.headers['access-control-allow-origin'], undefined)
  })

  it('answers an address that there is not with a problem, in JSON', async () => {
    const { status, body, headers } = await get('/api/v1/nothing')
    assert.equal(status, 404)
    assert.match(String(headers['content-type']), /^application\/problem\+json/)
    assert.equal(JSON.parse(body).status, 404)
  })

  it('works out what the command line works out, to the letter', async () => {
    const payload = JSON.stringify({
      places: 2,
      candidates: [
        { id: 'A', value: 5, use: { pounds: 60_000 } },
        { id: 'B', value: 4, use: { pounds: 50_000 } },
        { id: 'C', value: 3.5, use: { pounds: 40_000 } },
      ],
      limits: { pounds: 100_000 },
    })
    const answer = await send('/api/v1/calculate/portfolio', payload)
    assert.equal(answer.status, 200, answer.body)
    fits('/api/v1/calculate/{calculator}', 'post', answer)
    const { stdout } = spawnSync(process.execPath, ['src/calc.ts', 'portfolio'], { input: payload, encoding: 'utf8' })
    assert.equal(`${answer.body}\n`, stdout)
    // 60 + 40 thousand for 8.5 points beats 50 + 40 thousand for 7.5.
    assert.deepEqual(JSON.parse(answer.body).chosen, ['A', 'C'])
  })

  it('says what does not fit, with the same words as the command line', async () => {
    const path = '/api/v1/calculate/{calculator}'
    const wrong = await send('/api/v1/calculate/discount', '{"schedule":"green-book-2026","cashFlows":["3"],"more":1}')
    assert.equal(wrong.status, 422)
    fits(path, 'post', wrong)
    const input = '{"schedule":"green-book-2026","cashFlows":["3"],"more":1}'
    const { stdout } = spawnSync(process.execPath, ['src/calc.ts', 'discount'], { input, encoding: 'utf8' })
    assert.deepEqual(JSON.parse(wrong.body).problems, JSON.parse(stdout).problems)
    for (const [status, name, body, type] of [
      [400, 'discount', '{', 'application/json'],
      [400, 'discount', Buffer.from([0x22, 0xff, 0x22]).toString('latin1'), 'application/json'],
      [404, 'no-such', '{}', 'application/json'],
      [415, 'discount', 'a=b', 'application/x-www-form-urlencoded'],
      [413, 'discount', JSON.stringify({ long: 'x'.repeat(1_000_001) }), 'application/json'],
    ] as const) {
      const answer =
        name === 'discount' && body.includes('ÿ')
          ? await server.app
              .inject({
                method: 'POST',
                url: '/api/v1/calculate/discount',
                headers: { 'content-type': type },
                payload: Buffer.from(body, 'latin1'),
              })
              .then(({ statusCode, body: got, headers }) => ({ status: statusCode, body: got, headers }))
          : await send(`/api/v1/calculate/${name}`, body, type)
      assert.equal(answer.status, status, `${name} ${type}: ${answer.body}`)
      fits(path, 'post', answer)
    }
  })

  it('has every calculator', async () => {
    for (const name of calculatorNames) {
      const { status } = await send(`/api/v1/calculate/${name}`, '{}')
      assert.equal(status, 422, name)
    }
  })

  it('ends a case that takes too long, and says how to run it', async () => {
    const input = {
      options: ['A', 'B'],
      criteria: ['x', 'y'],
      values: [
        [1, 2],
        [2, 1],
      ],
      samples: 1_000_000,
    }
    const calculated = await workOutCase('smaa', input, 0.001)
    assert.ok(calculated && !calculated.ok)
    assert.match(calculated.problems[0]?.text ?? '', /npm run -s calc -- smaa/)
  })
})
