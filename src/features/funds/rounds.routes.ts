import { may } from '../../core/permissions/index.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import {
  assessorHoursPerDay,
  interviewsExpected,
  panelHoursPerDay,
  workloadPlan,
} from '../../core/rounds/plan-workload.ts'
import { publishList } from '../../core/rounds/publish-list.ts'
import type { RoundTyped } from '../../core/rounds/read-round.ts'
import {
  type MomentTyped,
  roundDays,
  roundInstants,
  type TimetableTyped,
  typedTimetable,
} from '../../core/rounds/read-timetable.ts'
import type { Round, RoundInFund } from '../../core/rounds/round.ts'
import { openGates } from '../../core/rules/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { roundWorkload } from '../../core/workload/round-workload.ts'
import { seeOther, show } from '../../platform/http/answer.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { changeRound } from './change-round.ts'
import { changeTimetable } from './change-timetable.ts'
import { findUnapproved } from './check-approvals.ts'
import type { CountApplications } from './count-applications.ts'
import { type CopyPages, createRound } from './create-round.ts'
import { fieldName, instantWords, type Words } from './fields.messages.ts'
import { findFund, findRound, type RoundPath } from './find-round.ts'
import { publishProblemWords, roundProblemWords, timetableProblemWords } from './funds.messages.ts'
import { manageFundPath, manageRoundPath, newRoundPath, roundPagePath } from './funds.paths.ts'
import { invitationCountsOf } from './invitations.store.ts'
import { publishPage } from './pages/publish.ts'
import { roundPage } from './pages/round.ts'
import { type RoundFormModel, roundFormPage } from './pages/round-form.ts'
import { timetableFormPage } from './pages/timetable-form.ts'
import { workloadPage } from './pages/workload.ts'
import { publishRound } from './publish-round.ts'
import { publishFacts, readSealing } from './sealing/read-sealing.ts'
import type { SealingSeams } from './sealing/sealing-seams.ts'
import { timetableWarningWords } from './workload.messages.ts'

type TypedRound = RoundTyped & { readonly reason: string }
type TypedTimetable = TimetableTyped & { readonly reason: string }

/** What a new round starts with: the numbers that the database gives one too. */
const firstTyped: TypedRound = {
  name: '',
  slug: '',
  contactEmail: '',
  eligibleKinds: [],
  hoursToApply: '12',
  expectedLow: '20',
  expected: '40',
  expectedHigh: '80',
  assessors: '10',
  assessorsPerApplication: '3',
  minutesPerApplication: '60',
  panelMembers: '4',
  interviewMinutes: '60',
  reason: '',
}

const roundFields = Object.keys(firstTyped).filter((field) => field !== 'eligibleKinds' && field !== 'reason')

const typedRound = (form: FormBody): TypedRound => ({
  ...firstTyped,
  ...Object.fromEntries(roundFields.map((field) => [field, form.line(fieldName(field))])),
  eligibleKinds: form.all(fieldName('eligibleKinds')),
  reason: form.text('reason'),
})

const typedAgain = (round: Round): TypedRound => ({
  ...firstTyped,
  ...Object.fromEntries(roundFields.map((field) => [field, String(round[field as keyof Round])])),
  eligibleKinds: round.eligibleKinds,
})

function typedTimes(form: FormBody): TypedTimetable {
  const moment = (field: string): MomentTyped => {
    const part = (name: string): string => form.line(`${fieldName(field)}-${name}`)
    return { day: part('day'), month: part('month'), year: part('year'), clock: part('clock') }
  }
  const moments = [...roundInstants, ...roundDays].map((field) => [field, moment(field)])
  return { ...(Object.fromEntries(moments) as TimetableTyped), reason: form.text('reason') }
}

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const pageOf = ({ fundSlug, roundSlug }: RoundPath, page: Parameters<typeof roundPagePath>[2]): string =>
  roundPagePath(fundSlug, roundSlug, page)

const manageOf = ({ fundSlug, roundSlug }: RoundPath): string => manageRoundPath(fundSlug, roundSlug)

const warningsOf = (round: RoundInFund, at: Date): readonly string[] =>
  timetableWarningWords(roundWorkload(workloadPlan(round, round.fund, at)).warnings)

const createForm = async (
  services: Services,
  ask: Ask,
  typed: TypedRound | undefined,
  errors: readonly Words[],
  status: number,
) => {
  const fund = await findFund(services.db, ask.actor, 'fund:edit', param(ask, 'fund'))
  const copyOf = ask.form.line('copy') || (ask.query.get('copy') ?? '')
  const original =
    copyOf === ''
      ? undefined
      : await findRound(services.db, ask.actor, 'fund:edit', { fundSlug: fund.slug, roundSlug: copyOf })
  const start = original === undefined ? firstTyped : { ...typedAgain(original), name: '', slug: '' }
  const page = roundFormPage({
    typed: typed ?? start,
    errors,
    fundName: fund.name,
    heading: original === undefined ? 'Add a round' : `Copy ${original.name}`,
    button: original === undefined ? 'Add the round' : 'Make the copy',
    asksReason: false,
    interviewsHeld: original?.interviewsHeld ?? true,
    copyOf: original?.slug,
    action: newRoundPath(fund.slug),
    backHref: original === undefined ? manageFundPath(fund.slug) : manageRoundPath(fund.slug, original.slug),
    csrf: ask.csrf,
  } satisfies RoundFormModel)
  return show(page, { status })
}

const changeForm = async (
  services: Services,
  ask: Ask,
  typed: TypedRound | undefined,
  errors: readonly Words[],
  status: number,
) => {
  const round = await findRound(services.db, ask.actor, 'fund:edit', pathOf(ask))
  const page = roundFormPage({
    typed: typed ?? typedAgain(round),
    errors,
    fundName: `${round.fund.name}: ${round.name}`,
    heading: 'Change the details',
    button: 'Save changes',
    asksReason: round.publishedAt !== null,
    interviewsHeld: round.interviewsHeld,
    action: pageOf(pathOf(ask), 'change'),
    backHref: manageOf(pathOf(ask)),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

const timetableForm = async (
  services: Services,
  ask: Ask,
  typed: TypedTimetable | undefined,
  errors: readonly Words[],
  status: number,
) => {
  const round = await findRound(services.db, ask.actor, 'fund:edit', pathOf(ask))
  const page = timetableFormPage({
    typed: typed ?? { ...typedTimetable({ ...round, deadlineAt: round.ownDeadlineAt }), reason: '' },
    errors,
    round: { ...round, deadlineAt: round.ownDeadlineAt },
    action: pageOf(pathOf(ask), 'timetable'),
    backHref: manageOf(pathOf(ask)),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

const publishForm = async (services: Services, ask: Ask, reason: string, errors: readonly Words[], status: number) => {
  const round = await findRound(services.db, ask.actor, 'fund:edit', pathOf(ask))
  const unapproved = await findUnapproved(services, services.db, round)
  const sealing = await readSealing(services.db, round)
  const page = publishPage({
    round,
    list: publishList(round, round.fund, round.funders, unapproved, publishFacts(sealing, ask.receivedAt)),
    openGates: openGates(round.fund.awardType, sealing.gates).map(({ title }) => title),
    reason,
    errors,
    action: pageOf(pathOf(ask), 'publish'),
    backHref: manageOf(pathOf(ask)),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

/** Setting rounds up and publishing them. */
export function roundRoutes(
  services: Services,
  countApplications: CountApplications,
  hasScores: SealingSeams['hasScores'],
  copyPages: CopyPages,
): Route[] {
  const { db } = services

  return [
    get('/manage/funds/:fund/new-round', 'fund:edit', async (ask) => createForm(services, ask, undefined, [], 200)),
    post('/manage/funds/:fund/new-round', 'fund:edit', 'round.created', async (ask) => {
      const fundSlug = param(ask, 'fund')
      const typed = typedRound(ask.form)
      const copyOf = ask.form.line('copy') || undefined
      const request = { actor: ask.actor, fundSlug, typed, copyOf, at: ask.receivedAt }
      const result = await createRound(services, request, copyPages)
      if (!result.ok) return createForm(services, ask, typed, result.problems.map(roundProblemWords), 400)
      return seeOther(manageRoundPath(fundSlug, result.value.slug), {
        flash: 'The round is added. Set its timetable next.',
      })
    }),
    get('/manage/funds/:fund/:round', 'fund:read', async (ask) => {
      const round = await findRound(db, ask.actor, 'fund:read', pathOf(ask))
      const mayListApplications = may(ask.actor, 'application:list', round.fundId)
      const applications = mayListApplications ? await countApplications(db, [round.id]) : undefined
      return show(
        roundPage({
          round,
          phase: phaseOf(round, ask.receivedAt),
          warnings: warningsOf(round, ask.receivedAt),
          invitations: (await invitationCountsOf(db, [round.id])).get(round.id),
          applications: applications?.get(round.id),
          mayEdit: may(ask.actor, 'fund:edit', round.fundId),
          mayListApplications,
          mayReadAssessment: may(ask.actor, 'assessment:read', round.fundId),
        }),
      )
    }),
    get('/manage/funds/:fund/:round/workload', 'fund:read', async (ask) => {
      const round = await findRound(db, ask.actor, 'fund:read', pathOf(ask))
      const workload = roundWorkload(workloadPlan(round, round.fund, ask.receivedAt))
      const interviews = interviewsExpected(round, round.fund.places)
      const assumptions = { assessorHoursPerDay, panelHoursPerDay, interviews }
      const warnings = timetableWarningWords(workload.warnings)
      return show(workloadPage({ round, workload, warnings, assumptions }))
    }),
    ...changeRoutes(services, hasScores),
    ...publishRoutes(services),
  ]
}

const changeRoutes = (services: Services, hasScores: SealingSeams['hasScores']): Route[] => [
  get('/manage/funds/:fund/:round/change', 'fund:edit', async (ask) => changeForm(services, ask, undefined, [], 200)),
  post('/manage/funds/:fund/:round/change', 'fund:edit', 'round.changed', async (ask) => {
    const typed = typedRound(ask.form)
    const { reason } = typed
    const path = pathOf(ask)
    const request = { actor: ask.actor, path, typed, reason, at: ask.receivedAt, hasScores }
    const result = await changeRound(services, request)
    if (!result.ok) return changeForm(services, ask, typed, result.problems.map(roundProblemWords), 400)
    return seeOther(manageRoundPath(path.fundSlug, result.value.slug), { flash: 'The changes are saved.' })
  }),
  get('/manage/funds/:fund/:round/timetable', 'fund:edit', async (ask) =>
    timetableForm(services, ask, undefined, [], 200),
  ),
  post('/manage/funds/:fund/:round/timetable', 'fund:edit', 'round.timetable-changed', async (ask) => {
    const typed = typedTimes(ask.form)
    const { reason } = typed
    const path = pathOf(ask)
    const result = await changeTimetable(services, { actor: ask.actor, path, typed, reason, at: ask.receivedAt })
    if (!result.ok) return timetableForm(services, ask, typed, result.problems.map(timetableProblemWords), 400)
    const { twice } = result.value
    const note = plainList(twice.map((field) => instantWords[field].toLowerCase()))
    const flash =
      twice.length === 0
        ? 'The timetable is saved.'
        : `The timetable is saved. The clocks go back on that day and show this time twice (${note}): the later one, in GMT, was taken.`
    return seeOther(manageOf(path), { flash })
  }),
]

const publishRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/publish', 'fund:edit', async (ask) => publishForm(services, ask, '', [], 200)),
  post('/manage/funds/:fund/:round/publish', 'fund:edit', 'round.published', async (ask) => {
    const path = pathOf(ask)
    const reason = ask.form.text('reason')
    const result = await publishRound(services, { actor: ask.actor, path, reason, at: ask.receivedAt })
    if (!result.ok) return publishForm(services, ask, reason, result.problems.map(publishProblemWords), 400)
    return seeOther(manageOf(path), { flash: 'The round is public.' })
  }),
]
