import assert from 'node:assert/strict'
import { it } from 'node:test'
import { markEnd, markStart } from './found.ts'
import { plainExcerpt } from './plain-excerpt.ts'

it('takes out headings, emphasis, links and tables, wherever it was cut', () => {
  for (const [cut, words] of [
    ['Guide ## Who can **apply**\n\nSee [the rules](https://a.exam', 'Guide Who can apply See the rules'],
    ['rules](https://a.example "t") of the **fund', 'rules of the fund'],
    ['## One\n### Two\nand three ##', 'One Two and three'],
    ['| Day | Step |\n| --- | --- |\n| Monday | Open |', 'Day Step Monday Open'],
    ['1. first\n2. `second`', '1. first 2. second'],
  ] as const)
    assert.equal(plainExcerpt(cut), words)
})

it('keeps what is marked, and what only looks like a mark', () => {
  const found = `${markStart}apply${markEnd}`
  assert.equal(plainExcerpt(`## How to\n\n**${found}** [now](/${found})`), `How to ${found} now`)
  for (const words of ['2 * 3', 'Question #4', 'C#', 'a [note] here', '<script>'])
    assert.equal(plainExcerpt(words), words)
})
