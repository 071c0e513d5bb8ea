import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { notForLater } from './not-for-later.ts'

const form = {
  id: 'a',
  title: 'A',
  pages: [
    {
      id: 'a',
      title: 'A',
      questions: [
        { type: 'whole-number' as const, id: 'first', label: 'First year', required: true, min: 2019, max: 2099 },
        { type: 'whole-number' as const, id: 'years', label: 'Years', required: true, min: 1, max: 60 },
      ],
    },
  ],
}

describe('what is wrong with a page that is only begun', () => {
  it('is a year outside of what it may be, as any other figure is', () => {
    const codes = (first: number, years?: number) =>
      notForLater(form, { first, ...(years !== undefined && { years }) }).map(({ code }) => code)
    assert.deepEqual(codes(26), ['year-too-early'])
    assert.deepEqual(codes(20260), ['year-too-late'])
    assert.deepEqual(codes(2026, 61), ['too-large'])
  })

  it('is not what is still missing', () => {
    assert.deepEqual(notForLater(form, { first: 2026 }), [])
  })
})
