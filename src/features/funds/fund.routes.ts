import { type Actor, fundsWith, may } from '../../core/permissions/index.ts'
import type { Fund } from '../../core/rounds/fund.ts'
import { fundWarnings } from '../../core/rounds/fund-warnings.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import type { FundTyped } from '../../core/rounds/read-fund.ts'
import type { Round } from '../../core/rounds/round.ts'
import { seeOther, show } from '../../platform/http/answer.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { changeFund } from './change-fund.ts'
import type { CountApplications } from './count-applications.ts'
import { createFund } from './create-fund.ts'
import { fieldName, type Words } from './fields.messages.ts'
import { findFund } from './find-round.ts'
import { fundProblemWords, fundWarningWords } from './funds.messages.ts'
import { changeFundPath, manageFundPath, managePath, newFundPath } from './funds.paths.ts'
import { fundersOf, fundsByIds, roundsOfFunds } from './funds.store.ts'
import { invitationCountsOf } from './invitations.store.ts'
import { fundPage } from './pages/fund.ts'
import { fundFormPage } from './pages/fund-form.ts'
import { type ManagedRound, managePage } from './pages/manage.ts'
import type { SealingSeams } from './sealing/sealing-seams.ts'

const fields: readonly (keyof FundTyped)[] = [
  'name',
  'slug',
  'summary',
  'awardType',
  'budgetPounds',
  'places',
  'capPounds',
  'vat',
  'seniorOfficerName',
  'seniorOfficerTitle',
]

type Typed = FundTyped & { readonly reason: string }

function typedFund(form: FormBody): Typed {
  const typed = fields.map((field) => [
    field,
    field === 'summary' ? form.text(fieldName(field)) : form.line(fieldName(field)),
  ])
  return { ...(Object.fromEntries(typed) as FundTyped), reason: form.text('reason') }
}

const typedAgain = (fund: Fund): Typed => ({
  ...fund,
  budgetPounds: String(fund.budgetPounds),
  places: String(fund.places),
  capPounds: String(fund.capPounds),
  reason: '',
})

const nothingTyped: Typed = { ...(Object.fromEntries(fields.map((field) => [field, ''])) as FundTyped), reason: '' }

/** Rounds with their phases and counts: two statements and one more for applications, whatever the number of rounds. */
async function managed(
  { db }: Services,
  countApplications: CountApplications,
  rounds: readonly Round[],
  actor: Actor,
  at: Date,
): Promise<readonly ManagedRound[]> {
  const ids = rounds.map(({ id }) => id)
  const invitations = await invitationCountsOf(db, ids)
  const listed = rounds.filter(({ fundId }) => may(actor, 'application:list', fundId)).map(({ id }) => id)
  const applications = await countApplications(db, listed)
  return rounds.map((round) => ({
    round,
    phase: phaseOf(round, at),
    invitations: invitations.get(round.id),
    applications: applications.get(round.id),
  }))
}

const changeForm = async (
  services: Services,
  ask: Ask,
  typed: Typed | undefined,
  errors: readonly Words[],
  status: number,
) => {
  const fund = await findFund(services.db, ask.actor, 'fund:edit', param(ask, 'fund'))
  const rounds = await roundsOfFunds(services.db, [fund.id])
  const page = fundFormPage({
    typed: typed ?? typedAgain(fund),
    errors,
    fundName: fund.name,
    asksReason: rounds.some(({ publishedAt }) => publishedAt !== null),
    action: changeFundPath(fund.slug),
    backHref: manageFundPath(fund.slug),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

const createForm = (ask: Ask, typed: Typed, errors: readonly Words[], status: number) =>
  show(
    fundFormPage({
      typed,
      errors,
      fundName: null,
      asksReason: false,
      action: newFundPath(),
      backHref: managePath(),
      csrf: ask.csrf,
    }),
    { status },
  )

/** Setting up funds and seeing how they are set up. */
export function fundRoutes(
  services: Services,
  countApplications: CountApplications,
  { hasScores }: Pick<SealingSeams, 'hasScores'>,
): Route[] {
  const { db } = services

  return [
    get('/manage', 'fund:list', async (ask) => {
      const mayCreate = may(ask.actor, 'service:administer', null)
      const mine = fundsWith(ask.actor, 'fund:read')
      const funds = await fundsByIds(db, mayCreate ? 'all' : fundsWith(ask.actor, 'fund:list'))
      const ids = funds.map(({ id }) => id)
      const rounds = await managed(services, countApplications, await roundsOfFunds(db, ids), ask.actor, ask.receivedAt)
      const byFund = Map.groupBy(rounds, ({ round }) => round.fundId)
      const model = funds.map((fund) => ({
        fund,
        rounds: byFund.get(fund.id) ?? [],
        mine: mine.includes(fund.id),
        mayStaff: may(ask.actor, 'role:assign', fund.id),
      }))
      const mayNotify = mayCreate || fundsWith(ask.actor, 'service:notify').length > 0
      return show(managePage({ funds: model, mayCreate, mayNotify }))
    }),
    get('/manage/funds/new', 'service:administer', async (ask) => createForm(ask, nothingTyped, [], 200)),
    post('/manage/funds/new', 'service:administer', 'fund.created', async (ask) => {
      const typed = typedFund(ask.form)
      const result = await createFund(services, { actor: ask.actor, typed, at: ask.receivedAt })
      if (!result.ok) return createForm(ask, typed, result.problems.map(fundProblemWords), 400)
      return seeOther(manageFundPath(result.value.slug), {
        flash: 'The fund is set up. You are on its programme team.',
      })
    }),
    get('/manage/funds/:fund', 'fund:read', async (ask) => {
      const fund = await findFund(db, ask.actor, 'fund:read', param(ask, 'fund'))
      const funders = await fundersOf(db, fund.id)
      const rounds = await roundsOfFunds(db, [fund.id])
      return show(
        fundPage({
          fund,
          funders,
          rounds: await managed(services, countApplications, rounds, ask.actor, ask.receivedAt),
          warnings: fundWarnings(fund, funders).map(fundWarningWords),
          mayEdit: may(ask.actor, 'fund:edit', fund.id),
          mayStaff: may(ask.actor, 'role:assign', fund.id),
          mayDecide: may(ask.actor, 'decision:decide', fund.id),
          maySupport: may(ask.actor, 'support:read', fund.id),
          mayExperts: may(ask.actor, 'experts:read', fund.id),
          mayBenefits: may(ask.actor, 'benefits:read', fund.id),
        }),
      )
    }),
    get('/manage/funds/:fund/change', 'fund:edit', async (ask) => changeForm(services, ask, undefined, [], 200)),
    post('/manage/funds/:fund/change', 'fund:edit', 'fund.changed', async (ask) => {
      const fundSlug = param(ask, 'fund')
      const typed = typedFund(ask.form)
      const { reason } = typed
      const asked = { actor: ask.actor, fundSlug, typed, reason, at: ask.receivedAt }
      const result = await changeFund(services, { ...asked, hasScores })
      if (!result.ok) return changeForm(services, ask, typed, result.problems.map(fundProblemWords), 400)
      return seeOther(manageFundPath(fundSlug), { flash: 'The changes are saved.' })
    }),
  ]
}
