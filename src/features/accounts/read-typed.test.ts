import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { browserName } from './browser-name.ts'
import { localPath } from './local-path.ts'
import { domainOf, readEmail } from './read-email.ts'

describe('where to go after signing in', () => {
  it('is on this site, whatever was typed, as a browser resolves it', () => {
    const site = 'https://ours.example'
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('/', '\\', '.', '%', '2', 'f', '\t', '\n', '@', ':', '?', '#', 'a') }),
      fc.webUrl(),
      fc.webPath(),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom('', '/', '//', '/\\'), (typed, before) => {
        const path = localPath(before + typed)
        if (path === null) return
        assert.equal(new URL(path, `${site}/sign-in/code`).origin, site)
        assert.ok(path.startsWith('/') && !/[\r\n]/.test(path))
        assert.equal(localPath(path), path)
      }),
      { numRuns: 2000 },
    )
  })

  it('is kept with its question, and the fragment dropped', () => {
    assert.equal(localPath('/funds/a/b/apply?x=%2Fy&z#c'), '/funds/a/b/apply?x=%2Fy&z')
    assert.equal(localPath('/'), '/')
  })
})

describe('an email address', () => {
  const good = ['jo@example.gov.uk', "o'neil+fund@a-b.example", 'jürgen@münchen.example', 'a@b.co']
  for (const email of good) {
    it(`may be ${email}`, () => assert.deepEqual(readEmail(` ${email.toUpperCase()} `), { ok: true, value: email }))
  }

  it('is one mailbox with a domain, or refused', () => {
    for (const typed of [
      'jo',
      '@b.uk',
      'a@b',
      'a@b..uk',
      'a@.uk',
      'a@b.uk, c@d.uk',
      'Jo <jo@b.uk',
      'a@@b.uk',
      'a b@c.uk',
    ])
      assert.deepEqual(readEmail(typed), { ok: false, problems: [{ code: 'email-malformed' }] }, typed)
    assert.deepEqual(readEmail('  '), { ok: false, problems: [{ code: 'email-missing' }] })
    assert.equal(readEmail(`${'a'.repeat(65)}@b.uk`).ok, false)
    assert.equal(readEmail(`a@${'b'.repeat(190)}.uk`).ok, false)
  })

  it('has what follows the last @ as its domain', () => {
    assert.equal(domainOf('jo@walsall.gov.uk'), 'walsall.gov.uk')
  })
})

describe('the name of a browser', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
  const table: readonly (readonly [string, string])[] = [
    [`${windows} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows'],
    [`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge on Windows'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
      'Safari on a Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on an iPhone or iPad',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['', 'Unknown browser'],
    ['<script>', 'Unknown browser'],
  ]
  for (const [userAgent, name] of table)
    it(`is ${name} for ${userAgent.slice(0, 30)}`, () => assert.equal(browserName(userAgent), name))
})
