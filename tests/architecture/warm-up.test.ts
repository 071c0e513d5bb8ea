import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'

it('is compiled ahead under the options with which it starts: Node takes nothing that was compiled under others', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Readonly<Record<'start' | 'postinstall', string>>
  }
  const optionsOf = (script: string, file: string) =>
    [...(new RegExp(`node ((?:--\\S+ )*)src/${file}`).exec(script) ?? assert.fail(script))][1]
  assert.notEqual(optionsOf(scripts.start, 'web.ts'), '')
  assert.equal(optionsOf(scripts.postinstall, 'warm-up.ts'), optionsOf(scripts.start, 'web.ts'))
})
