import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import type { AssetPaths } from './assets/manifest.ts'
import { html } from './html.ts'
import { inlineScriptHashes, type Page, renderPage, type ShellContext } from './page.ts'

const assets: AssetPaths = {
  styles: { plain: '/assets/plain-1.css', govuk: '/assets/govuk-1.css' },
  favicon: { plain: '/assets/favicon-1.svg', govuk: '/assets/favicon-govuk-1.svg' },
  script: '/assets/app-1.js',
}
const context: ShellContext = {
  serviceName: 'Delivering Differently',
  path: '/funds',
  navigation: [
    { text: 'Funds', href: '/funds', active: true },
    { text: 'Awards', href: '/awards', active: false },
  ],
  theme: 'plain',
  evaluation: false,
  assets,
}
const page: Page = { title: 'Funds & <awards>', main: html`<h1>Funds</h1>` }

describe('the shell of a page', () => {
  it('names the page, then the service, and says first that there are errors', () => {
    assert.match(renderPage(page, context), /<title>Funds &amp; &lt;awards&gt; - Delivering Differently<\/title>/)
    assert.match(renderPage({ ...page, hasErrors: true }, context), /<title>Error: Funds/)
    assert.match(
      renderPage({ ...page, section: 'Fund: Round' }, context),
      /<title>Funds &amp; &lt;awards&gt; - Fund: Round - Delivering Differently<\/title>/,
    )
  })

  it('has no inline script but the one whose hash goes in the security policy', () => {
    for (const theme of ['plain', 'govuk'] as const) {
      const markup = renderPage(page, { ...context, theme, person: { name: 'Ann' }, csrf: 'token' })
      const inline = [...markup.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script ?? '')
      const hashes = inline.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
      assert.deepEqual(hashes, inlineScriptHashes)
      assert.doesNotMatch(markup, /<style|\sstyle=|\son[a-z]+=|javascript:/i)
    }
  })

  it('keeps the crown, the GOV.UK name and its styles out of the plain theme', () => {
    const plain = renderPage(page, context)
    assert.doesNotMatch(plain, /crown|logotype|GOV\.UK|govuk-1/i)
    assert.match(plain, /href="\/assets\/plain-1\.css"/)
    const govuk = renderPage(page, { ...context, theme: 'govuk' })
    assert.match(govuk, /govuk-header__logotype/)
    assert.match(govuk, /govuk-footer__crown/)
    assert.match(govuk, /href="\/assets\/govuk-1\.css"/)
  })

  it('signs out by a form with the token, since a link could be followed by a robot', () => {
    const markup = renderPage(page, { ...context, person: { name: 'Ann <Lee>' }, csrf: 'token' })
    assert.match(markup, /Ann &lt;Lee&gt;/)
    assert.match(
      markup,
      /<form action="\/sign-out" method="post"[^>]*>\s*<input type="hidden" name="_csrf" value="token">/,
    )
    assert.match(renderPage(page, context), /href="\/sign-in"/)
  })

  it('tells scripts whose page it is and which form it answers, if any', () => {
    const markup = renderPage(page, { ...context, person: { name: 'Ann', id: 'p"1' }, csrf: 'token', answerTo: 'abc' })
    assert.match(markup, /<body class="govuk-template__body" data-person="p&quot;1" data-answer-to="abc">/)
    assert.match(renderPage(page, context), /<body class="govuk-template__body">/)
  })

  it('marks the link to the page itself as current', () => {
    assert.match(renderPage(page, context), /href="\/funds" aria-current="page"/)
    assert.match(renderPage(page, { ...context, path: '/funds/1' }), /href="\/funds" aria-current="true"/)
  })

  it('says that it is an evaluation copy in evaluation mode only', () => {
    assert.match(renderPage(page, { ...context, evaluation: true }), /Evaluation copy/)
    assert.doesNotMatch(renderPage(page, context), /Evaluation copy/)
  })
})
