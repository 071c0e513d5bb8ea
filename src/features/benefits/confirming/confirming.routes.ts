import { actualsSheet, type Benefit, type ConfirmedActual, financialYearWords } from '../../../core/benefits/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { applicationPath } from '../../applications/index.ts'
import { sheetFileLists } from '../../sheets/index.ts'
import { benefitCrumbs } from '../benefit-crumbs.ts'
import { valueWords } from '../benefits.messages.ts'
import { benefitsPath, confirmPath, financePath, sendBackPath } from '../benefits.paths.ts'
import { openBenefits } from '../open-benefits.ts'
import { readBenefits } from '../read-benefits.ts'
import { filesOfAward } from '../writing/read-record.ts'
import { confirmActuals, confirmationValue } from './confirm-actuals.ts'
import { isOf, sentBackOf, writtenBy } from './confirmations.store.ts'
import {
  confirmProblemText,
  type FinanceProblem,
  financeProblemText,
  sendBackProblemText,
} from './confirming.messages.ts'
import { nameFinance } from './name-finance.ts'
import { confirmPage, type ToConfirm } from './pages/confirm.ts'
import { financePage } from './pages/finance.ts'
import { sendBackActuals } from './send-back-actuals.ts'

const benefits = '/applications/:reference/benefits'

/** Finance of the council: who it is, and what they confirm. */
export const confirmingRoutes = (services: Services): Route[] => [
  get(`${benefits}/finance`, 'benefits:work', async (ask) => await showFinance(services, ask, [])),
  post(`${benefits}/finance`, 'benefits:work', 'benefits.finance-named', async (ask) => {
    const result = await nameFinance(services, ask.actor, { ...of(ask), typed: typedIn(ask), origin: ask.origin })
    return result.ok
      ? seeOther(benefitsPath(of(ask).reference), { flash: 'Saved. We have written to them.' })
      : await showFinance(services, ask, result.problems)
  }),
  get(`${benefits}/confirm`, 'benefits:work', async (ask) => await showConfirm(services, ask, [])),
  post(`${benefits}/confirm`, 'benefits:work', 'benefits.actuals-confirmed', async (ask) => {
    const result = await confirmActuals(services, ask.actor, { ...of(ask), chosen: ask.form.all('actuals') })
    return result.ok
      ? seeOther(benefitsPath(of(ask).reference), { flash: 'Confirmed.' })
      : await showConfirm(services, ask, result.problems.map(confirmProblemText))
  }),
  post(`${benefits}/send-back`, 'benefits:work', 'benefits.actuals-sent-back', async (ask) => {
    const asked = { ...of(ask), chosen: ask.form.all('actuals'), reason: ask.form.text('reason') }
    const result = await sendBackActuals(services, ask.actor, asked)
    return result.ok
      ? seeOther(benefitsPath(of(ask).reference), { flash: 'Sent back. We have written to whoever entered it.' })
      : await showConfirm(services, ask, result.problems.map(sendBackProblemText))
  }),
]

const of = (ask: Ask) => ({ reference: param(ask, 'reference'), at: ask.receivedAt })

const typedIn = ({ form }: Ask) => ({ email: form.line('email'), name: form.line('name') })

async function showFinance({ db }: Services, ask: Ask, problems: readonly FinanceProblem[]): Promise<Answer> {
  const opened = await openBenefits(db, { ...of(ask), actor: ask.actor, need: 'write' })
  const { award } = opened
  return show(
    financePage({
      illustrative: award.illustrative,
      breadcrumbs: benefitCrumbs(opened),
      typed: problems.length > 0 ? typedIn(ask) : (award.finance ?? { email: '', name: '' }),
      errors: problems.map(financeProblemText),
      action: financePath(award.reference),
      csrf: ask.csrf,
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}

async function showConfirm({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const opened = await openBenefits(db, { ...of(ask), actor: ask.actor, need: 'confirm' })
  const { award, actor } = opened
  const read = await readBenefits(db, award)
  const own = await writtenBy(db, award.id, actor.personId)
  const sentBack = await sentBackOf(db, award.id)
  const waiting = read.actuals.filter(({ confirmed }) => !confirmed)
  const filesAt = { files: filesOfAward(award), home: applicationPath(award.reference), sheet: actualsSheet }
  const listOf = await sheetFileLists(
    db,
    filesAt,
    waiting.flatMap(({ files }) => files),
  )
  return show(
    confirmPage({
      illustrative: award.illustrative,
      breadcrumbs: benefitCrumbs(opened),
      actuals: waiting.map((actual) => ({
        ...toConfirm(actual, read.benefits, own),
        sentBack: sentBack.find((each) => isOf(actual, each))?.reason,
        files: listOf(actual.files),
      })),
      chosen: ask.form.all('actuals'),
      reason: ask.form.text('reason'),
      errors,
      action: confirmPath(award.reference),
      sendBackAction: sendBackPath(award.reference),
      csrf: ask.csrf,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}

function toConfirm(
  actual: ConfirmedActual,
  benefits: readonly Benefit[],
  own: ReadonlySet<string>,
): Omit<ToConfirm, 'files' | 'sentBack'> {
  const { id, version, year, value, until, evidence, link } = actual
  const benefit = benefits.find((each) => each.id === actual.benefit)
  const amount = benefit === undefined ? String(value) : valueWords(benefit, value)
  return {
    value: confirmationValue({ entry: id, version }),
    text: `${benefit?.title ?? ''}, ${financialYearWords(year)}: ${amount}`,
    until: dayInWords(until),
    evidence,
    link,
    own: own.has(id),
  }
}
