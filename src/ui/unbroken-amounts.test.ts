import assert from 'node:assert/strict'
import { it } from 'node:test'
import { unbrokenAmounts } from './unbroken-amounts.ts'

it('joins the minus of an amount within a sentence to its pounds, and nothing else', () => {
  for (const same of ['<td>-£2</td>', '<input value="from -£2">', '<textarea>it was -£2</textarea>', 'no markup: -£2'])
    assert.equal(unbrokenAmounts(same), same)
  assert.equal(
    unbrokenAmounts('<p title="a -£1">from -£31.9m to -£29.9m</p><td>-£3</td><p>\n-£4</p>'),
    '<p title="a -£1">from -\u2060£31.9m to -\u2060£29.9m</p><td>-£3</td><p>\n-\u2060£4</p>',
  )
})

it('takes no longer than the text of a page is long, however many amounts it has', () => {
  const text = '-£1 '.repeat(200_000)
  assert.equal(unbrokenAmounts(`<p>x ${text}</p>`).length, text.length + 200_000 + 9)
})
