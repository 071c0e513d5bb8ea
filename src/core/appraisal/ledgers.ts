import type { AppraisedOption } from './appraise.ts'
import { type CashLine, isEconomic, isFinancial, nominalPounds, type Prices, realPounds } from './cash-line.ts'
import { presentValue } from './discount-schedule.ts'

/** A line in both ledgers, and what lies between them: the first five together are the sixth. Pounds, costs below nothing. */
export type Reconciled = {
  readonly id: string
  /** Real and discounted; nothing where the line is not in the economic case. */
  readonly economic: number
  /** What discounting had taken off. */
  readonly discounting: number
  /** Real; what is in the accounts and not in the economic case: transfers and depreciation. */
  readonly accountsOnly: number
  /** Real; taken out again: what is in the economic case and not in the accounts of the council. */
  readonly notInAccounts: number
  /** What prices add. */
  readonly inflation: number
  /** Nominal and undiscounted; nothing where the line is not in the financial case. */
  readonly financial: number
}

const total = (pounds: readonly number[]): number => pounds.reduce((sum, each) => sum + each, 0)

/**
 * Takes each line from the economic ledger to the financial one, so that whoever holds one against the other sees where
 * every pound of the difference comes from.
 *
 * @throws {RangeError} if a line has more years than there are prices for
 * @see docs/sources.md#green-book-2026 (table 9)
 */
export const reconcile = (lines: readonly CashLine[], prices: Prices): readonly Reconciled[] =>
  lines.map((line) => {
    checkYears(line, prices)
    const real = realPounds(line, prices)
    const realTotal = total(real)
    const economic = isEconomic(line) ? presentValue(real, prices.discount) : 0
    const discounting = isEconomic(line) ? realTotal - economic : 0
    const financial = isFinancial(line) ? total(nominalPounds(line, prices)) : 0
    return {
      id: line.id,
      economic,
      discounting,
      accountsOnly: isFinancial(line) && !isEconomic(line) ? realTotal : 0,
      notInAccounts: isEconomic(line) && !isFinancial(line) ? -realTotal : 0,
      inflation: isFinancial(line) ? financial - realTotal : 0,
      financial,
    }
  })

/** Both ledgers by year: the financial one in pounds paid, the economic one in pounds of year 0, not yet discounted. */
export function byYear(
  lines: readonly CashLine[],
  prices: Prices,
): { readonly economic: readonly number[]; readonly financial: readonly number[] } {
  const years = Math.max(0, ...lines.map(({ pounds }) => pounds.length))
  const sum = (taken: readonly CashLine[], poundsOf: typeof realPounds): readonly number[] => {
    const each = taken.map((line) => poundsOf(line, prices))
    return Array.from({ length: years }, (_, year) => total(each.map((pounds) => pounds[year] ?? 0)))
  }
  for (const line of lines) checkYears(line, prices)
  return {
    economic: sum(lines.filter(isEconomic), realPounds),
    financial: sum(lines.filter(isFinancial), nominalPounds),
  }
}

/** What a line is part of in the economic appraisal. */
export type EconomicPart = 'public-costs' | 'other-costs' | 'benefits'

/** Incomes of the public sector lower its costs; those of others are benefits. Null for what is not in the economic case. */
export function economicPartOf(line: Pick<CashLine, 'kind' | 'bearer' | 'nature'>): EconomicPart | null {
  if (!isEconomic(line)) return null
  if (line.kind === 'benefit') return 'benefits'
  if (line.bearer !== 'society') return 'public-costs'
  return line.kind === 'cost' ? 'other-costs' : 'benefits'
}

/** The option as the economic appraisal takes it: real pounds a year of what counts there, with the bias in them already. */
export function appraisedOption(id: string, lines: readonly CashLine[], prices: Prices): AppraisedOption {
  const of = (part: EconomicPart): readonly number[] =>
    byYear(
      lines.filter((line) => economicPartOf(line) === part),
      prices,
    ).economic
  const against = (pounds: readonly number[]): readonly number[] => pounds.map((each) => 0 - each)
  return {
    id,
    publicCosts: against(of('public-costs')),
    otherCosts: against(of('other-costs')),
    benefits: of('benefits'),
  }
}

function checkYears({ id, pounds }: CashLine, { inflation, discount }: Prices): void {
  const known = Math.min(inflation.length, discount.length)
  if (pounds.length > known)
    throw new RangeError(`“${id}” has ${pounds.length} years, and there are prices for ${known}`)
}
