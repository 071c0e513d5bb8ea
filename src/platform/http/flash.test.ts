import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readFlash, writeFlash } from './flash.ts'

it('reads what was done and what has to be known as they were written, with their colons', () => {
  for (const flash of ['Saved: all of it.', { important: 'There is more: two questions.' }])
    assert.deepEqual(readFlash(writeFlash(flash)), flash)
  assert.equal(readFlash('Saved it'), 'Saved it')
})
