import type { ReminderProblem } from '../../core/rounds/reminder.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { changeReminders } from './change-reminders.ts'
import type { Words } from './fields.messages.ts'
import { findRound, type RoundPath } from './find-round.ts'
import { reminderProblemWords } from './funds.messages.ts'
import { manageRoundPath, roundPagePath } from './funds.paths.ts'
import { remindersPage } from './pages/reminders.ts'

const address = '/manage/funds/:fund/:round/reminders'

/** When people with drafts are reminded of the deadline. */
export const reminderRoutes = (services: Services): Route[] => [
  get(address, 'fund:edit', async (ask) => await showReminders(services, ask, undefined, [])),
  post(address, 'fund:edit', 'round.reminders-changed', async (ask) => {
    const typed = ask.form.line('hours')
    const path = pathOf(ask)
    const result = await changeReminders(services, { actor: ask.actor, path, typed, at: ask.receivedAt })
    if (!result.ok) return await showReminders(services, ask, typed, result.problems)
    return seeOther(manageRoundPath(path.fundSlug, path.roundSlug), { flash: 'The reminders are saved.' })
  }),
]

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

async function showReminders(
  { db }: Services,
  ask: Ask,
  typed: string | undefined,
  problems: readonly ReminderProblem[],
): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'fund:edit', pathOf(ask))
  const { fund, slug, deadlineAt, reminderHours } = round
  const errors: readonly Words[] = problems.map(reminderProblemWords)
  return show(
    remindersPage({
      round,
      typed: typed ?? reminderHours.join(', '),
      times:
        deadlineAt === null ? [] : reminderHours.map((hours) => new Date(deadlineAt.getTime() - hours * 3_600_000)),
      errors,
      action: roundPagePath(fund.slug, slug, 'reminders'),
      backHref: manageRoundPath(fund.slug, slug),
      csrf: ask.csrf,
    }),
    { status: errors.length === 0 ? 200 : 400 },
  )
}
