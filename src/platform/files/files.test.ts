import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { after, describe, it } from 'node:test'
import { startS3 } from '../../../tests/support/s3-server.ts'
import { Unavailable } from '../../core/errors.ts'
import { contentIn, diskFiles } from './disk-files.ts'
import type { Files } from './files.ts'
import { s3Files } from './s3-files.ts'

const place = mkdtempSync(join(tmpdir(), 'files-'))
after(() => rmSync(place, { recursive: true, force: true }))

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
let written = 0
const onDisk = (content: Uint8Array): string => {
  const path = join(place, `sent-${written++}`)
  writeFileSync(path, content)
  return path
}
async function read(stream: Readable | undefined): Promise<Buffer | undefined> {
  if (stream === undefined) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
async function names(folder: string): Promise<string[]> {
  const found: string[] = []
  for await (const name of contentIn(folder)) found.push(name)
  return found.sort()
}

/** What every driver must do. */
function keepsFiles(driver: string, open: () => Promise<Files>) {
  describe(driver, () => {
    it('gives back what it was given, byte for byte, whatever it is and however long', async () => {
      const files = await open()
      for (const content of [Buffer.from('hello'), Buffer.alloc(0), randomBytes(3_000_001)]) {
        const kept = await files.put(onDisk(content))
        assert.deepEqual(kept, { sha256: sha256(content), bytes: content.length })
        assert.deepEqual(await read(await files.open(kept.sha256)), content)
        assert.deepEqual(await files.stat(kept.sha256), kept)
      }
    })

    it('keeps the same content once, and takes it again at the same time', async () => {
      const files = await open()
      const content = randomBytes(70_000)
      const kept = await Promise.all([1, 2, 3].map(() => files.put(onDisk(content))))
      assert.deepEqual(new Set(kept.map((each) => each.sha256)), new Set([sha256(content)]))
      assert.deepEqual(await read(await files.open(sha256(content))), content)
    })

    it('has nothing of what was never put or was removed', async () => {
      const files = await open()
      const absent = sha256(Buffer.from('never put'))
      assert.equal(await files.open(absent), undefined)
      assert.equal(await files.stat(absent), undefined)
      await files.remove(absent)
      const { sha256: name } = await files.put(onDisk(Buffer.from('to go')))
      await files.remove(name)
      assert.equal(await files.open(name), undefined)
      assert.equal(await files.stat(name), undefined)
    })

    it('takes no name that is not the sum of content, so that none can lead elsewhere', async () => {
      const files = await open()
      for (const name of ['../../secret', '', `${'a'.repeat(63)}/`, 'A'.repeat(64), `${'a'.repeat(64)}\n`]) {
        await assert.rejects(files.open(name), RangeError)
        await assert.rejects(files.stat(name), RangeError)
        await assert.rejects(files.remove(name), RangeError)
      }
    })

    it('says so when there is nothing to put', async () => {
      const files = await open()
      await assert.rejects(files.put(join(place, 'no such file')), { code: 'ENOENT' })
    })
  })
}

describe('a store of files', () => {
  const folder = join(place, 'data/files')
  keepsFiles('on the disk', async () => diskFiles(folder))

  const settings = startS3({ after }, join(place, 's3'))
  keepsFiles('at an S3 service', async () => s3Files(await settings))

  it('on the disk, is readable by its own user alone and leaves nothing unfinished', async () => {
    const { sha256: name } = await diskFiles(folder).put(onDisk(Buffer.from('private')))
    assert.equal(statSync(join(folder, name.slice(0, 2), name)).mode & 0o777, 0o600)
    assert.equal(statSync(folder).mode & 0o777, 0o700)
    assert.deepEqual(readdirSync(join(folder, 'unfinished')), [])
  })

  it('on the disk, keeps the same content once, and can tell all that it keeps', async () => {
    const own = join(place, 'own')
    assert.deepEqual(await names(own), [])
    const contents = ['a', 'b', 'a'].map((text) => Buffer.from(text))
    for (const content of contents) await diskFiles(own).put(onDisk(content))
    assert.deepEqual(await names(own), [...new Set(contents.map(sha256))].sort())
  })

  it('on the disk, has no name for what could not be written whole', async () => {
    const files = diskFiles(join(place, 'directory-in-the-way'))
    const content = Buffer.from('whole or not at all')
    const inTheWay = join(place, 'directory-in-the-way', sha256(content).slice(0, 2), sha256(content))
    mkdirSync(join(inTheWay, 'x'), { recursive: true })
    await assert.rejects(files.put(onDisk(content)))
    assert.deepEqual(readdirSync(join(place, 'directory-in-the-way/unfinished')), [])
  })

  it('at an S3 service, is not there for a wrong secret, which is not taken for an absent file', async () => {
    const files = s3Files({ ...(await settings), secret: 'not the secret' })
    await assert.rejects(files.put(onDisk(Buffer.from('x'))), Unavailable)
    await assert.rejects(files.open('a'.repeat(64)), Unavailable)
    await assert.rejects(files.stat('a'.repeat(64)), Unavailable)
  })

  it('at an S3 service that does not answer, says that it is unavailable', async () => {
    const files = s3Files({ ...(await settings), endpoint: 'http://127.0.0.1:1' })
    await assert.rejects(files.open('a'.repeat(64)), Unavailable)
  })
})
