import assert from 'node:assert/strict'
import { it } from 'node:test'
import { retentionRules, ruleName } from './index.ts'

it('names every rule by which something goes in words of its own, and none by a table', () => {
  const going = retentionRules.filter(({ period }) => period !== undefined)
  assert.ok(going.length > 10)
  const names = going.map(ruleName)
  assert.equal(new Set(names).size, names.length)
  for (const rule of going) {
    assert.notEqual(rule.name, undefined, rule.id)
    for (const table of Object.keys(rule.holds)) assert.ok(!ruleName(rule).includes(table), rule.id)
  }
})
