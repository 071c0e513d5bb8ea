import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it, type TestContext } from 'node:test'
import { unpackOnce } from './browser-program.ts'

async function sharedFolder(t: TestContext): Promise<string> {
  const shared = await mkdtemp(join(tmpdir(), 'test-unpack-'))
  t.after(() => rm(shared, { recursive: true, force: true }))
  return shared
}

it('is unpacked by the first who asks and found by those who come later', async (t) => {
  const shared = await sharedFolder(t)
  const first = await unpackOnce(shared, (folder) => writeFile(join(folder, 'chromium'), 'whole'))
  const second = await unpackOnce(shared, () => assert.fail('unpacked again'))
  assert.equal(second, first)
  assert.equal(await readFile(join(second, 'chromium'), 'utf8'), 'whole')
})

it('is one and whole when several unpack it at once, and nothing else is left', async (t) => {
  const shared = await sharedFolder(t)
  const begun = Promise.withResolvers<void>()
  let filling = 0
  const fill = async (folder: string): Promise<void> => {
    filling += 1
    if (filling === 3) begun.resolve()
    await begun.promise
    await writeFile(join(folder, 'chromium'), 'whole')
  }
  const folders = await Promise.all([1, 2, 3].map(() => unpackOnce(shared, fill)))
  assert.equal(new Set(folders).size, 1)
  assert.deepEqual(await readdir(shared), ['unpacked'])
  assert.deepEqual(await readdir(join(shared, 'unpacked')), ['chromium'])
})

it('is not there for anybody when unpacking failed', async (t) => {
  const shared = await sharedFolder(t)
  await assert.rejects(
    unpackOnce(shared, () => Promise.reject(new Error('the disk is full'))),
    /the disk is full/,
  )
  const again = await unpackOnce(shared, (folder) => writeFile(join(folder, 'chromium'), 'whole'))
  assert.equal(await readFile(join(again, 'chromium'), 'utf8'), 'whole')
})
