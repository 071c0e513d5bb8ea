import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encode } from 'uqr'
import { render } from '../html.ts'
import { qrCode } from './qr-code.ts'

const link = 'otpauth://totp/Fund:ann%40example.gov.uk?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Fund'

/** The modules that the dark path covers, drawn with a pen as SVG has it. */
function drawn(svg: string): { readonly size: number; readonly dark: ReadonlySet<string> } {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const path = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? ''
  const dark = new Set<string>()
  for (const [whole, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = 0; at < Number(width); at += 1) dark.add(`${Number(x) + at},${y}`)
    assert.ok(whole.length > 0)
  }
  return { size, dark }
}

describe('a code for a camera', () => {
  it('draws every dark module of the text and no other', () => {
    const { size, dark } = drawn(render(qrCode({ says: link, title: 'A code' })))
    const { data } = encode(link, { ecc: 'M', border: 4 })
    assert.equal(size, data.length)
    const wanted = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])))
    assert.deepEqual([...dark].sort(), wanted.sort())
  })

  it('has its three corners and a margin of four modules, by which a camera finds it', () => {
    const { size, dark } = drawn(render(qrCode({ says: link, title: 'A code' })))
    const last = size - 1
    const isDark = (x: number, y: number): boolean => dark.has(`${x},${y}`)
    for (const [left, top] of [
      [4, 4],
      [last - 10, 4],
      [4, last - 10],
    ] as const) {
      // Seven by seven: a ring, a gap, and a block of three by three.
      for (let y = 0; y < 7; y += 1) {
        for (let x = 0; x < 7; x += 1) {
          const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3))
          assert.equal(isDark(left + x, top + y), ring !== 2, `${x}, ${y} of the corner at ${left}, ${top}`)
        }
      }
    }
    for (const at of dark) {
      for (const place of at.split(',').map(Number)) assert.ok(place >= 4 && place <= last - 4)
    }
  })

  it('says what it is, and needs no style of its own, which the security policy would refuse', () => {
    const svg = render(qrCode({ says: link, title: 'Code for <Fund>' }))
    assert.match(svg, /role="img"[^>]*>\n<title>Code for &lt;Fund&gt;<\/title>/)
    assert.doesNotMatch(svg, /style=|<image|href=/)
  })
})
