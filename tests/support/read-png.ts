import assert from 'node:assert/strict'
import { inflateSync } from 'node:zlib'

/** The pixels of a picture, row by row: red, green, blue and how much they cover, from 0 to 255. */
export type Pixels = { readonly wide: number; readonly high: number; readonly rgba: Uint8Array }

const signature = '89504e470d0a1a0a'
const channels = 4

/** Reads a PNG of eight bits a channel with colours and cover, without the library that wrote it. */
export function readPng(bytes: Uint8Array): Pixels {
  const png = Buffer.from(bytes)
  assert.equal(png.subarray(0, 8).toString('hex'), signature, 'no PNG')
  const packed: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [wide, high] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  assert.deepEqual([...png.subarray(24, 29)], [8, 6, 0, 0, 0], 'another kind of PNG')
  return { wide, high, rgba: unfiltered(inflateSync(Buffer.concat(packed)), wide * channels, high) }
}

/** Each row says by which of five ways it is told by what is left of it and above it. */
function unfiltered(lines: Uint8Array, length: number, high: number): Uint8Array {
  const rgba = new Uint8Array(length * high)
  for (let row = 0; row < high; row += 1)
    for (let at = 0; at < length; at += 1) {
      const near = (rows: number, back: number): number =>
        row < rows || at < back ? 0 : (rgba[(row - rows) * length + at - back] ?? 0)
      const told = expected(lines[row * (length + 1)], near(0, channels), near(1, 0), near(1, channels))
      rgba[row * length + at] = (lines[row * (length + 1) + 1 + at] ?? 0) + told
    }
  return rgba
}

function expected(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 4) {
    const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs) as [
      number,
      number,
      number,
    ]
    return a <= b && a <= c ? left : b <= c ? above : corner
  }
  return [0, left, above, Math.floor((left + above) / 2)][filter ?? 5] ?? assert.fail('an unknown filter')
}
