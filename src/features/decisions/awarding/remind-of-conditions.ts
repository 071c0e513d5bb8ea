import { conditionReminder, reminderDays } from '../../../core/awards/index.ts'
import { addDays, isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { roundById } from '../../funds/index.ts'
import { conditionsDueMail } from './award-mail.messages.ts'
import { awardByReference } from './awards.store.ts'
import { type ConditionInForce, conditionsDue, noteReminder } from './condition-reminders.store.ts'
import { mailCouncil, ofAward } from './mail-council.ts'

/** The job that looks every morning for conditions that are due soon. */
export const remindOfConditionsJob = 'remind-of-conditions'

/** Reminds councils of conditions of their awards a month before, a week before and on the day: of each once. */
export async function remindOfConditions(services: Services): Promise<void> {
  const { db, clock } = services
  const on = isoDay(clock())
  const due = await conditionsDue(db, { from: on, to: addDays(on, reminderDays[0]) })
  for (const conditions of Map.groupBy(due, ({ awardId }) => awardId).values())
    await db.transaction().execute(async (tx) => await remindCouncil(tx, services, conditions))
}

/** One message about all of an award that is to be reminded of now. */
async function remindCouncil(tx: Tx, services: Services, conditions: readonly ConditionInForce[]): Promise<void> {
  const at = services.clock()
  const untold: ConditionInForce[] = []
  for (const condition of conditions) {
    const days = conditionReminder(condition.dueOn, isoDay(at))
    if (days === undefined) continue
    const reminder = { ...condition, conditionSha256: services.sha256(condition.text), days, at }
    if (await noteReminder(tx, reminder)) untold.push(condition)
  }
  const [first] = untold
  if (first === undefined) return
  const award = await awardByReference(tx, first.reference)
  const round = award && (await roundById(tx, award.roundId))
  if (award === undefined || round === undefined) return
  const mail = (say: Say) => say(conditionsDueMail)(ofAward(services, round, award), untold)
  await mailCouncil(tx, services, round, award, { kind: 'conditions-due', words: mail })
}
