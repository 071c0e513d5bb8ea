import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { bundleProgram } from '../../src/bundle-program.ts'
import { isBundled } from '../../src/find-program.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { freshFolder } from '../support/embedded.ts'
import { lastFirst } from '../support/last-first.ts'

it('serves as a few files what it serves as it is written, and is taken only while no file of it is newer', async (t) => {
  const life = lastFirst(t)
  // Within the project, where packages are found.
  const build = join(import.meta.dirname, '../../.build')
  await mkdir(build, { recursive: true })
  const folder = await mkdtemp(join(build, 'bundle-test-'))
  life.after(async () => await rm(folder, { recursive: true, force: true }))
  assert.equal(isBundled(folder), false)
  await bundleProgram(folder)
  assert.equal(isBundled(folder), true)

  const within = async <Module>(part: string): Promise<Module> =>
    await import(pathToFileURL(join(folder, `${part}.mjs`)).href)
  const read = readConfig({
    DATA_DIR: await freshFolder(life),
    PUBLIC_URL: 'http://127.0.0.1',
    SECRET_KEY: 'a secret of the test that is long enough',
    LOG_LEVEL: 'error',
  })
  assert.ok(read.ok)
  const { openConfigured } =
    await within<typeof import('../../src/platform/database/open-configured.ts')>('openConfigured')
  const { openSite } = await within<typeof import('../../src/open-site.ts')>('openSite')
  const site = await openSite(read.config, await openConfigured(read.config))
  life.after(site.close)
  const { url, close } = await listen(site.handle, '127.0.0.1', 0)
  life.after(close)

  const get = async (path: string) => {
    const answer = await fetch(url + path)
    return { status: answer.status, text: await answer.text() }
  }
  // The embedded database is in a thread, which is not of the bundle.
  assert.equal((await get('/readyz')).status, 200)
  const home = await get('/')
  assert.match(home.text, /<h1/)
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(home.text)?.[1] ?? assert.fail('no style')
  assert.equal((await get(style)).status, 200)
  // An error of one part is known to another: both have the same class of it.
  assert.equal((await get('/funds/no-such-fund')).status, 404)
  assert.equal((await get('/guides')).status, 200)

  await utimes(join(folder, 'openSite.mjs'), new Date(0), new Date(0))
  assert.equal(isBundled(folder), false)
})
