import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { notForLater } from './not-for-later.ts'
import { hasCome, isToCome } from './when-it-is.ts'

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

  it('is a day that has not come, or is over, where it must not be', () => {
    const checks = [
      hasCome('given', 'It must be over', '2026-04-01'),
      isToCome('again', 'It must be to come', '2026-04-01'),
      { id: 'found', when: { question: 'given', answered: true }, text: 'Say where it is', question: 'given' },
    ]
    const days = ['given', 'again'].map((id) => ({ type: 'date' as const, id, label: id }))
    const page = { id: 'a', title: 'A', pages: [{ id: 'a', title: 'A', questions: days }], checks }
    const wrong = (given: string, again: string) => notForLater(page, { given, again }).map(({ question }) => question)
    assert.deepEqual(wrong('2026-04-02', '2026-03-31'), ['given', 'again'])
    assert.deepEqual(wrong('2026-04-01', '2026-04-01'), [])
  })

  it('is not what is still missing', () => {
    assert.deepEqual(notForLater(form, { first: 2026 }), [])
  })
})
