import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { render } from '../html.ts'
import { wholeWords } from './whole-words.ts'

describe('a sentence with a reference or an address', () => {
  const written = (text: string) => render(wholeWords(text))

  it('keeps each reference on one line, wherever it stands', () => {
    assert.equal(
      written('Award to DD-2026-7K3F-W, not REVIEW-2026-M998-N'),
      'Award to <span class="app-whole">DD-2026-7K3F-W</span>, not <span class="app-whole">REVIEW-2026-M998-N</span>',
    )
  })

  it('breaks an address before its @ alone', () => {
    assert.match(written('Asked of ada@x-body.example.'), /^Asked of <span[^>]*>ada<wbr>@x-body\.example<\/span>\.$/)
  })

  it('says the same words, escaped, and leaves other words alone', () => {
    const text = 'A <b>bold</b> & 2026-27 round, B2-2026-7K3F-W'
    assert.equal(written(text), 'A &lt;b&gt;bold&lt;/b&gt; &amp; 2026-27 round, B2-2026-7K3F-W')
  })
})
