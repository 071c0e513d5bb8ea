/** A risk with how likely it is, from 0 to 1, and what it would cost in pounds. */
export type Risk = { readonly probability: number; readonly pounds: number }

/** What risks come to together, in pounds. */
export type RiskTotals = {
  /** What is to be expected: it is in the costs of an option. */
  readonly expected: number
  /** If all of them happened. */
  readonly exposure: number
  /** How far it is likely to be off, if the risks have nothing to do with one another. */
  readonly standardDeviation: number
}

/**
 * What a register of risks comes to.
 *
 * @example riskTotals([{ probability: 0.3, pounds: 100 }, { probability: 0.5, pounds: 200 }]).expected // => 130
 */
export function riskTotals(risks: readonly Risk[]): RiskTotals {
  const sum = (of: (risk: Risk) => number): number => risks.reduce((total, risk) => total + of(risk), 0)
  return {
    expected: sum(({ probability, pounds }) => probability * pounds),
    exposure: sum(({ pounds }) => pounds),
    standardDeviation: Math.sqrt(sum(({ probability, pounds }) => probability * (1 - probability) * pounds ** 2)),
  }
}
