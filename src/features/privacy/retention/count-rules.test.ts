import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { retentionRules } from '../../../core/privacy/index.ts'
import { isRowRule } from './due-rows.ts'
import { countRule } from './retention.store.ts'

it('can ask of every rule what is due by it: its tables have the columns that it names', async (t) => {
  const { db } = await freshDatabase(lastFirst(t))
  const rules = retentionRules.filter(isRowRule)
  assert.ok(rules.length > 5)
  const now = new Date()
  for (const rule of rules)
    await assert.doesNotReject(async () => assert.equal((await countRule(db, rule, now, now)).due, 0), rule.id)
})
