import { deliveryRisksSheet, likelihoodOf } from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import { wholePounds } from '../../../core/forms/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { applicationPath } from '../../applications/index.ts'
import { risksOfAward } from '../../reviews/index.ts'
import { sheetPath } from '../../sheets/index.ts'
import { benefitCrumbs } from '../benefit-crumbs.ts'
import { takeRisksPath } from '../benefits.paths.ts'
import { openBenefits } from '../open-benefits.ts'
import { takeRisksPage } from './pages/take-risks.ts'
import { readRecord } from './read-record.ts'
import { type TakeRisksProblem, takeRisksProblemText } from './take-risks.messages.ts'
import { hasRisk, takeRisks } from './take-risks.ts'

const one = '/applications/:reference/benefits/risks'

/** Risks of the review of an award, to begin those of its delivery with. */
export const takeRisksRoutes = (services: Services): Route[] => [
  get(one, 'benefits:work', async (ask) => await showRisks(services, ask, [])),
  post(one, 'benefits:work', 'benefits.written', async (ask) => {
    const { reference, at } = of(ask)
    const result = await takeRisks(services, ask.actor, { reference, at, chosen: ask.form.all('risks') })
    if (!result.ok) return await showRisks(services, ask, result.problems)
    const flash = result.value === 1 ? 'One risk is taken over.' : `${result.value} risks are taken over.`
    return seeOther(sheetPath(applicationPath(reference), deliveryRisksSheet.id), {
      flash: `${flash} Open each and say how it stands.`,
    })
  }),
]

const of = (ask: Ask) => ({ reference: param(ask, 'reference'), at: ask.receivedAt })

async function showRisks({ db }: Services, ask: Ask, problems: readonly TakeRisksProblem[]): Promise<Answer> {
  const opened = await openBenefits(db, { ...of(ask), actor: ask.actor, need: 'write' })
  const { award } = opened
  const found = await risksOfAward(db, ask.actor, award.reference)
  if (found === undefined) throw notFound('review')
  const record = await readRecord(db, award)
  const chosen = ask.form.all('risks')
  return show(
    takeRisksPage({
      illustrative: award.illustrative,
      breadcrumbs: benefitCrumbs(opened),
      review: found.title,
      risks: found.risks.map(({ id, title, option, isPreferred, probability, pounds }) => {
        const isThere = hasRisk(record, title)
        return {
          value: id,
          title,
          hint: `${option}${isPreferred ? ', the preferred option' : ''}. Likelihood ${Math.round(probability * 100)}%, which is ${likelihoodOf(probability)} here; ${wholePounds(pounds)} if it happens.${isThere ? ' It is in the register already.' : ''}`,
          isThere,
          chosen: problems.length > 0 ? chosen.includes(id) : isPreferred && !isThere,
        }
      }),
      error: problems.length === 0 ? undefined : problems.map(takeRisksProblemText).join('. '),
      action: takeRisksPath(award.reference),
      csrf: ask.csrf,
    }),
    problems.length > 0 ? { status: 400 } : {},
  )
}
