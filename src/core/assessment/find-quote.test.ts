import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FrozenQuestion } from '../forms/index.ts'
import { findQuote, MOST_QUOTE_CHARACTERS } from './find-quote.ts'

const answer = (id: string, ...shown: readonly string[]): FrozenQuestion => ({
  id,
  type: 'long-text',
  label: id,
  value: shown.join('\n'),
  shown,
})
const answers = [answer('why', 'We need  this.', 'Very much.'), answer('how', 'With care, and this time.')]

describe('a passage that somebody points to', () => {
  it('is found in the answer that has it, over the ends of lines', () => {
    assert.deepEqual(findQuote(answers, ' this.\n Very '), { questionId: 'why', quote: 'this. Very' })
    assert.deepEqual(findQuote(answers, '“and this time”'), { questionId: 'how', quote: 'and this time' })
  })

  it('is not found when a letter is another, when it spans two answers, and when there is nothing of it', () => {
    for (const typed of ['we need this', 'much. With', '', '  ', '“”', 'x'.repeat(MOST_QUOTE_CHARACTERS + 1)]) {
      assert.equal(findQuote(answers, typed), undefined, typed.slice(0, 20))
    }
  })

  it('may stand in an item of a group or in a table', () => {
    const group: FrozenQuestion = {
      ...answer('partners'),
      type: 'repeating-group',
      items: [{ title: 'Partner 1', questions: [answer('name', 'Larkfield Trust')] }],
    }
    assert.deepEqual(findQuote([group], 'Larkfield Trust'), { questionId: 'partners', quote: 'Larkfield Trust' })
    const money: FrozenQuestion = {
      ...answer('money'),
      type: 'money-table',
      table: { columns: ['2026'], rows: [{ name: 'Staff', cells: ['£12,000'] }] },
    }
    assert.deepEqual(findQuote([money], '£12,000'), { questionId: 'money', quote: '£12,000' })
  })
})
