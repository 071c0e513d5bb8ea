import { cutoff, retentionRules, switchStand } from '../../../core/privacy/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { anonymisePerson } from '../anonymising/anonymise-person.ts'
import { isRowRule } from './due-rows.ts'
import { insertRun, lockSwitch, peopleDue, sweepRule } from './retention.store.ts'

/** The most people made anonymous in a night. */
const mostPeople = 200

/**
 * Does what the rules say is due, if retention is switched on, in one transaction with its record. People come first: each
 * by themselves, so that one who is kept by something stops nobody else.
 */
export async function carryOut(services: Services): Promise<void> {
  const { db, clock, newId } = services
  const at = clock()
  const on = await db.transaction().execute(async (tx) => switchStand(await lockSwitch(tx)).on)
  if (!on) return
  const people = await anonymiseDue(services, at)
  await db.transaction().execute(async (tx) => {
    if (!switchStand(await lockSwitch(tx)).on) return
    const went: Record<string, number> = { person: people }
    for (const rule of retentionRules.filter(isRowRule))
      went[rule.id] = await sweepRule(tx, rule, cutoff(rule.period, at))
    await insertRun(tx, { id: newId(), ranAt: at, went })
    const event = { action: 'retention.carried-out', actorId: null, objectType: 'retention', objectId: 'service' }
    await recordEvent(tx, { ...event, at, facts: went })
  })
}

async function anonymiseDue(services: Services, at: Date): Promise<number> {
  const rule = retentionRules.find(({ sweep }) => sweep?.clock === 'person')
  if (rule?.period === undefined) return 0
  let count = 0
  const asked = { before: cutoff(rule.period, at), today: isoDay(at), most: mostPeople }
  for (const personId of await peopleDue(services.db, asked)) {
    const result = await anonymisePerson(services, { personId, actor: null, reason: 'retention', at })
    if (result.ok) count += 1
  }
  return count
}
