/** Why no risk was taken over. */
export type TakeRisksProblem = { readonly code: 'none-chosen' } | { readonly code: 'full'; readonly most: number }

export const takeRisksProblemText = (problem: TakeRisksProblem): string =>
  problem.code === 'none-chosen'
    ? 'Select at least one risk'
    : `The register can have no more than ${problem.most} risks. Select fewer`
