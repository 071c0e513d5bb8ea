import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { render } from '../html.ts'
import { readSought, searchBox } from './search-box.ts'

const sought = (query: string) => readSought(new URLSearchParams(query), 'q')
const box = (query: string) =>
  render(searchBox({ action: '/found', field: 'q', label: { text: 'Words' }, sought: sought(query) }))

describe('a search box', () => {
  it('reads what is looked for on one line, and no more than is looked for', () => {
    assert.deepEqual(sought('q=+youth%0A%00mutual+'), { words: 'youth mutual', problems: [] })
    assert.equal(sought(`q=${'a'.repeat(500)}`).words.length, 200)
  })

  it('says that it was sent empty, and nothing before it was sent', () => {
    assert.deepEqual(sought('other=1'), { words: '', problems: [] })
    for (const empty of ['q=', 'q=+%09', 'q=%00'])
      assert.deepEqual(sought(empty).problems, [{ field: 'q', text: 'Enter what you are looking for', href: '#q' }])
    assert.match(box('q='), /id="q-error"[\s\S]*Enter what you are looking for[\s\S]*aria-describedby="q-error"/)
    assert.doesNotMatch(box(''), /q-error/)
  })

  it('keeps what was typed as text', () => {
    assert.match(box('q=%22%3E%3Cscript%3E'), /value="&quot;&gt;&lt;script&gt;"/)
  })
})
