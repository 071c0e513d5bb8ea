import { type ReminderDay, type ReturnMonths, reminderFor, returnStandings } from '../../../core/benefits/index.ts'
import { dayInWords, type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { type BenefitAward, everyAcceptedAward } from '../awards.store.ts'
import { aboutReturn, mailAboutReturn } from './mail-about-return.ts'
import { reminderMail } from './returning.messages.ts'
import { returnsOf, takeReminder } from './returns.store.ts'

type Due = { readonly months: ReturnMonths; readonly due: IsoDay; readonly days: ReminderDay }

/** Reminds councils of returns that are due and not made, a month and a week before the day and once after it, each time once. */
export async function remindReturns(services: Services): Promise<void> {
  const at = services.clock()
  const awards = await everyAcceptedAward(services.db)
  const versions = await returnsOf(
    services.db,
    awards.map(({ id }) => id),
  )
  for (const award of awards) {
    const own = versions.filter(({ awardId }) => awardId === award.id)
    for (const { months, due, last } of returnStandings(award.acceptedOn, own, isoDay(at))) {
      const days = last === undefined ? reminderFor(due, isoDay(at)) : undefined
      if (days !== undefined) await remind(services, award, { months, due, days }, at)
    }
  }
}

async function remind(services: Services, award: BenefitAward, { months, due, days }: Due, at: Date): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    if (!(await takeReminder(tx, { awardId: award.id, months, days, at }))) return
    const message = (say: Say) => say(reminderMail)(aboutReturn(services, award, months), dayInWords(due), days < 0)
    await mailAboutReturn(tx, services, award, { to: 'council', kind: 'benefits.return-due', words: message })
  })
}
