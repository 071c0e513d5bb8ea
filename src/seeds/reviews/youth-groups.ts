import type { Answers } from '../../core/forms/index.ts'

/** Of the country, equivalised and made up. */
export const medianIncome = 35_000

/** In percent of the benefits of each option: of outreach much reaches those who have least, of a fee-paying company little. */
const reached: Readonly<Record<string, readonly [poorer: number, others: number]>> = {
  'as-it-is': [45, 55],
  'do-minimum': [40, 60],
  shared: [42, 58],
  company: [35, 65],
  mutual: [50, 50],
  charity: [55, 45],
  contract: [38, 62],
}

const group = (title: string, income: number, at: 0 | 1): Answers => ({
  title,
  income,
  ...Object.fromEntries(Object.entries(reached).map(([option, shares]) => [`share-${option}`, shares[at]])),
})

/** Who gets the benefits. */
export const youthGroups: readonly Answers[] = [
  group('Young people in the two most deprived wards', 22_000, 0),
  group('Other young people of the borough', 38_000, 1),
]
