import type { SupportWork } from '../../core/support/index.ts'
import { makeReference } from '../../core/text/reference.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import { ukReading } from '../../core/time/uk-time.ts'
import { ensurePerson } from '../../features/accounts/index.ts'
import type { Award } from '../../features/decisions/index.ts'
import {
  insertDeliverable,
  insertDelivery,
  insertDeliveryAnswer,
} from '../../features/support/delivering/deliverables.store.ts'
import { insertInvoice, markAnswered, markPaid } from '../../features/support/invoicing/invoices.store.ts'
import { insertOrder } from '../../features/support/orders/orders.store.ts'
import { insertInterest, insertWaiver } from '../../features/support/packages/interests.store.ts'
import { insertNeed } from '../../features/support/packages/needs.store.ts'
import { insertSupplierPerson } from '../../features/support/suppliers/people.store.ts'
import { insertLot, insertSupplier, setLots } from '../../features/support/suppliers/suppliers.store.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import type { Cohort } from './cohort.ts'

const terms = 'Called off from a made-up framework for advice to public bodies. Day rates are without VAT.'

/** The made-up suppliers of the cohort with the lot of each and the person who works for it. */
const suppliers = [
  {
    lot: 'Options and finance',
    works: ['finance', 'options-appraisal', 'implementation-plan'],
    name: 'Larkfield Advisory (illustrative)',
    person: 'Ines Marlow',
    email: 'ines.marlow@larkfield.example',
  },
  {
    lot: 'Legal and tax',
    works: ['legal', 'tax'],
    name: 'Thornbury Law (illustrative)',
    person: 'Callum Reyes',
    email: 'callum.reyes@thornbury.example',
  },
  {
    lot: 'Staff and engagement',
    works: ['hr', 'engagement'],
    name: 'Commonground (illustrative)',
    person: 'Bea Lindqvist',
    email: 'bea.lindqvist@commonground.example',
  },
] as const

type Plan = {
  readonly supplier: number
  readonly work: SupportWork
  readonly title: string
  readonly days: number
  readonly rate: number
  readonly what: string
}

/** What each council ordered, in the order in which it did. */
const plans: readonly Plan[] = [
  {
    supplier: 0,
    work: 'options-appraisal',
    title: 'Options appraisal',
    days: 32,
    rate: 850,
    what: 'Help the review team to compare every way of delivering the service, from the longlist to a recommendation.',
  },
  {
    supplier: 1,
    work: 'legal',
    title: 'Legal form and procurement',
    days: 9,
    rate: 1100,
    what: 'Advise on the legal form of each option on the shortlist and on how it would be procured.',
  },
  {
    supplier: 2,
    work: 'engagement',
    title: 'Engaging staff and users',
    days: 8,
    rate: 620,
    what: 'Run sessions with staff, their unions and users, and write down what they said.',
  },
]

/** The first of the plans whose cost, with VAT, an award covers. */
const fitting = ({ pounds }: Award): readonly Plan[] =>
  plans.filter(
    (_, index) => plans.slice(0, index + 1).reduce((sum, { days, rate }) => sum + days * rate * 1.2, 0) <= pounds,
  )

/** Orders of support for the cohort: delivered, accepted and paid, but for the last of each third council. */
export async function seedSupport(tx: Tx, services: Services, cohort: Cohort): Promise<void> {
  const made = await Promise.all(suppliers.map(() => ({ id: services.newId(), lotId: services.newId() })))
  const start = new Date(cohort.at.getTime() - 800 * 86_400_000)
  const by = cohort.programmeId
  const people: string[] = []
  for (const [index, { lot, works, name, person, email }] of suppliers.entries()) {
    const { id, lotId } = made[index] ?? { id: '', lotId: '' }
    await insertLot(tx, { id: lotId, fundId: cohort.fundId, name: lot, works, awardId: null, at: start, by })
    await insertSupplier(tx, { id, fundId: cohort.fundId, name, terms, at: start, by })
    await setLots(tx, id, [lotId])
    const { id: personId } = (
      await ensurePerson(tx, {
        id: services.newId(),
        email,
        name: person,
        jobTitle: `Supplier: ${name}`,
        at: start,
        illustrative: true,
      })
    ).person
    await insertSupplierPerson(tx, id, personId, { at: start, by })
    people.push(personId)
  }
  for (const [index, award] of cohort.awards.entries())
    for (const [step, plan] of fitting(award).entries()) {
      const supplier = made[plan.supplier]
      const person = people[plan.supplier]
      if (supplier === undefined || person === undefined) continue
      const at = new Date(start.getTime() + (index * 4 + step * 45) * 86_400_000)
      await declare(tx, {
        award,
        supplierId: supplier.id,
        person,
        by,
        at,
        interested: plan.supplier === 0 && index === 4,
      })
      await insertNeed(tx, award.id, {
        work: plan.work,
        level: step === 0 ? 'much' : 'some',
        what: plan.what,
        neededBy: addDays(isoDay(at), 60),
        at,
        by,
      })
      await orderOf(tx, services, {
        award,
        plan,
        supplier,
        person,
        by,
        at,
        open: step === plans.length - 1 && index % 3 === 0,
      })
    }
}

type Declared = {
  readonly award: Award
  readonly supplierId: string
  readonly person: string
  readonly by: string
  readonly at: Date
  readonly interested: boolean
}

/** One supplier has an interest in the service of one award, which is waived. */
async function declare(tx: Tx, { award, supplierId, person, by, at, interested }: Declared): Promise<void> {
  const what = interested ? 'A sister company sells case management to the council.' : ''
  await insertInterest(tx, { supplierId, awardId: award.id, what, at, by: person })
  if (!interested) return
  const reason = 'The system is outside the service under review, and another adviser checks the scoring.'
  await insertWaiver(tx, award.id, { supplierId, number: 1 }, { reason, at, by })
}

type Ordered = {
  readonly award: Award
  readonly plan: Plan
  readonly supplier: { readonly id: string; readonly lotId: string }
  readonly person: string
  readonly by: string
  readonly at: Date
  /** Delivered and not accepted yet by the council. */
  readonly open: boolean
}

async function orderOf(
  tx: Tx,
  services: Services,
  { award, plan, supplier, person, by, at, open }: Ordered,
): Promise<void> {
  const { work, title, what, days, rate } = plan
  const id = services.newId()
  const dueOn = addDays(isoDay(at), 70)
  const reference = makeReference('ORDER', ukReading(at).year, services.randomBytes)
  const cost = { tenthDays: days * 10, ratePence: rate * 100, expensesPence: 0, vatPercent: 20 } as const
  await insertOrder(tx, {
    ...cost,
    id,
    reference,
    awardId: award.id,
    supplierId: supplier.id,
    lotId: supplier.lotId,
    work,
    title,
    what,
    dueOn,
    at,
    by,
  })
  const netPence = days * rate * 100
  const number = await insertDeliverable(tx, id, { title: `${title}: report`, dueOn, netPence, at, by })
  const later = new Date(at.getTime() + 60 * 86_400_000)
  await insertDelivery(tx, id, number, {
    note: 'The report, as discussed with the review team.',
    at: later,
    by: person,
  })
  const answer = { yes: true, reason: 'It does what the order asks.', at: later, by }
  await insertDeliveryAnswer(tx, id, { deliverable: number, number: 1 }, { ...answer, side: 'team' })
  if (open) return
  await insertDeliveryAnswer(tx, id, { deliverable: number, number: 1 }, { ...answer, side: 'council', by: null })
  const paidOn = addDays(isoDay(later), 28)
  const lines = [{ number, netPence }]
  const invoice = {
    name: `${reference}-1`,
    datedOn: isoDay(later),
    netPence,
    vatPence: netPence / 5,
    lines,
    at: later,
    by: person,
  }
  const sent = await insertInvoice(tx, id, invoice)
  await markAnswered(tx, id, sent, { state: 'approved', reason: 'It matches what was accepted.', at: later, by })
  await markPaid(tx, id, sent, { paidOn, by })
}
