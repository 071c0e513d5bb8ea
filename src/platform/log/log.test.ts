import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { makeLog } from './log.ts'

/** What is written when this is logged: the line, and what it says. */
function logged(...given: [unknown, string?]) {
  const lines: string[] = []
  makeLog('info', { write: (line) => void lines.push(line) }).error(...given)
  const [line = ''] = lines
  return { line, said: JSON.parse(line) }
}

const life = lastFirst({ after })
const { db } = await freshDatabase(life)
const failureOf = async (statement: Promise<unknown>): Promise<Error> =>
  await statement.then(
    () => assert.fail('it did not fail'),
    (error: Error) => error,
  )

describe('the log', () => {
  it('keeps secrets and what people wrote out of the log, however deep', () => {
    const deep = { list: [{ token: 'tok-2', answers: { drivers: 'Demand' } }] }
    const { line } = logged({ token: 'tok-1', person: { email: 'a@b.uk', code: '123456' }, deep, route: '/sign-in' })
    for (const secret of ['tok-1', 'tok-2', 'Demand', 'a@b.uk', '123456']) assert.ok(!line.includes(secret), secret)
    assert.ok(line.includes('/sign-in'))
  })

  it('says which rule of the database was broken, and not with what', async () => {
    const insert = sql`insert into person (id, email, name, created_at)
      values (gen_random_uuid(), ${'jo@council.example'}, ${'Jo Private'}, now())`
    await insert.execute(db)
    const error = await failureOf(insert.execute(db))
    assert.match(JSON.stringify({ ...error }), /jo@council\.example/, 'the error itself does say it')
    const { line, said } = logged({ err: error, route: '/account' })
    assert.equal(said.err.code, '23505')
    assert.match(said.err.constraint, /^person_/)
    assert.equal(said.err.table, 'person')
    assert.match(said.err.message, /duplicate key value violates unique constraint/)
    assert.match(said.err.stack, /^at /)
    for (const typed of ['jo@council', 'Jo Private']) assert.ok(!line.includes(typed), line)
  })

  it('does not repeat what the database quotes', async () => {
    const { line, said } = logged({
      err: await failureOf(sql`select ${'Private "words"'}::text::timestamptz`.execute(db)),
    })
    assert.equal(said.err.code, '22007')
    assert.ok(!/Private|words/.test(line), line)
    const unread = await failureOf((async () => JSON.parse('{"a": Private words}'))())
    assert.ok(!/Private|words/.test(logged({ err: unread }).line))
  })

  it('says what could not be reached, also beneath the error that it led to', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
    const several = Object.assign(new AggregateError([refused]), { code: 'ECONNREFUSED' })
    const { err } = logged({ err: new Error('work failed', { cause: several }) }, 'no work').said
    assert.equal(err.cause.code, 'ECONNREFUSED')
    assert.equal(err.cause.errors[0].message, 'connect ECONNREFUSED 127.0.0.1:5432')
    assert.equal(err.message, 'work failed')
  })

  it('names nobody whose mail was refused: not in the message, the stack, the line’s words or what hangs on it', () => {
    const error = Object.assign(new Error('550 5.1.1 <jo.o+x@council.example>: not here\n    at somebody (5)'), {
      responseCode: 550,
      rejected: ['jo@council.example'],
      parameters: ['Private words'],
      code: 'EENVELOPE',
    })
    assert.ok(!logged(error).said.err.stack.includes('somebody'))
    for (const { line } of [
      logged(error),
      logged({ err: error }),
      logged({ err: new Error('outer', { cause: error }), to: 'jo@council.example' }, 'to jo@council.example failed'),
    ]) {
      assert.ok(!/council\.example|Private/.test(line), line)
      assert.ok(line.includes('EENVELOPE') && line.includes('[address]'), line)
    }
  })
})
