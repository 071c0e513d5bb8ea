/** On which side of a ledger a line stands. */
export type LineKind = 'cost' | 'income' | 'benefit'

/** Whose money or welfare it is: the body that reviews its service, another public body, or anybody else. */
export type Bearer = 'council' | 'other-public' | 'society'

/**
 * What a line is. `resource`: something is used or made. `transfer`: money changes hands and nothing else does, as with
 * VAT, business rates, taxes and grants. `depreciation`: a cost of the accounts, of what was paid for before. `sunk`: spent
 * whatever is decided. `not-cash`: worth something to somebody, though no money is paid.
 *
 * @see docs/sources.md#green-book-2026 (paragraphs 6.32, 6.38, 6.92 and table 9)
 */
export type LineNature = 'resource' | 'transfer' | 'depreciation' | 'sunk' | 'not-cash'

/** One line of the cash flows of an option. Both ledgers are made from these and from nothing else. */
export type CashLine = {
  readonly id: string
  readonly kind: LineKind
  readonly bearer: Bearer
  readonly nature: LineNature
  /** Whether the pounds are those of year 0 (`real`) or those that will be paid (`nominal`). */
  readonly basis: 'real' | 'nominal'
  /** Of a real line: by how much its price rises each year beyond all prices, a fraction. */
  readonly relativeGrowth?: number
  /** What is left of optimism bias, a fraction: costs are raised by it, incomes and benefits lowered. */
  readonly optimismBias?: number
  /** Pounds a year, index 0 the decision year; the size, whose sign is that of the kind. Below nothing turns it round. */
  readonly pounds: readonly number[]
}

/** What is the same for every line of an appraisal. */
export type Prices = {
  /** How many pounds of each year buy what one of year 0 did. */
  readonly inflation: readonly number[]
  /** What a real pound of each year is worth in year 0. */
  readonly discount: readonly number[]
}

/** Costs weigh against an option, all else for it. */
export const signOf = ({ kind }: Pick<CashLine, 'kind'>): 1 | -1 => (kind === 'cost' ? -1 : 1)

/** What a line is multiplied by for optimism bias. */
export const biasFactor = ({ kind, optimismBias = 0 }: Pick<CashLine, 'kind' | 'optimismBias'>): number =>
  kind === 'cost' ? 1 + optimismBias : 1 - optimismBias

/** A line in pounds of year 0, with its sign and its bias. */
export const realPounds = (line: CashLine, { inflation }: Prices): readonly number[] =>
  line.pounds.map((pounds, year) => {
    const size = line.basis === 'nominal' ? pounds / (inflation[year] ?? Number.NaN) : pounds * grown(line, year)
    return signOf(line) * biasFactor(line) * size
  })

/** A line in the pounds that are paid, with its sign and its bias. */
export const nominalPounds = (line: CashLine, { inflation }: Prices): readonly number[] =>
  line.pounds.map((pounds, year) => {
    const size = line.basis === 'nominal' ? pounds : pounds * grown(line, year) * (inflation[year] ?? Number.NaN)
    return signOf(line) * biasFactor(line) * size
  })

const grown = ({ relativeGrowth = 0 }: CashLine, year: number): number => (1 + relativeGrowth) ** year

/** Whether a line counts in the economic case: what is used, made or felt, whoever pays. */
export const isEconomic = ({ nature }: Pick<CashLine, 'nature'>): boolean =>
  nature === 'resource' || nature === 'not-cash'

/** Whether a line counts in the financial case: what stands in the accounts of the body itself. */
export const isFinancial = ({ nature, bearer }: Pick<CashLine, 'nature' | 'bearer'>): boolean =>
  bearer === 'council' && nature !== 'sunk' && nature !== 'not-cash'
