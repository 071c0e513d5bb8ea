import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PostgresQueryCompiler, type QueryCompiler, type RawBuilder, type RootOperationNode, sql } from 'kysely'
import { rememberTexts } from './remember-texts.ts'

const nodeOf = (statement: RawBuilder<unknown>) => statement.toOperationNode() as RootOperationNode
const queryId = { queryId: 'any' }

/** A compiler that counts what it is asked. */
function counting(): QueryCompiler & { readonly asked: () => number } {
  let asked = 0
  return {
    asked: () => asked,
    compileQuery(node, id) {
      asked += 1
      return new PostgresQueryCompiler().compileQuery(node, id)
    },
  }
}

const leads = (ids: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`
const first = (a: unknown, b: unknown) => sql`select ${a} from t where b = ${b}`
const wide = (...parts: readonly [unknown, unknown, unknown]) => sql`select ${parts[0]}, ${parts[1]}, ${parts[2]}`

const statements: readonly (() => RawBuilder<unknown>)[] = [
  () => sql`select 1`,
  () => first(1, 'x'),
  () => first(null, undefined),
  () => first(leads(['a', 'b']), 5),
  () => first(5, leads(['a', 'b'])),
  () => first(leads([]), leads(['c'])),
  () => wide(1, leads(['d']), 3),
  () => wide(leads(['d']), 1, 3),
  () => wide(first(leads(['e']), 1), leads(['f']), [1, 2]),
  () => wide(sql.id('a', 'b'), 1, 2),
  () => wide(1, sql.lit(7), sql.raw('now()')),
  () => sql`select * from ${sql.table('t')} where a in (${sql.join([1, 2, 3])})`,
]

describe('texts that are remembered', () => {
  it('are those that would be put together anew, with the values in their order', () => {
    const plain = new PostgresQueryCompiler()
    const remembering = rememberTexts(new PostgresQueryCompiler())
    for (const round of [1, 2, 3]) {
      for (const statement of statements) {
        const node = nodeOf(statement())
        const { sql: text, parameters } = remembering.compileQuery(node, queryId)
        const expected = plain.compileQuery(node, queryId)
        assert.deepEqual(
          { text, parameters },
          { text: expected.sql, parameters: expected.parameters },
          `round ${round}`,
        )
      }
    }
  })

  it('are put together once for the same lines of source, whatever the values', () => {
    const compiler = counting()
    const remembering = rememberTexts(compiler)
    const texts = [1, 2, 3].map(
      (value) => remembering.compileQuery(nodeOf(first(leads([`${value}`]), value)), queryId).sql,
    )
    assert.equal(compiler.asked(), 1)
    assert.deepEqual(new Set(texts).size, 1)
  })

  it('are put together each time where a list has no fixed length', () => {
    const compiler = counting()
    const remembering = rememberTexts(compiler)
    const text = (list: readonly number[]) =>
      remembering.compileQuery(nodeOf(sql`select ${sql.join(list)}`), queryId).sql
    assert.deepEqual([text([1]), text([1, 2]), text([1])], ['select $1', 'select $1, $2', 'select $1'])
    assert.equal(compiler.asked(), 3)
  })

  it('are right when there are more than are kept', () => {
    const remembering = rememberTexts(new PostgresQueryCompiler(), 4)
    for (const statement of [...statements, ...statements]) {
      const node = nodeOf(statement())
      assert.equal(
        remembering.compileQuery(node, queryId).sql,
        new PostgresQueryCompiler().compileQuery(node, queryId).sql,
      )
    }
  })
})
