import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { eicar, startClamd } from '../../../tests/support/clamd.ts'
import { Unavailable } from '../../core/errors.ts'
import { clamdScanner } from './scanner.ts'

const streamOf = (...chunks: readonly (string | Uint8Array)[]) => Readable.from(chunks.map((each) => Buffer.from(each)))

describe('scanning by clamd', () => {
  it('says that content is clean, and had sent all of it', async (t) => {
    const clamd = await startClamd(t)
    const content = randomBytes(500_000)
    const scan = clamdScanner(clamd)
    assert.deepEqual(await scan(streamOf(content.subarray(0, 7), '', content.subarray(7))), { clean: true })
    assert.deepEqual(await scan(streamOf('')), { clean: true })
    assert.deepEqual(clamd.received, [content, Buffer.alloc(0)])
  })

  it('names the virus that was found, also when it lies across two pieces', async (t) => {
    const scan = clamdScanner(await startClamd(t))
    assert.deepEqual(await scan(streamOf('x', eicar.slice(0, 20), eicar.slice(20))), {
      clean: false,
      virus: 'Eicar-Test-Signature',
    })
  })

  it('speaks through a socket of the machine as well', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'clamd.ctl')
    await startClamd(t, { path })
    assert.deepEqual(await clamdScanner({ path })(streamOf('hello')), { clean: true })
  })

  it('does not take silence, a limit or an absent scanner for clean', async (t) => {
    const clamd = await startClamd(t)
    const scan = clamdScanner(clamd)
    clamd.behaviour = 'hang-up'
    await assert.rejects(scan(streamOf('hello')), Unavailable)
    clamd.behaviour = 1000
    await assert.rejects(scan(streamOf(randomBytes(100_000), randomBytes(100_000))), Unavailable)
    await assert.rejects(clamdScanner({ host: '127.0.0.1', port: 1 })(streamOf('hello')), Unavailable)
    const broken = new Readable({ read: () => broken.destroy(new Error('the disk failed')) })
    clamd.behaviour = 'well'
    await assert.rejects(scan(broken), Unavailable)
  })
})
