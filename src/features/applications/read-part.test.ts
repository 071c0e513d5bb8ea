import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fieldsOf } from '../../core/forms/index.ts'
import { readPart } from './read-part.ts'

it('reads all pages, some, none, or that nothing is chosen yet', () => {
  const read = (part: string, pages: readonly string[] = []) => readPart(fieldsOf({ part, pages }))
  assert.equal(read('all', ['drivers']), null)
  assert.deepEqual(read('some', ['drivers', 'scope']), ['drivers', 'scope'])
  assert.deepEqual(read('none', ['drivers']), [])
  assert.equal(read('some'), undefined)
  assert.equal(read('', ['drivers']), undefined)
  assert.equal(readPart(fieldsOf({})), undefined)
})
