import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { buildAssets } from './build.ts'
import { type AssetPaths, govukFolder, readAssets } from './manifest.ts'

describe('the build of styles and scripts', () => {
  let folder: string
  let paths: AssetPaths
  const file = (address: string, ending = '') => join(folder, `${address.replace('/assets/', '')}${ending}`)

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assets-'))
    paths = await buildAssets(folder)
  })
  after(() => rmSync(folder, { recursive: true }))

  it('writes a manifest of files that are there, each compressed in two ways', () => {
    assert.deepEqual(readAssets(folder), paths)
    for (const address of [...Object.values(paths.styles), ...Object.values(paths.favicon), paths.script]) {
      const content = readFileSync(file(address))
      assert.ok(content.equals(gunzipSync(readFileSync(file(address, '.gz')))))
      assert.ok(content.equals(brotliDecompressSync(readFileSync(file(address, '.br')))))
    }
  })

  it('keeps font, crest and crown of GOV.UK out of the plain theme', () => {
    const plain = readFileSync(file(paths.styles.plain), 'utf8')
    assert.deepEqual(plain.match(/@font-face|GDS Transport|crest|crown\.svg|url\("?\/assets\/fonts/gi), null)
    const govuk = readFileSync(file(paths.styles.govuk), 'utf8')
    assert.match(govuk, /GDS Transport/)
    for (const [, font] of govuk.matchAll(/url\("?\/assets\/((?:fonts|images)\/[^)"]+)/g))
      assert.ok(existsSync(join(govukFolder, font ?? '')))
    assert.deepEqual(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /woff|crest|crown/.test(name)),
      [],
    )
  })

  it('keeps a first view within 60 KB with its page', () => {
    const bytes = [paths.styles.plain, paths.script, paths.favicon.plain].map(
      (address) => readFileSync(file(address, '.gz')).length,
    )
    const total = bytes.reduce((sum, size) => sum + size, 0)
    assert.ok(total < 48_000, `${total} bytes leave less than 12 KB for the page`)
  })

  it('says what to run when nothing was built', () => {
    assert.throws(() => readAssets(join(folder, 'nowhere')), /run node src\/ui\/assets\/build\.ts/)
  })
})
