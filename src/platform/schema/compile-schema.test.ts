import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import Type from 'typebox'
import { compileSchema } from './compile-schema.ts'

describe('a compiled schema', () => {
  const misfits = compileSchema(
    Type.Object({ limit: Type.Integer({ maximum: 100 }), name: Type.Optional(Type.String()) }),
  )

  it('finds nothing in a value that fits', () => {
    assert.deepEqual(misfits({ limit: 100 }), [])
    assert.deepEqual(misfits({ limit: 1, name: 'x' }), [])
  })

  it('says everything that does not fit, and where', () => {
    assert.deepEqual(misfits({ limit: 101, name: 3 }), [
      { at: '/limit', text: 'must be <= 100' },
      { at: '/name', text: 'must be string' },
    ])
    assert.deepEqual(misfits({}), [{ at: '', text: "must have required property 'limit'" }])
  })

  it('leaves the value as it is: a number that is written out is none', () => {
    const given = { limit: '7' }
    assert.deepEqual(misfits(given), [{ at: '/limit', text: 'must be integer' }])
    assert.deepEqual(given, { limit: '7' })
  })
})
