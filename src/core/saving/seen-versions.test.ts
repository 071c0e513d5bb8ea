import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readVersions, writeVersions } from './seen-versions.ts'

const page = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `q${index}` }))

describe('the versions that a page carries', () => {
  it('come back as they were, for any questions shown or hidden', () => {
    const versions = fc.array(fc.option(fc.nat(999_999_999), { nil: undefined }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(versions, (list) => {
        const known = new Map(list.flatMap((version, index) => (version === undefined ? [] : [[`q${index}`, version]])))
        const asked = page(list.length)
        assert.deepEqual(readVersions(asked, writeVersions(asked, known)), known)
      }),
    )
  })

  it('are a plain number on a page of one item', () => {
    assert.equal(writeVersions(page(1), new Map([['q0', 12]])), '12')
  })

  it('are not read when they were written for another page, or by nobody', () => {
    for (const text of ['', '1', '1-2-3', '1-', '-1-2', '1-2x', '1e3-2', '99999999999-1']) {
      assert.equal(readVersions(page(2), text), undefined, text)
    }
  })
})
