import { notFound } from '../../../core/errors.ts'
import { interestStand } from '../../../core/support/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { ordersOfPerson } from '../orders/orders.store.ts'
import { orderLine } from '../packages/describe-package.ts'
import { type AwardToDeclare, awardsToDeclare, suppliersOfPerson } from '../suppliers/people.store.ts'
import { fieldProblemText, standTags } from '../support.messages.ts'
import { interestsPath, supplierHomePath } from '../support.paths.ts'
import { declareInterest, type InterestProblem } from './declare-interest.ts'
import { type AwardCard, supplierHomePage } from './pages/supplier-home.ts'

/** What the people of a supplier see and say. */
export const supplyingRoutes = (services: Services): Route[] => [
  get(supplierHomePath, 'support:work', async (ask) => await showHome(services, ask, [])),
  post(interestsPath, 'support:work', 'support.interest-declared', async (ask) => {
    const result = await declareInterest(services, ask.actor, { ...typedIn(ask), at: ask.receivedAt })
    return result.ok
      ? seeOther(supplierHomePath, { flash: 'Declared. The programme team and the council see it.' })
      : await showHome(services, ask, result.problems.map(interestProblemText))
  }),
]

const typedIn = ({ form }: Ask) => ({
  supplier: form.line('supplier'),
  application: form.line('application'),
  interested: form.line('interested'),
  what: form.text('what'),
})

const interestProblemText = (problem: InterestProblem): FieldText =>
  problem.code === 'interest-missing'
    ? fieldText('interested', 'Select whether you have an interest in the service')
    : problem.code === 'missing'
      ? fieldText('what', 'Enter what the interest is')
      : fieldProblemText(problem)

async function showHome({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  if (ask.actor.kind !== 'person') throw notFound('supplier')
  const { personId } = ask.actor
  const suppliers = await suppliersOfPerson(db, personId)
  const orders = await ordersOfPerson(db, personId)
  const awards = await awardsToDeclare(db, personId)
  return show(
    supplierHomePage({
      suppliers: suppliers.map(({ supplierId, supplier, fundName, illustrative, lots }) => ({
        supplierId,
        name: supplier,
        fund: fundName,
        illustrative,
        lots: lots.length === 0 ? 'None yet' : lots.join(', '),
        orders: orders
          .filter((order) => order.supplierId === supplierId)
          .map((order) => orderLine({ side: 'supplier' }, order)),
        awards: awards.filter((award) => award.supplierId === supplierId).map((award) => cardOf(award, ask, errors)),
      })),
      action: interestsPath,
      errors,
      csrf: ask.csrf,
    }),
    errors.length > 0 ? { status: 400 } : {},
  )
}

function cardOf(award: AwardToDeclare, ask: Ask, errors: readonly FieldText[]): AwardCard {
  const { interested, waived, supplierId, application, council, title, what } = award
  const typed = typedIn(ask)
  const wrong = errors.length > 0 && typed.supplier === supplierId && typed.application === application
  return {
    application,
    council,
    title,
    stand: standTags[interestStand(interested === null ? undefined : { interested, waived })],
    declared: interested !== null,
    what: what ?? '',
    typed: wrong ? typed : undefined,
  }
}
