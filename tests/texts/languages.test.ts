import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { SpokenLanguage } from '../../src/languages/load-in-language.ts'
import { lastFirst } from '../support/last-first.ts'
import { testServer } from '../support/server.ts'
import { freshDatabase } from '../support/template.ts'

const words: Readonly<Record<string, string>> = {
  Cookies: 'Cwcis',
  'Help and contact': 'Cymorth <b>a</b> chyswllt',
  'Page not found': 'Heb ddod o hyd i’r dudalen',
  'Sign in': 'Mewngofnodi',
  'Enter an email address': 'Rhowch gyfeiriad e-bost',
  'The text below is in English only.': 'Saesneg yn unig yw’r testun isod.',
}
const welsh: SpokenLanguage = {
  offered: true,
  language: { tag: 'cy', translate: ({ english }) => words[english] },
}

const life = lastFirst({ after })
const database = await freshDatabase(life)
const { visitor } = await testServer(life, database, { languages: [welsh] })
const shy = await testServer(life, database, { languages: [{ ...welsh, offered: false }] })
const english = await testServer(life, database)

describe('a service that speaks Welsh', () => {
  it('answers in it whoever asks by address, and remembers that, until they ask for English', async () => {
    const browser = visitor()
    const before = await browser.get('/cookies')
    assert.match(before.body, /<html lang="en-GB"/)
    assert.match(before.body, /<a [^>]*href="\/cookies\?lang=cy"[^>]*lang="cy"[^>]*>Cymraeg</)
    assert.equal(before.headers['set-cookie'], undefined)

    const chosen = await browser.get('/cookies?lang=cy')
    assert.match(chosen.body, /<html lang="cy"/)
    assert.match(chosen.body, /<h1[^>]*>Cwcis<\/h1>/)
    assert.match(chosen.body, /<a [^>]*href="\/cookies\?lang=en"[^>]*>English</)
    assert.match(
      String(chosen.headers['set-cookie']),
      /^language=cy; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/,
    )

    assert.match((await browser.get('/cookies')).body, /<h1[^>]*>Cwcis<\/h1>/)
    assert.match((await browser.get('/cookies?lang=en')).body, /<h1[^>]*>Cookies<\/h1>/)
    assert.match((await browser.get('/cookies')).body, /<h1[^>]*>Cookies<\/h1>/)
  })

  it('says in it what is wrong with a form, and that a page is not there', async () => {
    const browser = visitor()
    browser.cookies.set('language', 'cy')
    const missing = await browser.get('/nowhere')
    assert.equal(missing.status, 404)
    assert.match(missing.body, /Heb ddod o hyd i’r dudalen/)
    const posted = await browser.post('/sign-in', { email: '' })
    assert.match(posted.body, /<html lang="cy"/)
    assert.match(posted.body, /Rhowch gyfeiriad e-bost/)
  })

  it('shows a translation as text, whatever is in it', async () => {
    assert.match((await visitor().get('/cookies?lang=cy')).body, /Cymorth &lt;b&gt;a&lt;\/b&gt; chyswllt/)
  })

  it('says before a guide that it is in English, and nothing on an English page', async () => {
    const guide = (await visitor().get('/guides/applicant?lang=cy')).body
    assert.match(guide, /Saesneg yn unig[^<]*<[^>]*>\s*<div lang="en"><h1/)
    assert.doesNotMatch((await visitor().get('/guides/applicant?lang=en')).body, /English only/)
  })

  it('keeps the rest of an address in its link, and knows no other language', async () => {
    const asked = await visitor().get('/search?q=%22%3E%3Cscript%3E&lang=fr')
    assert.match(asked.body, /<html lang="en-GB"/)
    assert.match(asked.body, /href="\/search\?q=%22%3E%3Cscript%3E&amp;lang=cy"/)
    assert.equal(asked.headers['set-cookie'], undefined)
    const forged = visitor()
    forged.cookies.set('language', '../cy')
    assert.match((await forged.get('/cookies')).body, /<html lang="en-GB"/)
  })

  it('leads nobody to a language that is not translated far enough', async () => {
    assert.doesNotMatch((await shy.visitor().get('/cookies')).body, /Cymraeg/)
    assert.match((await shy.visitor().get('/cookies?lang=cy')).body, /<h1[^>]*>Cwcis<\/h1>/)
  })

  it('is the English service when no language is set', async () => {
    const { body, headers } = await english.visitor().get('/cookies?lang=cy')
    assert.match(body, /<html lang="en-GB"/)
    assert.doesNotMatch(body, /language-navigation/)
    assert.equal(headers['set-cookie'], undefined)
  })

  it('answers programs in one language', async () => {
    const [own, asked] = await Promise.all([
      visitor().get('/api/v1/openapi.json'),
      visitor().get('/api/v1/openapi.json?lang=cy'),
    ])
    assert.equal(asked.body.replaceAll('?lang=cy', ''), own.body)
  })
})
