import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import {
  type Instalment,
  type InstalmentProblem,
  type InstalmentTyped,
  openPence,
  penceOfLines,
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
  | { readonly code: 'beyond-award'; readonly line: number; readonly pence: number; readonly awardPence: number }
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
    const unread = read.ok ? [] : read.problems.map((line) => ({ code: 'line', line }) as const)
    const wrong = [...unread, ...sumsNotFit(opened, typed), ...(why.ok ? [] : why.problems)]
    if (!read.ok || !why.ok || wrong.length > 0) return refused<ScheduleProblem>(...wrong)
    if (read.value.length === 0) return refused({ code: 'none' })
    if (isAsBefore(opened, read.value)) return refused({ code: 'nothing-changes' })
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

type LineProblem = Extract<ScheduleProblem, { readonly line: unknown }>

/** What does not fit of the amounts that can be read: all of them together, and each beside what is claimed of it. */
function sumsNotFit({ award, grant }: OpenedGrant, typed: readonly InstalmentTyped[]): readonly LineProblem[] {
  const lines = penceOfLines(typed)
  const awardPence = award.pounds * 100
  const pence = lines.reduce((sum, each) => sum + each.pence, 0)
  const beyond: readonly LineProblem[] =
    pence > awardPence ? [{ code: 'beyond-award', line: lineBeyond(lines, awardPence), pence, awardPence }] : []
  const below = lines.flatMap(({ line, pence: kept }): readonly LineProblem[] => {
    const left = openPence({ number: line, pence: kept }, grant.claims)
    return left < 0 ? [{ code: 'below-claimed', line, claimedPence: kept - left }] : []
  })
  return [...beyond, ...below]
}

/** The line with which amounts come to more than a sum. */
function lineBeyond(lines: ReturnType<typeof penceOfLines>, most: number): number {
  let sum = 0
  for (const { line, pence } of lines) {
    sum += pence
    if (sum > most) return line
  }
  return 1
}

const isAsBefore = ({ grant }: OpenedGrant, instalments: readonly Instalment[]): boolean =>
  JSON.stringify(instalments.map(inOrder)) === JSON.stringify(grant.instalments.map(inOrder))

const inOrder = ({ number, title, upon, dueOn, pence, condition }: Instalment) => [
  number,
  title,
  upon,
  dueOn,
  pence,
  condition,
]
