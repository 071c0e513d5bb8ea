import { acceptingSides, bothStand, orderCost, owesAnswer } from '../../../core/support/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { Looking } from '../delivering/describe-deliverables.ts'
import type { Order } from '../orders/orders.store.ts'
import { daysWords, penceWords, sideWords } from '../support.messages.ts'
import { orderPartPath } from '../support.paths.ts'
import type { Terms } from './changes.store.ts'
import type { ChangesModel } from './pages/changes.ts'

/** Every version of the terms of an order, and who has to say something of the last. */
export function describeChanges(
  { place, order, acts }: Looking,
  versions: readonly Terms[],
): Pick<ChangesModel, 'versions' | 'answer'> & { readonly waits: boolean } {
  const last = versions.at(-1)
  const waiting =
    last !== undefined && last.number > order.terms && bothStand(last.answers) === 'waits' ? last : undefined
  const side = acceptingSides.find((each) => each === place.side)
  const owes = acts && side !== undefined && waiting !== undefined && owesAnswer(side, waiting.answers)
  return {
    versions: [...versions].reverse().map((terms) => ({
      number: terms.number,
      state: stateOf(terms, order),
      terms: termsWords(terms),
      cost: costWords(terms, order),
      asked: askedWords(terms),
      answers: terms.answers.map(
        ({ side: by, yes, reason, at }) =>
          `${sideWords[by]}: ${yes ? 'agreed' : 'refused'} on ${ukDate(new Date(at))}. ${reason}`,
      ),
    })),
    answer: owes
      ? {
          form: `change-${waiting.number}`,
          action: orderPartPath(place, order.reference, 'changes', waiting.number, 'answers'),
          question: `Do you agree to version ${waiting.number}?`,
          yes: 'Agree',
          no: 'Refuse',
        }
      : undefined,
    waits: waiting !== undefined,
  }
}

const termsWords = ({ tenthDays, ratePence, expensesPence, vatPercent, dueOn }: Terms): string =>
  [
    `${daysWords(tenthDays)} at ${penceWords(ratePence)}`,
    ...(expensesPence === 0 ? [] : [`expenses ${penceWords(expensesPence)}`]),
    `VAT ${vatPercent}%`,
    `by ${dayInWords(dueOn)}`,
  ].join(', ')

/** What the award pays for by these terms; once the order is closed, beside what was accepted of it. */
function costWords(terms: Terms, { vat, terms: inForce, closedAt, countedPence }: Order): string {
  const ordered = penceWords(orderCost(terms, vat).countedPence)
  return terms.number === inForce && closedAt !== null
    ? `Ordered for ${ordered}. ${penceWords(countedPence)} of it was accepted, and is what the order costs.`
    : `Cost: ${ordered}.`
}

const askedWords = ({ number, askedSide, askedBy, askedAt, reason }: Terms): string =>
  number === 1
    ? `Ordered on ${ukDate(askedAt)}.`
    : `${sideWords[askedSide]}${askedBy === '' ? '' : ` (${askedBy})`}, ${ukDate(askedAt)}: ${reason}`

function stateOf({ number, answers }: Terms, { terms: inForce, closedAt, withdrawnAt }: Order) {
  if (number === inForce && closedAt !== null) return { text: 'Closed early', classes: 'govuk-tag--yellow' }
  if (number === inForce) return { text: 'In force', classes: 'govuk-tag--green' }
  if (number < inForce && (number === 1 || bothStand(answers) === 'agreed'))
    return { text: 'Replaced', classes: 'govuk-tag--grey' }
  if (bothStand(answers) === 'refused') return { text: 'Refused', classes: 'govuk-tag--red' }
  return closedAt === null && withdrawnAt === null
    ? { text: 'Waiting', classes: 'govuk-tag--purple' }
    : { text: 'Not answered', classes: 'govuk-tag--grey' }
}
