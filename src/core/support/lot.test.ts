import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lotCovers, readWorks } from './lot.ts'
import { supportWork } from './work.ts'

describe('the kinds of help of a lot', () => {
  it('are those that it names, and any where it names none', () => {
    for (const named of supportWork)
      assert.deepEqual(
        supportWork.filter((work) => lotCovers([named], work)),
        [named],
      )
    assert.ok(supportWork.every((work) => lotCovers([], work)))
    assert.ok(supportWork.every((work) => lotCovers(supportWork, work)))
  })

  it('are read from what was ticked, each once, and nothing that is no kind of help', () => {
    assert.deepEqual(readWorks(['tax', 'legal', 'tax', 'gardening', '']), ['legal', 'tax'])
    assert.deepEqual(readWorks([]), [])
  })
})
