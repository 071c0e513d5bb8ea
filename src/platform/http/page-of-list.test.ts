import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { pageOfList } from './page-of-list.ts'

const path = '/list'

describe('a page of a list', () => {
  it('says which rows it shows, and keeps the filters in the addresses beside it', () => {
    const query = new URLSearchParams('standing=open&from=25')
    const page = pageOfList(query, { total: 60, path })
    assert.equal(page.words, 'Showing 26 to 50 of 60')
    assert.equal(page.previous, '/list?standing=open')
    assert.equal(page.next, '/list?standing=open&from=50')
  })

  it('is the last one when the list has got shorter than where it is asked to begin', () => {
    const page = pageOfList(new URLSearchParams('from=75'), { total: 30, path })
    assert.deepEqual([page.from, page.to, page.next], [25, 30, undefined])
  })

  it('says nothing of rows where there is none: the page says so in words of its own', () => {
    assert.equal(pageOfList(new URLSearchParams(), { total: 0, path }).words, '')
  })

  it('begins at the beginning for anything that is no row', () => {
    for (const asked of ['', '-25', '1.5', 'x', '1e99', 'NaN'])
      assert.equal(pageOfList(new URLSearchParams({ from: asked }), { total: 60, path }).from, 0)
  })

  it('leaves the page of another list where it is', () => {
    const query = new URLSearchParams('queue=25')
    assert.equal(pageOfList(query, { total: 60, path, name: 'others' }).next, '/list?queue=25&others=25')
  })

  it('leads to the part of the page that the list is in', () => {
    const { next } = pageOfList(new URLSearchParams(), { total: 60, path, part: 'others' })
    assert.equal(next, '/list?from=25#others')
  })

  it('shows every row once to somebody who goes on to the end', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 60 }), (total, rows) => {
        const seen: number[] = []
        let query: URLSearchParams | undefined = new URLSearchParams()
        while (query !== undefined) {
          const { from, to, next } = pageOfList(query, { total, path, rows })
          for (let row = from; row < to; row += 1) seen.push(row)
          query = next === undefined ? undefined : new URL(next, 'http://x.example').searchParams
        }
        assert.deepEqual(
          seen,
          Array.from({ length: total }, (_, row) => row),
        )
      }),
    )
  })
})
