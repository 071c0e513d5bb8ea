import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { render } from './html.ts'
import { markdown, safeAddress } from './markdown.ts'

const written = (source: string) => render(markdown(source))

/** Attacks in the manner of OWASP's list of ways around filters. */
const attacks = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  'Hello <img src=x onerror=alert(1)> there',
  '<svg/onload=alert(1)>',
  '<pre><img src=x onerror=alert(1)></pre>',
  'a <code><img src=x onerror=alert(1)></code>',
  '<a href="javascript:alert(1)">x</a>',
  '<!-- <img src=x onerror=alert(1)> -->',
  '<style>@import "//evil.example"</style>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<math><mtext></mtext><script>alert(1)</script></math>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x]( javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](https://evil.example/pixel.gif)',
  '[x](https://example.org "a\\" onmouseover=\\"alert(1)")',
  '[x](https://example.org/"onmouseover="alert(1))',
  '`<img src=x onerror=alert(1)>`',
  '```html"><img src=x onerror=alert(1)>\n<script>\n```',
  '# <img src=x onerror=alert(1)>',
  '| <img src=x onerror=alert(1)> |\n| - |\n| <script> |',
  '- [ ] <img src=x onerror=alert(1)>',
]

/** The tags and attributes that may be in what is written, and nothing else. */
const allowedTag =
  /^<(?:\/?(?:p|ul|ol|li|strong|em|del|code|pre|blockquote|h[1-6]|a|div|table|thead|tbody|tr|th|td)|br|hr)(?: (?:class="[a-z_ -]*"|start="\d+"|scope="col"|tabindex="0"|role="group"|aria-label="Table"|href="[^"<>]*"))*>$/

function assertHarmless(markup: string): void {
  for (const [tag] of markup.matchAll(/<[^>]*>?/g)) assert.match(tag, allowedTag)
  for (const [, href] of markup.matchAll(/href="([^"]*)"/g)) {
    assert.doesNotMatch((href ?? '').replace(/[\s\p{Cc}]/gu, ''), /^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i)
  }
}

describe('markdown', () => {
  for (const attack of attacks) it(`does no harm: ${JSON.stringify(attack)}`, () => assertHarmless(written(attack)))

  it('does no harm whatever attacks are put together', () => {
    const piece = fc.constantFrom(
      ...attacks,
      '<',
      '>',
      '"',
      '\n\n',
      '> ',
      '- ',
      '`',
      '[',
      '](',
      ')',
      '*',
      '&#106;',
      '<pre>',
      '</pre>',
    )
    fc.assert(fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => assertHarmless(written(pieces.join('')))))
  })

  it('shows HTML instead of obeying it', () => {
    assert.equal(written('a <b>c</b>'), '<p class="govuk-body">a &lt;b&gt;c&lt;/b&gt;</p>\n')
  })

  it('keeps a link a link whatever HTML stands before it', () => {
    const link = '<a class="govuk-link" href="/rules">the rules</a>'
    for (const [tags, shown] of [
      ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
      ['<div>', '&lt;div&gt;'],
      ['<!-- a -->', '&lt;!-- a --&gt;'],
    ])
      assert.equal(written(`${tags} [the rules](/rules)`), `<p class="govuk-body">${shown} ${link}</p>\n`)
  })

  it('moves headings under the heading of the page', () => {
    assert.equal(written('# One'), '<h2 class="govuk-heading-l">One</h2>\n')
    assert.equal(render(markdown('###### Six', { headingLevel: 4 })), '<h6 class="govuk-heading-s">Six</h6>\n')
  })

  it('writes lists, links and tables with the classes of govuk-frontend', () => {
    assert.match(written('- a\n- b'), /<ul class="govuk-list govuk-list--bullet">\n<li>a<\/li>\n<li>b<\/li>/)
    assert.match(written('3. a\n4. b'), /<ol class="govuk-list govuk-list--number" start="3">/)
    assert.equal(
      written('[Apply](/apply?a=1&b=2)'),
      '<p class="govuk-body"><a class="govuk-link" href="/apply?a=1&amp;b=2">Apply</a></p>\n',
    )
    assert.match(written('| £ |\n| -: |\n| 1 |'), /<td class="govuk-table__cell govuk-table__cell--numeric">1<\/td>/)
  })

  it('lets what is wider than a small screen be scrolled with the keyboard', () => {
    assert.match(
      written('| a |\n| - |\n| b |'),
      /^<div class="app-scroll" tabindex="0" role="group" aria-label="Table">/,
    )
    assert.match(written('```\na\n```'), /^<pre class="app-scroll" tabindex="0">/)
  })

  it('lets links lead to http, https, mailto and within the service', () => {
    for (const address of [
      'https://example.org',
      'http://example.org',
      'mailto:a@example.org',
      '/a',
      '#b',
      'c?d',
      '../e',
    ]) {
      assert.equal(safeAddress(address), address)
    }
    for (const address of ['javascript:1', 'data:,x', 'ftp://example.org', 'blob:x', 'java\nscript:1', 'https://[']) {
      assert.equal(safeAddress(address), undefined)
    }
  })
})
