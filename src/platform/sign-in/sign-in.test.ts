import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { base32, bytesOfBase32 } from './base32.ts'
import { csrfToken, csrfTokens, sameOrigin } from './csrf.ts'
import { hashCode, hashToken, isToken, newCode, newToken, readCode, sameSecret } from './token.ts'
import { matchTotp, otpauthLink, secretInGroups, totpCode, totpCounter } from './totp.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('base32', () => {
  it('agrees with the vectors of RFC 4648 section 10', () => {
    const vectors = ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']
    for (const [length, text] of vectors.entries()) assert.equal(base32(bytes('foobar'.slice(0, length))), text)
  })

  it('comes back to the same bytes, as typed too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (secret) => {
        assert.deepEqual(bytesOfBase32(base32(secret)), secret)
        assert.deepEqual(bytesOfBase32(secretInGroups(secret).toLowerCase()), secret)
      }),
    )
    assert.throws(() => bytesOfBase32('M0'), RangeError)
  })
})

describe('a code from an authenticator app', () => {
  const secret = bytes('12345678901234567890')

  const published: [number, string][] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ]
  for (const [seconds, code] of published) {
    it(`is ${code} at ${seconds} seconds, as RFC 6238 appendix B publishes`, () => {
      assert.equal(totpCode(secret, totpCounter(new Date(seconds * 1000)), 8), code)
    })
  }

  it('agrees with the first ten codes that RFC 4226 appendix D publishes', () => {
    const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
    assert.deepEqual(
      codes.map((_, counter) => totpCode(secret, counter)),
      codes,
    )
  })

  it('is taken a step early or late and no further', () => {
    const at = new Date(1_111_111_111_000)
    const now = totpCounter(at)
    const taken = [-2, -1, 0, 1, 2].map((step) => matchTotp({ secret, typed: totpCode(secret, now + step), at }))
    assert.deepEqual(taken, [undefined, now - 1, now, now + 1, undefined])
  })

  it('is taken once: neither it nor an earlier one is taken after it', () => {
    const at = new Date(1_111_111_111_000)
    const now = totpCounter(at)
    const attempt = (step: number): number | undefined =>
      matchTotp({ secret, typed: totpCode(secret, now + step), at, usedCounter: now })
    assert.deepEqual([attempt(-1), attempt(0), attempt(1)], [undefined, undefined, now + 1])
  })

  it('may be typed with a space, and is nothing but six digits', () => {
    assert.equal(matchTotp({ secret, typed: ' 287 082 ', at: new Date(59_000) }), 1)
    for (const typed of ['', '28708', '2870822', '28708a', '٢٨٧٠٨٢', '-28708']) {
      assert.equal(matchTotp({ secret, typed, at: new Date(59_000) }), undefined)
    }
  })

  it('is enrolled by a link that says what it is for', () => {
    const link = new URL(otpauthLink(secret, 'Delivering: Differently', 'a+b@example.gov.uk'))
    assert.equal(link.protocol, 'otpauth:')
    assert.equal(
      decodeURIComponent(link.pathname.replace(/^\/+(totp\/)?/, '')),
      'Delivering  Differently:a+b@example.gov.uk',
    )
    assert.deepEqual(Object.fromEntries(link.searchParams), {
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      issuer: 'Delivering  Differently',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
    assert.equal(secretInGroups(secret), 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })
})

describe('tokens and codes', () => {
  it('carry all 256 bits and are known by their hash', () => {
    const drawn = Uint8Array.from({ length: 32 }, (_, index) => 255 - index)
    const token = newToken(() => drawn)
    assert.deepEqual(new Uint8Array(Buffer.from(token, 'base64url')), drawn)
    assert.ok(isToken(token))
    assert.equal(hashToken(token), createHash('sha256').update(token, 'utf8').digest('hex'))
    assert.notEqual(newToken(randomBytes), newToken(randomBytes))
    for (const bad of ['', token.slice(1), `${token}A`, `${token.slice(1)}=`, `${token.slice(1)}\n`])
      assert.ok(!isToken(bad))
  })

  it('draw a code with its leading noughts, and again past the last whole million', () => {
    const word = (value: number): Uint8Array => {
      const four = Buffer.alloc(4)
      four.writeUInt32BE(value)
      return four
    }
    assert.equal(
      newCode(() => word(42)),
      '000042',
    )
    assert.equal(
      newCode(() => word(4_293_999_999)),
      '999999',
    )
    const words = [word(4_294_967_295), word(4_294_000_000), word(7)]
    assert.equal(
      newCode(() => words.shift() ?? word(0)),
      '000007',
    )
  })

  it('read a code as typed', () => {
    assert.deepEqual(['012345', ' 012 345', '012-345', '12345', '0123456', '01234x', ''].map(readCode), [
      '012345',
      '012345',
      '012345',
      '',
      '',
      '',
      '',
    ])
  })

  it('hash a code differently for another attempt or secret', () => {
    const hashes = [
      hashCode('000042', 'a', 's'),
      hashCode('000042', 'b', 's'),
      hashCode('000042', 'a', 't'),
      hashCode('000043', 'a', 's'),
    ]
    assert.equal(new Set(hashes).size, 4)
    assert.equal(hashes[0], hashCode('000042', 'a', 's'))
  })

  it('compare without throwing, whatever the lengths', () => {
    assert.deepEqual(
      [sameSecret('a', 'a'), sameSecret('a', 'b'), sameSecret('a', 'ab'), sameSecret('', ''), sameSecret('é', 'e')],
      [true, false, false, true, false],
    )
  })
})

describe('a request that changes something', () => {
  it('must carry the token of its own session', () => {
    const token = csrfToken('session-1', 'secret')
    assert.equal(csrfToken('session-1', 'secret'), token)
    assert.notEqual(csrfToken('session-2', 'secret'), token)
    assert.notEqual(csrfToken('session-1', 'other'), token)
  })

  it('remembers tokens, and gives the same ones when it has forgotten', () => {
    const tokenOf = csrfTokens('secret', 2)
    for (const session of ['a', 'b', 'c', 'a', 'b', 'c', 'c'])
      assert.equal(tokenOf(session), csrfToken(session, 'secret'))
  })

  const ours = 'https://fund.example.gov.uk'
  const table: [Record<string, string | string[]>, boolean][] = [
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: ours }, false],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example' }, true],
    [{ 'sec-fetch-site': '' }, false],
    [{ 'sec-fetch-site': ['same-origin', 'cross-site'] }, false],
    [{ origin: ours }, true],
    [{ origin: 'null' }, false],
    [{ origin: `${ours}.evil.example` }, false],
    [{ origin: 'http://fund.example.gov.uk' }, false],
    [{ origin: `${ours}:8443` }, false],
    [{ referer: `${ours}/page` }, false],
    [{}, false],
  ]
  for (const [headers, allowed] of table) {
    it(`is ${allowed ? 'taken' : 'refused'} with ${JSON.stringify(headers)}`, () => {
      assert.equal(sameOrigin(headers, ours), allowed)
    })
  }
})
