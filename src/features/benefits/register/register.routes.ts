import {
  actualsSheet,
  type BenefitRecord,
  type BenefitSheet,
  benefitSheets,
  financialYearWords,
} from '../../../core/benefits/index.ts'
import { itemNameOf, pagesOf } from '../../../core/sheets/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { reviewOfAward } from '../../reviews/index.ts'
import { entryPath, sheetHome } from '../../sheets/index.ts'
import { aboveBenefits, awardCaption } from '../benefit-crumbs.ts'
import { confirmPath, financePath, takeRisksPath } from '../benefits.paths.ts'
import { isOf, sentBackOf } from '../confirming/confirmations.store.ts'
import { openBenefits } from '../open-benefits.ts'
import { type BenefitsRead, readBenefits } from '../read-benefits.ts'
import { describeBenefits, outturnHeadings, yearHeadings } from './describe-register.ts'
import { type RegisterStep, registerPage } from './pages/register.ts'

/** What came of an award: its register, and how far everything written of it is. */
export const registerRoutes = (services: Services): Route[] => [
  get('/applications/:reference/benefits', 'benefits:work', async (ask) => await showRegister(services, ask)),
]

async function showRegister({ db }: Services, ask: Ask): Promise<Answer> {
  const { receivedAt: at, actor } = ask
  const opened = await openBenefits(db, { actor, reference: param(ask, 'reference'), need: 'read', at })
  const { award, may } = opened
  const read = await readBenefits(db, award)
  const review = may.write ? await reviewOfAward(db, actor, award.reference) : undefined
  const unconfirmed = read.actuals.filter(({ confirmed }) => !confirmed)
  const sentBack = (await sentBackOf(db, award.id)).filter((each) => unconfirmed.some((actual) => isOf(actual, each)))
  const waiting = unconfirmed.length - sentBack.length
  return show(
    registerPage({
      illustrative: award.illustrative,
      breadcrumbs: aboveBenefits(opened),
      caption: awardCaption(award),
      acceptedOn: dayInWords(award.acceptedOn),
      finance: award.finance === null ? undefined : `${award.finance.name}, ${award.finance.email}`,
      financeHref: may.write ? financePath(award.reference) : undefined,
      confirm: may.confirm ? { href: confirmPath(award.reference), waiting } : undefined,
      sentBack: sentBack.map(({ entry, reason, by, at: sentAt }) => ({
        href: may.write ? entryPath(applicationPath(award.reference), actualsSheet.id, entry) : undefined,
        text: nameOfActual(read, entry),
        reason,
        by: `${by}, ${ukTime(sentAt)}`,
      })),
      takeRisksHref: review === undefined ? undefined : takeRisksPath(award.reference),
      steps: benefitSheets.map((sheet) => stepOf(award.reference, sheet, read.record)),
      tables: { ...describeBenefits(read), yearHeadings, outturnHeadings },
    }),
  )
}

const nameOfActual = ({ actuals, benefits }: BenefitsRead, entry: string): string => {
  const actual = actuals.find(({ id }) => id === entry)
  const benefit = benefits.find(({ id }) => id === actual?.benefit)
  return actual === undefined ? '' : `${benefit?.title ?? ''}, ${financialYearWords(actual.year)}`
}

function stepOf(reference: string, sheet: BenefitSheet, record: BenefitRecord): RegisterStep {
  const written = pagesOf(sheet, record).filter(({ entry }) => entry !== undefined).length
  const itemName = itemNameOf(sheet) ?? ''
  return {
    href: sheetHome(applicationPath(reference), sheet),
    title: sheet.title,
    hint: sheet.what,
    state:
      written === 0
        ? { text: 'None yet', classes: 'govuk-tag--grey' }
        : { text: `${written} ${written === 1 ? itemName : `${itemName}s`}`, classes: 'govuk-tag--blue' },
  }
}
