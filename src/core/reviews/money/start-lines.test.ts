import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ReviewRecord } from '../review-record.ts'
import { entriesOfOption, startingLines } from './start-lines.ts'

const line = (id: string, option: string, title: string) => ({
  id,
  version: 1,
  content: { option, title, kind: 'cost', bearer: 'council', pounds: [{ row: 'year-0', amount: 5 }], low: 10 },
})

const record: ReviewRecord = {
  depth: 'standard',
  sheets: {
    options: [
      { id: 'today', version: 1, content: { title: 'As it is', model: 'in-house-as-is', description: 'x' } },
      { id: 'mutual', version: 1, content: { title: 'Mutual', model: 'mutual', description: 'x' } },
    ],
    lines: [line('a', 'today', 'Staff'), line('b', 'today', 'Premises'), line('c', 'mutual', 'Staff')],
  },
}

describe('lines with which an option begins', () => {
  it('are those that its way of delivery usually has, as what they are, without amounts', () => {
    const lines = startingLines(record, 'mutual', 'usual')
    const vat = lines.find(({ content }) => content.title === 'VAT that cannot be recovered')
    assert.deepEqual(vat?.content, {
      option: 'mutual',
      title: 'VAT that cannot be recovered',
      kind: 'cost',
      bearer: 'council',
      nature: 'transfer',
      basis: 'real',
    })
    assert.deepEqual(
      lines.filter(({ there }) => there).map(({ content }) => content.title),
      ['Staff'],
    )
    assert.equal(new Set(lines.map(({ key }) => key)).size, lines.length)
  })

  it('are those of another option with all that was said of them', () => {
    assert.deepEqual(startingLines(record, 'mutual', 'today'), [
      { key: 'a', there: true, content: line('a', 'mutual', 'Staff').content },
      { key: 'b', there: false, content: line('b', 'mutual', 'Premises').content },
    ])
  })

  it('are none where there is nothing to take them from', () => {
    for (const [option, from] of [
      ['mutual', ''],
      ['mutual', 'mutual'],
      ['mutual', 'nowhere'],
      ['nowhere', 'usual'],
      ['nowhere', 'mutual'],
    ] as const)
      assert.deepEqual(startingLines(record, option, from), [], `${option} from ${from}`)
  })

  it('reads the lines of one option alone', () => {
    assert.deepEqual(
      entriesOfOption(record, 'today').map(({ id }) => id),
      ['a', 'b'],
    )
  })
})
