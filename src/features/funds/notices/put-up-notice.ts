import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/read-timetable.ts'
import { deadlinesSpoilt } from '../../../core/rounds/service-notice.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { publishedRounds } from '../funds.store.ts'
import { refreshNotices } from './current-notices.ts'
import { insertNotice, markTakenDown } from './notices.store.ts'

export type NoticeTyped = {
  readonly text: string
  readonly starts: MomentTyped
  readonly ends: MomentTyped
  /** Put up although it spoils a deadline. */
  readonly anyway: boolean
}

export type NoticeProblem =
  | { readonly code: 'notice-text-missing' | 'notice-too-long' | 'starts-missing' | 'ends-missing' | 'ends-too-early' }
  | { readonly code: 'moment'; readonly end: 'starts' | 'ends'; readonly problem: MomentProblem }
  | { readonly code: 'spoils-deadline'; readonly fund: string; readonly round: string; readonly deadlineAt: Date }

/** The most characters of a notice: it stands on every page. */
export const longestNotice = 300

/**
 * Puts a notice on every page of the service from one time to another. One that spoils the deadline of a round says so
 * first, and goes up only when that is meant.
 *
 * @throws {NotFound} for whoever runs neither a fund nor the service
 */
export async function putUpNotice(
  services: Services,
  { actor, typed, at }: { readonly actor: Actor; readonly typed: NoticeTyped; readonly at: Date },
): Promise<Result<undefined, NoticeProblem>> {
  if (actor.kind !== 'person') throw notFound('notice')
  const read = readTyped(typed, at)
  if (!read.ok) return read
  const spoilt = typed.anyway ? [] : deadlinesSpoilt(read.value, await publishedRounds(services.db))
  const problems = spoilt.flatMap(({ fund, name, deadlineAt }): readonly NoticeProblem[] =>
    deadlineAt === null ? [] : [{ code: 'spoils-deadline', fund: fund.name, round: name, deadlineAt }],
  )
  if (problems.length > 0) return refused(...problems)
  const id = services.newId()
  await services.db.transaction().execute(async (tx) => {
    await insertNotice(tx, { id, ...read.value, createdAt: at, authorId: actor.personId })
    await recordEvent(tx, {
      action: 'service.notice-put-up',
      actorId: actor.personId,
      objectType: 'notice',
      objectId: id,
      at,
      facts: {
        text: read.value.text,
        startsAt: read.value.startsAt.toISOString(),
        endsAt: read.value.endsAt.toISOString(),
        anyway: typed.anyway,
      },
    })
  })
  await refreshNotices(services)
  return done(undefined)
}

function readTyped(
  { text, starts, ends }: NoticeTyped,
  at: Date,
): Result<{ readonly text: string; readonly startsAt: Date; readonly endsAt: Date }, NoticeProblem> {
  const problems: NoticeProblem[] = []
  const words = text.trim()
  if (words === '') problems.push({ code: 'notice-text-missing' })
  if (words.length > longestNotice) problems.push({ code: 'notice-too-long' })
  const [from, to] = [readMoment('opensAt', starts, true), readMoment('deadlineAt', ends, true)]
  for (const [end, moment] of [
    ['starts', from],
    ['ends', to],
  ] as const) {
    if (!moment.ok) problems.push(...moment.problems.map((problem) => ({ code: 'moment' as const, end, problem })))
    else if (moment.value === null) problems.push({ code: `${end}-missing` })
  }
  const [startsAt, endsAt] = [from.ok ? from.value?.at : undefined, to.ok ? to.value?.at : undefined]
  if (startsAt !== undefined && endsAt !== undefined && (endsAt <= startsAt || endsAt <= at)) {
    problems.push({ code: 'ends-too-early' })
  }
  if (startsAt === undefined || endsAt === undefined || problems.length > 0) return refused(...problems)
  return done({ text: words, startsAt, endsAt })
}

/** Takes a notice down before its time. @throws {NotFound} if there is none */
export async function takeDownNotice(
  services: Services,
  { actor, id, at }: { readonly actor: Actor; readonly id: string; readonly at: Date },
): Promise<void> {
  if (actor.kind !== 'person') throw notFound('notice')
  await services.db.transaction().execute(async (tx) => {
    if (!(await markTakenDown(tx, id, at, actor.personId))) throw notFound('notice')
    await recordEvent(tx, {
      action: 'service.notice-taken-down',
      actorId: actor.personId,
      objectType: 'notice',
      objectId: id,
      at,
      facts: {},
    })
  })
  await refreshNotices(services)
}
