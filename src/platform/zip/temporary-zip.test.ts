import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { crc32, inflateRawSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { writeZip } from './temporary-zip.ts'

const long = 'Ŵ 😀 words and more words, '.repeat(9_000)
const files: readonly (readonly [path: string, pieces: readonly string[]])[] = [
  ['README.md', ['# Read ', 'me\n']],
  ['parts/long.json', [long.slice(0, 70_001), long.slice(70_001)]],
  ['empty.json', []],
]

async function written() {
  const zipped: { path: string; bytes: number; sha256: string }[] = []
  const zip = await writeZip(async ({ add }) => {
    for (const [path, pieces] of files) zipped.push(await add(path, pieces))
  })
  return { zipped, sha256: zip.sha256, bytes: zip.bytes, content: await buffer(await zip.open()) }
}

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('archive-')).length

describe('an archive', () => {
  it('is read by another reader, each file with its hash', async () => {
    const { zipped, content, sha256, bytes } = await written()
    const read = unzipSync(content)
    assert.deepEqual(
      Object.entries(read).map(([path, data]) => [path, strFromU8(data)]),
      files.map(([path, pieces]) => [path, pieces.join('')]),
    )
    for (const { path, bytes: size, sha256: hash } of zipped) {
      const data = read[path] ?? new Uint8Array()
      assert.deepEqual([size, hash], [data.length, createHash('sha256').update(data).digest('hex')], path)
    }
    assert.deepEqual([bytes, sha256], [content.length, createHash('sha256').update(content).digest('hex')])
  })

  it('has in its directory the check sum and the size of each file, by the format itself', async () => {
    const { content } = await written()
    const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    const count = content.readUInt16LE(end + 10)
    let at = content.readUInt32LE(end + 16)
    assert.equal(count, files.length)
    for (const [path, pieces] of files) {
      assert.equal(content.readUInt32LE(at), 0x02014b50)
      const [sum, packed, size] = [16, 20, 24].map((offset) => content.readUInt32LE(at + offset)) as [
        number,
        number,
        number,
      ]
      const nameLength = content.readUInt16LE(at + 28)
      const local = content.readUInt32LE(at + 42)
      assert.equal(content.toString('utf8', at + 46, at + 46 + nameLength), path)
      const from = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28)
      const data = inflateRawSync(content.subarray(from, from + packed))
      assert.deepEqual([data.toString(), data.length, crc32(data)], [pieces.join(''), size, sum], path)
      at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
    }
  })

  it('is the same bytes whenever it is written', async () => {
    const [one, other] = [await written(), await written()]
    assert.ok(one.content.equals(other.content))
  })

  it('leaves nothing on the disk, opened, dropped or broken off', async () => {
    const before = left()
    const zip = await writeZip(async ({ add }) => void (await add('a', ['b'])))
    assert.equal(left(), before + 1)
    await zip.drop()
    await assert.rejects(
      writeZip(async () => {
        throw new Error('broken off')
      }),
      /broken off/,
    )
    ;(await (await writeZip(async ({ add }) => void (await add('a', ['b'])))).open()).destroy()
    assert.equal(left(), before)
  })
})
