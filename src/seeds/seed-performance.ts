import { addDays, isoDay } from '../core/time/day.ts'
import { personByEmail } from '../features/accounts/index.ts'
import { recordEvent } from '../features/audit/index.ts'
import { fundBySlug } from '../features/funds/index.ts'
import { hasMadeUpFeedback, insertCost, insertFeedback } from '../features/home/performance/performance.store.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { finishedFundSlug } from './finished-round.ts'
import { seedPeopleByRole } from './people.ts'

/** So many days ago as many people said each of these. Of each month enough are, and enough are not, satisfied to be told. */
const answeredDaysAgo = [2, 32, 62] as const
const ratings = [5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 2, 1] as const

/** What running the fund was said to cost, so many days ago, in whole pounds. */
const costs = [
  { daysAgo: 2, pounds: 5_400 },
  { daysAgo: 32, pounds: 4_100 },
  { daysAgo: 62, pounds: 3_800 },
] as const

/** Makes up what people thought of the service and what one made-up fund cost to run, unless that is done. */
export async function seedPerformance({ db, clock }: Services): Promise<void> {
  const at = clock()
  await db.transaction().execute(async (tx) => {
    if (await hasMadeUpFeedback(tx)) return
    for (const days of answeredDaysAgo)
      for (const rating of ratings)
        await insertFeedback(tx, { on: addDays(isoDay(at), -days), after: 'page', rating, illustrative: true })
    await seedCosts(tx, at)
  })
}

async function seedCosts(tx: Tx, at: Date): Promise<void> {
  const fund = await fundBySlug(tx, finishedFundSlug)
  const person = await personByEmail(tx, seedPeopleByRole.programme.email)
  if (fund === undefined || person === undefined) return
  for (const { daysAgo, pounds } of costs) {
    const facts = { month: addDays(isoDay(at), -daysAgo).slice(0, 7), pounds, source: 'Made up, as everything here' }
    await insertCost(tx, { ...facts, fundId: fund.id, at, by: person.id })
    await recordEvent(tx, {
      action: 'service.cost-entered',
      actorId: person.id,
      fundId: fund.id,
      objectType: 'fund',
      objectId: fund.id,
      at,
      facts,
    })
  }
}
