import type { Actor } from '../../core/permissions/index.ts'
import { personByEmail } from '../../features/accounts/index.ts'
import { reviewsOf } from '../../features/reviews/reviews.store.ts'
import { keepRun } from '../../features/reviews/runs/keep-run.ts'
import { runOf } from '../../features/reviews/runs/runs.store.ts'
import { costRuns } from '../../features/reviews/uncertainty/cost-runs.ts'
import { rankRuns } from '../../features/reviews/weighing/rank-runs.ts'
import type { Services } from '../../platform/services.ts'
import { seedPeopleByRole } from '../people.ts'
import { youthTitle } from './youth-service.ts'

/** Simulates the money of the made-up review and works its ranks out, as its lead would, unless that is done. */
export async function seedYouthRuns(services: Services): Promise<void> {
  const { db, clock } = services
  const lead = await personByEmail(db, seedPeopleByRole.lead.email)
  const reviews = lead === undefined ? [] : await reviewsOf(db, lead.id)
  const review = reviews.find(({ title }) => title === youthTitle)
  if (lead === undefined || review === undefined) return
  const actor: Actor = {
    kind: 'person',
    personId: lead.id,
    sessionId: '',
    email: lead.email,
    name: lead.name,
    heldRoles: [],
    memberships: [],
    secondStep: 'not-needed',
  }
  const { reference } = review
  const isMade = async ({ table }: Pick<typeof costRuns | typeof rankRuns, 'table'>): Promise<boolean> =>
    (await runOf(db, table, review.id, undefined)) !== undefined
  if (!(await isMade(rankRuns))) await keepRun(services, actor, rankRuns, { reference, at: clock() })
  if (!(await isMade(costRuns))) await keepRun(services, actor, costRuns, { reference, at: clock() })
}
