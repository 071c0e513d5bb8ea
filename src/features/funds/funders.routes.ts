import { notFound } from '../../core/errors.ts'
import type { Funder } from '../../core/rounds/fund.ts'
import type { FunderTyped } from '../../core/rounds/read-fund.ts'
import { seeOther, show } from '../../platform/http/answer.ts'
import { type FormBody, formBody } from '../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { readSought } from '../../ui/patterns/index.ts'
import { organisationById, searchOrganisations } from '../accounts/index.ts'
import { approveDocument } from './approve-document.ts'
import { documentsOf, roundsToApprove } from './documents-to-approve.ts'
import { fieldName, funderFields, type Words } from './fields.messages.ts'
import { findFund } from './find-round.ts'
import { givenOfFunds } from './funders.store.ts'
import { approveProblemWords, funderProblemWords } from './funds.messages.ts'
import {
  approvalsPath,
  funderPath,
  manageFundPath,
  newFunderPath,
  refusePath,
  removeFunderPath,
} from './funds.paths.ts'
import { fundersOf, roundsOfFunds } from './funds.store.ts'
import { type ApprovedDocument, speaksFor } from './hold-document.ts'
import { type ApprovalsModel, approvalsPage, refusalField } from './pages/approvals.ts'
import { findFunderPage, funderFormPage } from './pages/funder-form.ts'
import { refuseDocument } from './refuse-document.ts'
import { addFunder, changeFunder, removeFunder } from './save-funder.ts'

const fields = Object.keys(funderFields) as (keyof FunderTyped)[]

const typedFunder = (form: FormBody): FunderTyped =>
  Object.fromEntries(
    fields.map((field) => [field, field === 'quote' ? form.text(fieldName(field)) : form.line(fieldName(field))]),
  ) as FunderTyped

const typedAgain = (funder: Funder): FunderTyped => ({
  ...funder,
  contributionPounds: funder.contributionPounds === null ? '' : String(funder.contributionPounds),
})

const nothingTyped = Object.fromEntries(fields.map((field) => [field, ''])) as FunderTyped

function documentIn(form: FormBody): ApprovedDocument {
  const subject = form.line('subject')
  if (subject === 'quote') return { subject }
  if (subject === 'rules' || subject === 'shortlist' || subject === 'awards')
    return { subject, roundSlug: form.line('round') }
  throw notFound('document')
}

const newForm = async (services: Services, ask: Ask, typed: FunderTyped, errors: readonly Words[], status: number) => {
  const fund = await findFund(services.db, ask.actor, 'fund:edit', param(ask, 'fund'))
  const asked = formBody(ask.query)
  const id = ask.form.line('organisation') || asked.line('organisation')
  const sought = readSought(ask.query, 'q')
  const organisation = id === '' ? undefined : await organisationById(services.db, id)
  const action = newFunderPath(fund.slug)
  if (organisation === undefined || organisation.illustrative !== fund.illustrative) {
    const { words: query, problems } = sought
    const found =
      query === '' ? [] : await searchOrganisations(services.db, { query, illustrative: fund.illustrative, limit: 20 })
    const results = found.map(({ id: each, name }) => ({
      name,
      href: `${action}?organisation=${encodeURIComponent(each)}`,
    }))
    const backHref = manageFundPath(fund.slug)
    const page = findFunderPage({ fundName: fund.name, sought, action, backHref, found: results })
    return show(page, { status: problems.length > 0 ? 400 : status })
  }
  const page = funderFormPage({
    typed,
    errors,
    fundName: fund.name,
    organisationId: organisation.id,
    organisationName: organisation.name,
    action,
    removeAction: null,
    backHref: action,
    csrf: ask.csrf,
  })
  return show(page, { status })
}

const changeForm = async (
  services: Services,
  ask: Ask,
  typed: FunderTyped | undefined,
  errors: readonly Words[],
  status: number,
) => {
  const fund = await findFund(services.db, ask.actor, 'fund:edit', param(ask, 'fund'))
  const id = param(ask, 'organisation')
  const funder = (await fundersOf(services.db, fund.id)).find(({ organisationId }) => organisationId === id)
  if (funder === undefined) throw notFound('funder')
  const page = funderFormPage({
    typed: typed ?? typedAgain(funder),
    errors,
    fundName: fund.name,
    organisationId: id,
    organisationName: funder.organisationName,
    action: funderPath(fund.slug, id),
    removeAction: removeFunderPath(fund.slug, id),
    backHref: manageFundPath(fund.slug),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

/** The document that a form answers for. */
const answeredIn = (form: FormBody) => ({
  organisationId: form.line('organisation'),
  document: documentIn(form),
  shownSha256: form.line('shown'),
})

const nothingRefused = { field: '', reason: '' }

const approvals = async (
  services: Services,
  ask: Ask,
  errors: readonly Words[],
  refusing: ApprovalsModel['refusing'] = nothingRefused,
) => {
  const fund = await findFund(services.db, ask.actor, 'fund:read', param(ask, 'fund'))
  const [funders, found] = [await fundersOf(services.db, fund.id), await roundsOfFunds(services.db, [fund.id])]
  const rounds = await roundsToApprove(services, found, ask.receivedAt)
  const given = await givenOfFunds(services.db, [fund.id])
  const documents = documentsOf(services, fund, funders, rounds, given, speaksFor(ask.actor, fund.id))
  const page = approvalsPage({
    fundName: fund.name,
    fundSlug: fund.slug,
    action: approvalsPath(fund.slug),
    refuseAction: refusePath(fund.slug),
    refusing,
    csrf: ask.csrf,
    errors,
    documents,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

/** Who pays for a fund, and what they have approved. */
export function funderRoutes(services: Services): Route[] {
  const about = (ask: Ask) => ({ actor: ask.actor, fundSlug: param(ask, 'fund'), at: ask.receivedAt })

  return [
    get('/manage/funds/:fund/funders/new', 'fund:edit', async (ask) => newForm(services, ask, nothingTyped, [], 200)),
    post('/manage/funds/:fund/funders/new', 'fund:edit', 'funder.added', async (ask) => {
      const typed = typedFunder(ask.form)
      const organisationId = ask.form.line('organisation')
      const result = await addFunder(services, { ...about(ask), organisationId, typed })
      if (!result.ok) return newForm(services, ask, typed, result.problems.map(funderProblemWords), 400)
      return seeOther(manageFundPath(param(ask, 'fund')), { flash: 'The funder is added.' })
    }),
    get('/manage/funds/:fund/funders/:organisation', 'fund:edit', async (ask) =>
      changeForm(services, ask, undefined, [], 200),
    ),
    post('/manage/funds/:fund/funders/:organisation', 'fund:edit', 'funder.changed', async (ask) => {
      const typed = typedFunder(ask.form)
      const result = await changeFunder(services, {
        ...about(ask),
        organisationId: param(ask, 'organisation'),
        typed,
      })
      if (!result.ok) return changeForm(services, ask, typed, result.problems.map(funderProblemWords), 400)
      return seeOther(manageFundPath(param(ask, 'fund')), { flash: 'The changes are saved.' })
    }),
    post('/manage/funds/:fund/funders/:organisation/remove', 'fund:edit', 'funder.removed', async (ask) => {
      await removeFunder(services, { ...about(ask), organisationId: param(ask, 'organisation') })
      return seeOther(manageFundPath(param(ask, 'fund')), { flash: 'The funder is removed.' })
    }),
    get('/manage/funds/:fund/approvals', 'fund:read', async (ask) => approvals(services, ask, [])),
    post('/manage/funds/:fund/approvals', 'fund:approve', 'funder.approved', async (ask) => {
      const result = await approveDocument(services, { ...about(ask), ...answeredIn(ask.form) })
      if (!result.ok)
        return approvals(
          services,
          ask,
          result.problems.map((problem) => approveProblemWords(problem)),
        )
      return seeOther(approvalsPath(param(ask, 'fund')), { flash: 'Your approval is recorded.' })
    }),
    post('/manage/funds/:fund/approvals/refuse', 'fund:approve', 'funder.refused', async (ask) => {
      const answered = answeredIn(ask.form)
      const reason = ask.form.text('reason')
      const result = await refuseDocument(services, { ...about(ask), ...answered, reason })
      if (result.ok)
        return seeOther(approvalsPath(param(ask, 'fund')), { flash: 'Your reason is sent to the programme team.' })
      const { organisationId, document } = answered
      const roundSlug = document.subject === 'quote' ? '' : document.roundSlug
      const field = refusalField({ organisationId, subject: document.subject, roundSlug })
      const errors = result.problems.map((problem) => approveProblemWords(problem, field))
      return approvals(services, ask, errors, { field, reason })
    }),
  ]
}
