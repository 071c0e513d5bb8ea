import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import {
  type Instalment,
  type InstalmentProblem,
  type InstalmentTyped,
  openPence,
  readInstalments,
} from '../../../core/support/index.ts'
import type { Services } from '../../../platform/services.ts'
import { tellAward } from '../tell-award.ts'
import { scheduledMail } from './grants-mail.messages.ts'
import { type GrantDoing, holdGrant, type OpenedGrant } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'
import { insertSchedule } from './schedules.store.ts'

export type ScheduleProblem =
  | { readonly code: 'line'; readonly line: InstalmentProblem }
  | FieldProblem<'reason'>
  | { readonly code: 'none' | 'nothing-changes' | 'changed-meanwhile' }
  | { readonly code: 'beyond-award'; readonly pence: number; readonly awardPence: number }
  | { readonly code: 'below-claimed'; readonly line: number; readonly claimedPence: number }

type Asked = GrantDoing & {
  readonly typed: readonly InstalmentTyped[]
  readonly reason: string
  /** The number of the version that was on the page; 0 where there was none. */
  readonly shown: number
}

/**
 * Says in which instalments a grant is paid, or varies them, as a new version with its reason. They come to no more than
 * the award, and none to less than is claimed of it.
 *
 * @throws {NotFound} if this person does not run the fund
 */
export async function setInstalments(
  services: Services,
  actor: Actor,
  { typed, reason, shown, ...asked }: Asked,
): Promise<Result<null, ScheduleProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'team')
    const [last] = opened.grant.schedules
    if ((last?.number ?? 0) !== shown) return refused({ code: 'changed-meanwhile' })
    const read = readInstalments(typed)
    const why = readText('reason', reason, { most: 2000, needed: last !== undefined })
    if (!read.ok || !why.ok)
      return refused(
        ...(read.ok ? [] : read.problems.map((line) => ({ code: 'line' as const, line }))),
        ...(why.ok ? [] : why.problems),
      )
    const problem = whyNotFit(opened, read.value)
    if (problem !== undefined) return refused(problem)
    const number = shown + 1
    await insertSchedule(tx, opened.award.id, {
      number,
      reason: why.value,
      instalments: read.value,
      at: asked.at,
      by: opened.actor.personId,
    })
    await recordGrant(tx, opened, {
      action: 'grant.scheduled',
      at: asked.at,
      facts: { number, instalments: read.value.map(({ dueOn, pence }) => ({ dueOn, pence })) },
    })
    await tellAward(tx, services, opened.award, 'council', (say) => say(scheduledMail)(opened.award, number))
    return done(null)
  })
}

function whyNotFit({ award, grant }: OpenedGrant, instalments: readonly Instalment[]): ScheduleProblem | undefined {
  if (instalments.length === 0) return { code: 'none' }
  const pence = instalments.reduce((sum, each) => sum + each.pence, 0)
  if (pence > award.pounds * 100) return { code: 'beyond-award', pence, awardPence: award.pounds * 100 }
  for (const number of new Set(grant.claims.map((claim) => claim.instalment))) {
    const kept = instalments.find((each) => each.number === number)?.pence ?? 0
    const left = openPence({ number, pence: kept }, grant.claims)
    if (left < 0) return { code: 'below-claimed', line: number, claimedPence: kept - left }
  }
  return JSON.stringify(instalments.map(inOrder)) === JSON.stringify(grant.instalments.map(inOrder))
    ? { code: 'nothing-changes' }
    : undefined
}

const inOrder = ({ number, title, upon, dueOn, pence, condition }: Instalment) => [
  number,
  title,
  upon,
  dueOn,
  pence,
  condition,
]
