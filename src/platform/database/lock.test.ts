import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { freshFolder } from '../../../tests/support/embedded.ts'
import { takeLock } from './lock.ts'

describe('a lock', () => {
  it('is held by one until it is released', async (t) => {
    const path = join(await freshFolder(t), 'lock')
    const first = await takeLock(path)
    assert.ok(first.ok)
    const second = await takeLock(path)
    assert.ok(!second.ok)
    assert.equal(second.problems[0]?.pid, process.pid)
    await first.value.release()
    const third = await takeLock(path)
    assert.ok(third.ok)
    await third.value.release()
  })

  it('is got by one of many who want it, new or left by a dead process, and leaves no other file', async (t) => {
    const folder = await freshFolder(t)
    const path = join(folder, 'lock')
    for (const left of [undefined, await deadHolder()]) {
      if (left) await writeFile(path, left)
      const results = await Promise.all(Array.from({ length: 25 }, () => takeLock(path)))
      const got = results.filter((result) => result.ok)
      assert.equal(got.length, 1)
      assert.deepEqual(await readdir(folder), ['lock'])
      for (const result of got) await result.value.release()
    }
    assert.deepEqual(await readdir(folder), [])
  })

  it('is taken over from a process whose number now belongs to another', async (t) => {
    const path = join(await freshFolder(t), 'lock')
    await writeFile(path, holder({ pid: process.pid, born: 'an earlier boot/123' }))
    const taken = await takeLock(path)
    assert.ok(taken.ok)
    await taken.value.release()
  })

  it('is taken over from a text that names nobody', async (t) => {
    const path = join(await freshFolder(t), 'lock')
    for (const text of ['', '{', 'null', '{"pid":"x"}']) {
      await writeFile(path, text)
      const taken = await takeLock(path)
      assert.ok(taken.ok, text)
      await taken.value.release()
    }
  })

  it('of another machine is respected for as long as it is touched', async (t) => {
    const path = join(await freshFolder(t), 'lock')
    await writeFile(path, holder({ pid: 1, host: `not-${hostname()}` }))
    assert.equal((await takeLock(path)).ok, false)
    const minuteAgo = new Date(Date.now() - 60_000)
    await utimes(path, minuteAgo, minuteAgo)
    const taken = await takeLock(path)
    assert.ok(taken.ok)
    assert.equal((JSON.parse(await readFile(path, 'utf8')) as { pid: number }).pid, process.pid)
    await taken.value.release()
  })

  it('that was taken over is not released by the one who lost it', async (t) => {
    const path = join(await freshFolder(t), 'lock')
    const lost = await takeLock(path)
    assert.ok(lost.ok)
    await writeFile(path, 'taken over')
    await lost.value.release()
    assert.equal(await readFile(path, 'utf8'), 'taken over')
  })
})

const holder = (facts: object): string =>
  JSON.stringify({ pid: 1, host: hostname(), born: null, since: '2014-02-10T17:00:00.000Z', ...facts })

async function deadHolder(): Promise<string> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return holder({ pid: child.pid })
}
