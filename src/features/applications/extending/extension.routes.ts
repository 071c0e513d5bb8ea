import { may } from '../../../core/permissions/index.ts'
import { hoursToExtendAfter } from '../../../core/rounds/index.ts'
import { ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { extensionsOf, findRound, type RoundPath, roundCrumbs } from '../../funds/index.ts'
import { extensionsPath } from '../applications.paths.ts'
import { type ExtensionTyped, extendDeadline } from './extend-deadline.ts'
import { type FieldText, givingProblemText, kindWords } from './extending.messages.ts'
import { extensionsPage } from './pages/extensions.ts'

const address = '/manage/funds/:fund/:round/extensions'

/** Giving more time, and what was given. */
export const extensionRoutes = (services: Services): Route[] => [
  get(address, 'fund:read', async (ask) => await showExtensions(services, ask, nothingTyped, [])),
  post(address, 'fund:edit', 'round.deadline-extended', async (ask) => {
    const typed = typedExtension(ask.form)
    const path = roundOf(ask)
    const result = await extendDeadline(services, {
      actor: ask.actor,
      path,
      typed,
      at: ask.receivedAt,
      origin: ask.origin,
    })
    if (!result.ok) return await showExtensions(services, ask, typed, result.problems.map(givingProblemText))
    return seeOther(extensionsPath(path.fundSlug, path.roundSlug), {
      flash: `${whoseDeadline(typed)} is now ${ukTimeWithZone(result.value.deadlineAt)}. It is published, and those who are writing are told.`,
    })
  }),
]

const whoseDeadline = ({ scope, reference }: ExtensionTyped): string =>
  scope === 'one' ? `The deadline of ${reference.trim().toUpperCase()}` : 'The deadline'

const roundOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const nothingTyped: ExtensionTyped = {
  scope: '',
  reference: '',
  kind: '',
  reason: '',
  notice: '',
  deadline: { day: '', month: '', year: '', clock: '' },
}

const typedExtension = (form: FormBody): ExtensionTyped => ({
  scope: form.line('scope'),
  reference: form.line('reference'),
  kind: form.line('kind'),
  reason: form.text('reason'),
  notice: form.text('notice'),
  deadline: {
    day: form.line('deadline-day'),
    month: form.line('deadline-month'),
    year: form.line('deadline-year'),
    clock: form.line('deadline-clock'),
  },
})

async function showExtensions(
  services: Services,
  ask: Ask,
  typed: ExtensionTyped,
  errors: readonly FieldText[],
): Promise<Answer> {
  const round = await findRound(services.db, ask.actor, 'fund:read', roundOf(ask))
  const { fund, deadlineAt, ownDeadlineAt } = round
  const given = await extensionsOf(services.db, round.id)
  const query = ask.query.get('application')
  const first = query === null ? typed : { ...typed, scope: 'one', kind: 'other', reference: query }
  return show(
    extensionsPage({
      caption: `${fund.name}: ${round.name}`,
      illustrative: round.illustrative,
      breadcrumbs: roundCrumbs(round),
      own: ownDeadlineAt === null ? 'Not set' : ukTimeWithZone(ownDeadlineAt),
      counts: deadlineAt === null ? 'Not set' : ukTimeWithZone(deadlineAt),
      given: given.map((each) => ({
        whose: each.leadName ?? 'Everyone',
        reference: each.reference ?? undefined,
        from: ukTimeWithZone(each.fromAt),
        to: ukTimeWithZone(each.deadlineAt, { seconds: each.lateAttemptId !== null }),
        why: each.kind === 'other' ? each.reason : `${kindWords[each.kind]}: ${each.reason}`,
        notice: each.notice,
        by: `${each.authorName}, at ${ukTime(each.givenAt)}`,
        letsInLate: each.lateAttemptId !== null,
      })),
      closed: closedWords(deadlineAt, ask.receivedAt),
      mayGive: may(ask.actor, 'fund:edit', round.fundId),
      errors,
      typed: errors.length > 0 ? typed : first,
      action: extensionsPath(fund.slug, round.slug),
      csrf: ask.csrf,
    }),
    { status: errors.length === 0 ? 200 : 400 },
  )
}

function closedWords(deadlineAt: Date | null, at: Date): string | undefined {
  if (deadlineAt === null) return 'The round has no deadline yet.'
  const until = new Date(deadlineAt.getTime() + hoursToExtendAfter * 3_600_000)
  return at > until
    ? `No more time can be given: the deadline was ${ukTimeWithZone(deadlineAt)}, and extensions ended ${hoursToExtendAfter} hours after it.`
    : undefined
}
