import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { calculators, solverCalculators } from '../../src/core/calculators/index.ts'
import { root } from './source-files.ts'

const readme = await readFile(join(root, 'README.md'), 'utf8')

describe('the README', () => {
  it('names every benchmark', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object }
    const benchmarks = Object.keys(scripts).filter((name) => name.startsWith('bench:') && name !== 'bench:web')
    assert.ok(benchmarks.length > 0)
    assert.deepEqual(
      benchmarks.filter((name) => !readme.includes(`\`npm run ${name}\``)),
      [],
    )
  })

  it('names every calculator', () => {
    const names = [...Object.keys(calculators), ...Object.keys(solverCalculators)].sort()
    assert.ok(readme.includes(names.map((name) => `\`${name}\``).join(', ')), names.join(', '))
  })
})

describe('every document', () => {
  it('leads to files that are there', async () => {
    const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
    const below = await readdir(join(root, 'docs'), { recursive: true })
    documents.push(...below.filter((name) => name.endsWith('.md')).map((name) => join('docs', name)))
    const lost = documents.flatMap((document) => {
      const text = readFileSync(join(root, document), 'utf8')
      const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)].map(([, path]) => path ?? '')
      return targets
        .filter((path) => !existsSync(join(root, dirname(document), path)))
        .map((path) => `${document}: ${path}`)
    })
    assert.deepEqual(lost, [])
  })
})
