import { type ReminderDay, reminderFor } from '../../../core/benefits/index.ts'
import { type StatementDue, statementDue } from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { personByEmail } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import { signersOf } from '../../decisions/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { supportedAward } from '../packages/awards.store.ts'
import { councilSupportPath } from '../support.paths.ts'
import { withLink } from '../tell-sides.ts'
import { statementDueMail } from './grants-mail.messages.ts'
import { type GrantToAccount, grantsToAccount, noteStatementReminder } from './statement-reminders.store.ts'

/** The job that looks every morning for statements that are due. */
export const remindOfStatementsJob = 'remind-of-grant-statements'

/**
 * Reminds the finance officers of councils to state what was spent of their grants: a month and a week before the day by which
 * it is due and once after it, each time once.
 */
export async function remindOfStatements(services: Services): Promise<void> {
  const at = services.clock()
  for (const grant of await grantsToAccount(services.db)) {
    const owed = statementDue(grant, isoDay(at))
    const days = owed && reminderFor(owed.due, isoDay(at))
    if (owed !== undefined && days !== undefined)
      await services.db
        .transaction()
        .execute(async (tx) => await remindOfficer(tx, services, grant, { ...owed, days, at }))
  }
}

/** Writes to whoever signs for the finance of the council, by the address under which it named them. */
async function remindOfficer(
  tx: Tx,
  services: Services,
  { awardId, reference }: GrantToAccount,
  { due, until, days, at }: StatementDue & { readonly days: ReminderDay; readonly at: Date },
): Promise<void> {
  const award = await supportedAward(tx, reference)
  const officer = (await signersOf(tx, awardId)).find(({ role }) => role === 'section-151')
  if (award === undefined || officer === undefined) return
  if (!(await noteStatementReminder(tx, { awardId, dueOn: due, days, at }))) return
  const person = await personByEmail(tx, officer.email)
  const address = `${originForMail(services.config)}${councilSupportPath(reference)}`
  await queueAbout(tx, services, award, {
    kind: 'support.grant-statement-due',
    recipient: officer.email,
    personId: person?.id ?? null,
    words: (say) => withLink(say(statementDueMail)(award, { due, until, isOverdue: days < 0 }), address),
  })
}
