import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plainMarkdown } from './plain-markdown.ts'

it('says Markdown in plain lines: one for each paragraph or item, links with their addresses', () => {
  assert.deepEqual(
    plainMarkdown(
      '## Why\n\nSay **why**, *soon*, as in\n[the guide](https://a.example/x "t").\n\n* one `two`\n+ three\n1. four\n\n> quoted\nSee [https://b.example](https://b.example)',
    ),
    [
      'Why',
      'Say why, soon, as in the guide (https://a.example/x).',
      '- one two',
      '- three',
      '1. four',
      'quoted See https://b.example',
    ],
  )
})

it('leaves alone what only looks like a mark', () => {
  for (const line of ['2 * 3 * 4', 'snake_case_name', 'a\\*b', '5 - 3', '£1_000'])
    assert.deepEqual(plainMarkdown(line), [line.replace('\\', '')])
  assert.deepEqual(plainMarkdown(''), [])
})
