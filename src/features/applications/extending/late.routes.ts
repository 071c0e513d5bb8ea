import { notFound } from '../../../core/errors.ts'
import { may, type Permission } from '../../../core/permissions/index.ts'
import { ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { answerSummary } from '../../forms/index.ts'
import { findRound, type RoundInFund, roundCrumbs } from '../../funds/index.ts'
import { latePath, lateSubmissionsPath } from '../applications.paths.ts'
import {
  type ListedAttempt,
  lateAttemptById,
  lateAttemptsOf,
  lateReference,
  receivedCounts,
} from '../submitting/late-attempts.store.ts'
import { type FieldText, letInProblemText } from './extending.messages.ts'
import { letInLate } from './let-in-late.ts'
import { lateListPage, latePage } from './pages/late.ts'

const address = '/manage/funds/:fund/:round/late'

/** What came after the deadline, and letting it in for a reason. */
export const lateRoutes = (services: Services): Route[] => [
  get(address, 'application:list', async (ask) => await listLate(services, ask)),
  get(`${address}/:attempt`, 'application:list', async (ask) => await showLate(services, ask, '', [])),
  post(`${address}/:attempt`, 'fund:edit', 'round.deadline-extended', async (ask) => {
    const path = { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') }
    const reason = ask.form.text('reason')
    const result = await letInLate(services, {
      actor: ask.actor,
      path,
      attemptId: param(ask, 'attempt'),
      reason,
      at: ask.receivedAt,
      origin: ask.origin,
    })
    if (!result.ok) return await showLate(services, ask, reason, result.problems.map(letInProblemText))
    return seeOther(lateSubmissionsPath(path.fundSlug, path.roundSlug), {
      flash: `Application ${result.value.reference} is let in. The extension is published with your reason.`,
    })
  }),
]

const roundFor = async ({ db }: Services, ask: Ask, permission: Permission): Promise<RoundInFund> =>
  await findRound(db, ask.actor, permission, { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

async function listLate(services: Services, ask: Ask): Promise<Answer> {
  const round = await roundFor(services, ask, 'application:list')
  const { fund, slug } = round
  const attempts = await lateAttemptsOf(services.db, round.id)
  return show(
    lateListPage({
      caption: `${fund.name}: ${round.name}`,
      illustrative: round.illustrative,
      breadcrumbs: roundCrumbs(round),
      counts: await receivedCounts(services.db, round.id),
      attempts: attempts.map((attempt) => ({
        reference: lateReference(attempt.reference, attempt.number),
        href: latePath(fund.slug, slug, attempt.id),
        lead: attempt.leadName,
        received: ukTimeWithZone(attempt.receivedAt, { seconds: true }),
        lateBy: lateByWords(attempt.receivedAt.getTime() - attempt.deadlineAt.getTime()),
        state: stateOf(attempt),
      })),
    }),
  )
}

function stateOf({ letInAt, state, complete }: ListedAttempt): string {
  if (letInAt !== null) return `Let in at ${ukTime(letInAt)}`
  if (state === 'submitted') return 'Submitted since'
  return complete ? 'Refused' : 'Refused, and not complete'
}

/** @example lateByWords(61_000) // => '1 minute 1 second' */
export function lateByWords(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds === 0) return 'less than a second'
  const units = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const
  return units
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ')
}

async function showLate(services: Services, ask: Ask, reason: string, errors: readonly FieldText[]): Promise<Answer> {
  const { db } = services
  const round = await roundFor(services, ask, 'application:list')
  const attempt = await lateAttemptById(db, round.id, param(ask, 'attempt'))
  if (attempt === undefined) throw notFound('late submission')
  const listed = (await lateAttemptsOf(db, round.id)).find(({ id }) => id === attempt.id)
  if (listed === undefined) throw notFound('late submission')
  const { fund, slug } = round
  return show(
    latePage({
      reference: lateReference(attempt.reference, attempt.number),
      caption: `${fund.name}: ${round.name}`,
      illustrative: round.illustrative,
      breadcrumbs: [...roundCrumbs(round), { text: 'Late submissions', href: lateSubmissionsPath(fund.slug, slug) }],
      facts: [
        { name: 'Lead authority', value: attempt.content.lead.name },
        { name: 'Deadline', value: ukTimeWithZone(attempt.deadlineAt, { seconds: true }) },
        { name: 'Received', value: ukTimeWithZone(attempt.receivedAt, { seconds: true }) },
        { name: 'Late by', value: lateByWords(attempt.receivedAt.getTime() - attempt.deadlineAt.getTime()) },
        { name: 'Sent by', value: `${listed.attemptedByName} (${listed.contact})` },
        {
          name: 'Complete',
          value: attempt.complete ? 'Yes: only the time stopped it' : 'No: it would have been refused anyway',
        },
        { name: 'State', value: stateOf(listed) },
      ],
      sha256: attempt.sha256,
      pages: attempt.content.pages.map((page) => ({ title: page.title, summary: answerSummary(page) })),
      stopped: stoppedBy(listed),
      mayLetIn: may(ask.actor, 'fund:edit', round.fundId),
      reason,
      errors,
      action: latePath(fund.slug, slug, attempt.id),
      csrf: ask.csrf,
    }),
    { status: errors.length === 0 ? 200 : 400 },
  )
}

function stoppedBy({ letInAt, state, complete }: ListedAttempt): string | undefined {
  if (letInAt !== null || state === 'submitted') return 'The application has been submitted.'
  return complete
    ? undefined
    : 'It was not complete, so it cannot be let in. Give the authority more time to finish it.'
}
