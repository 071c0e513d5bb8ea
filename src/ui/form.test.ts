import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { form, hidden } from './form.ts'
import { html, render } from './html.ts'

describe('a form', () => {
  it('posts with the token of the session', () => {
    const markup = render(form({ action: '/save?a=1&b=2', csrf: 'to"ken' }, html`<p>x</p>`))
    assert.match(markup, /^<form action="\/save\?a=1&amp;b=2" method="post" novalidate>/)
    assert.match(markup, /<input type="hidden" name="_csrf" value="to&quot;ken">/)
  })

  it('keeps the token out of addresses', () => {
    assert.doesNotMatch(render(form({ action: '/find', csrf: 'token', method: 'get' }, html``)), /token/)
  })

  it('has a status line only when answers are saved while typing', () => {
    const saving = render(form({ action: '/a', autosave: '/a/autosave', autosaveKey: 'DD-1:q1' }, hidden('version', 3)))
    assert.match(saving, /data-autosave="\/a\/autosave" data-autosave-key="DD-1:q1"/)
    assert.match(saving, /role="status"/)
    assert.match(saving, /<input type="hidden" name="version" value="3">/)
    assert.doesNotMatch(render(form({ action: '/a' }, html``)), /role="status"/)
  })
})
