import { type Spend, spendBy, spendParts, totalSpend } from '../../../core/support/index.ts'
import { shortPounds } from '../../../core/text/short-pounds.ts'
import type { SupportedAward } from '../packages/awards.store.ts'
import { penceWords } from '../support.messages.ts'
import { managedPackagePath } from '../support.paths.ts'
import type { SpendLine } from './pages/support.ts'
import type { OrderSpend } from './spend.store.ts'

type Named = { readonly name: string; readonly note?: string; readonly href?: string }

/** A line in words. @param wholePence undefined where there is no whole, as for a lot */
function lineOf({ name, note = '', href }: Named, spend: Spend, wholePence?: number): SpendLine {
  return {
    name,
    note,
    href,
    whole: wholePence === undefined ? '' : penceWords(wholePence),
    ordered: penceWords(spend.orderedPence),
    accepted: penceWords(spend.acceptedPence),
    invoiced: penceWords(spend.invoicedPence),
    paid: penceWords(spend.paidPence),
    left: wholePence === undefined ? '' : penceWords(wholePence - spend.orderedPence),
  }
}

const ofAward = (rows: readonly OrderSpend[], { id }: SupportedAward): Spend =>
  totalSpend(rows.filter(({ awardId }) => awardId === id))

/** The spend of each award, with those for which nothing is ordered, and of all. */
export function awardLines(awards: readonly SupportedAward[], rows: readonly OrderSpend[]): readonly SpendLine[] {
  const whole = awards.reduce((sum, { pounds }) => sum + pounds * 100, 0)
  return [
    ...awards.map((award) => {
      const { reference: note, council: name, fundSlug, pounds } = award
      return lineOf({ name, note, href: managedPackagePath(fundSlug, note) }, ofAward(rows, award), pounds * 100)
    }),
    ...(awards.length > 1 ? [lineOf({ name: 'All awards' }, totalSpend(rows), whole)] : []),
  ]
}

export const lotLines = (rows: readonly OrderSpend[]): readonly SpendLine[] =>
  spendBy(rows, ({ lot }) => lot).map(({ key, spend }) => lineOf({ name: key }, spend))

const parts = ['Paid', 'Invoiced, not paid', 'Accepted, not invoiced', 'Ordered, not accepted', 'Not ordered']

/** Where the money of each award is, in pounds; undefined where nothing is ordered. */
export const spendChart = (awards: readonly SupportedAward[], rows: readonly OrderSpend[]) =>
  rows.length === 0
    ? undefined
    : {
        parts,
        mostPounds: Math.max(...awards.map(({ pounds }) => pounds)),
        bars: awards.map((award) => {
          const { paid, invoiced, accepted, ordered, left } = spendParts(ofAward(rows, award), award.pounds * 100)
          return { label: award.council, values: [paid, invoiced, accepted, ordered, left].map((pence) => pence / 100) }
        }),
        tickText: shortPounds,
      }
