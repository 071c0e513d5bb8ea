import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { escapeHtml, html, type Interpolated, isSafeHtml, nothing, raw, render } from './html.ts'

/** An independent reading of HTML's five named or numbered characters, the other way round. */
function unescapeHtml(text: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? '')
}

describe('the html tag', () => {
  it('escapes text in elements and in quoted attributes', () => {
    const attack = `"><script>alert('&')</script>`
    assert.equal(
      render(html`<a title="${attack}">${attack}</a>`),
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</a>',
    )
  })

  it('leaves no character that could open a tag or end an attribute, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'a', 'ŵ', '😀', ';', 'amp;') }),
        (text) => {
          const escaped = escapeHtml(text)
          assert.doesNotMatch(escaped, /[<>"']/)
          assert.equal(unescapeHtml(escaped), text)
        },
      ),
    )
  })

  it('puts HTML in as it is, once made safe', () => {
    assert.equal(render(html`<p>${html`<b>${'<'}</b>`}</p>`), '<p><b>&lt;</b></p>')
    assert.equal(render(html`${raw('<br>')}`), '<br>')
  })

  it('joins lists and leaves no trace of null, undefined and false', () => {
    assert.equal(render(html`[${['a', null, [html`<i>`, 0], undefined, false, '&']}]`), '[a<i>0&amp;]')
    assert.equal(render(nothing), '')
  })

  it('does not take an object that looks like safe HTML for safe HTML', () => {
    const forged = JSON.parse('{"text":"<script>"}') as Interpolated
    assert.equal(isSafeHtml(forged), false)
    assert.throws(() => html`${forged}`, TypeError)
  })
})
