import { cutoff, retentionRules } from '../../../core/privacy/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isRowRule } from './due-rows.ts'
import { countPeople, countRule, type RuleCount } from './retention.store.ts'

const soonDays = 90

/** What each rule that the service carries out would do at an instant: nothing is changed. */
export async function dryRun(
  db: Database,
  at: Date,
): Promise<readonly { readonly rule: (typeof retentionRules)[number]; readonly count: RuleCount }[]> {
  const soon = new Date(at.getTime() + soonDays * 24 * 3_600_000)
  const found = []
  for (const rule of retentionRules) {
    if (rule.period === undefined || rule.sweep === undefined) continue
    const [before, next] = [cutoff(rule.period, at), cutoff(rule.period, soon)]
    const count = isRowRule(rule)
      ? await countRule(db, rule, before, next)
      : await countPeople(db, before, next, isoDay(at))
    found.push({ rule, count })
  }
  return found
}
