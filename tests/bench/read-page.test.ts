import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { button, characterCount } from '../../src/ui/components/index.ts'
import { form, hidden } from '../../src/ui/form.ts'
import { html, render } from '../../src/ui/html.ts'
import { coresOf } from './cores.ts'
import { cookieHeader, keepCookies, readForm } from './read-page.ts'

describe('the form of a question page', () => {
  const question = form(
    { action: '/answers?from=here&to=there', csrf: 'token' },
    html`${hidden('version', '3')}
      ${characterCount({ name: 'drivers', id: 'drivers', maxwords: 500, value: 'a < b & "c"', label: { text: 'Why?' } })}
      ${button({ text: 'Save', name: 'action', value: 'continue' })}
      ${button({ text: 'Later', name: 'action', value: 'later' })}`,
  )
  const page = render(html`${form({ action: '/sign-out', csrf: 'token' }, button({ text: 'Sign out' }))}${question}`)

  it('is read as a browser would send it: hidden fields, the first button, and what was written', () => {
    assert.deepEqual(readForm(page), {
      action: '/answers?from=here&to=there',
      fields: { _csrf: 'token', version: '3', action: 'continue' },
      question: 'drivers',
      written: 'a < b & "c"',
    })
  })

  it('is not there on a page without a text area', () => {
    assert.equal(readForm('<form action="/sign-out"><button>Sign out</button></form>'), undefined)
  })
})

describe('cookies', () => {
  it('are kept and sent back, the newest of a name', () => {
    const holder = { cookies: { session: 'one' } }
    keepCookies(holder, ['touched=s%3A1.x=; Path=/; HttpOnly', 'session=two; Secure'])
    assert.equal(cookieHeader(holder), 'session=two; touched=s%3A1.x=')
  })
})

describe('a list of cores', () => {
  it('is read as Linux writes it', () => {
    assert.deepEqual(coresOf('0'), [0])
    assert.deepEqual(coresOf('0-2,5,7-8'), [0, 1, 2, 5, 7, 8])
  })
})
