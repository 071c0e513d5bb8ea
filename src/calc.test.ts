import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./calc.ts', import.meta.url))

/** Runs the program as npm does, with a case on its standard input. */
function calc(name: readonly string[], input: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...name], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { status, stdout, stderr }
}

const form = {
  id: 'f',
  title: 'Ffurflen',
  pages: [
    { id: 'p', title: 'P', questions: [{ id: 'why', type: 'long-text', label: 'Why', required: true, maxWords: 500 }] },
  ],
}

const formWith = (answers: object) => JSON.stringify({ form, answers })

describe('the command line of the calculators', () => {
  it('prints one JSON object and exits 0', () => {
    const { status, stdout, stderr } = calc(['form'], formWith({ why: 'Tŷ 👍' }))
    assert.equal(stderr, '')
    assert.equal(status, 0)
    assert.equal(stdout, '{"valid":true,"problems":[],"visible":["why"],"outcome":null,"failed":[],"caveats":[]}\n')
  })

  it('exits 0 for answers that are wrong, which is what it was asked', () => {
    const { status, stdout } = calc(['form'], formWith({}))
    assert.equal(status, 0)
    assert.deepEqual(JSON.parse(stdout).problems, [
      { question: 'why', code: 'missing', text: 'Enter why', field: 'why' },
    ])
  })

  it('exits 2 with problems on standard output for input that does not fit', () => {
    const cases: readonly (readonly [string | Uint8Array, string])[] = [
      ['{"form":', ''],
      ['', ''],
      [Uint8Array.from([0x22, 0xff, 0x22]), ''],
      ['[1]', ''],
      [JSON.stringify({ form: { ...form, pages: 'none' } }), '/form/pages'],
      [formWith({ who: 'x' }), '/answers/who'],
    ]
    for (const [input, at] of cases) {
      const { status, stdout, stderr } = calc(['form'], input)
      assert.equal(stderr, '')
      assert.equal(status, 2)
      assert.deepEqual(
        JSON.parse(stdout).problems.map((problem: { at: string }) => problem.at),
        [at],
      )
    }
  })

  it('exits 2 for a name that it does not know, and lists those that it does', () => {
    for (const name of [['nonsense'], ['constructor'], []]) {
      const { status, stdout } = calc(name, '{}')
      assert.equal(status, 2)
      assert.match(JSON.parse(stdout).problems[0].text, /There is: .*\bform\b/)
    }
  })

  it('prints the same bytes every time', () => {
    const outputs = [1, 2, 3].map(() => calc(['form'], formWith({ why: 'gair '.repeat(501) })).stdout)
    assert.equal(new Set(outputs).size, 1)
    assert.match(outputs[0] ?? '', /500 words or fewer. You have used 501/)
  })

  it('says that an answer of ten million characters is too long', () => {
    const { status, stdout } = calc(['form'], formWith({ why: 'x '.repeat(5_000_000) }))
    assert.equal(status, 0)
    assert.deepEqual(
      JSON.parse(stdout).problems.map((problem: { code: string }) => problem.code),
      ['too-long'],
    )
  })
})
