export { type CashBand, type CashCase, cashBand, type UncertainCash } from './cash-bands.ts'
export { type Correlation, triangleOf } from './correlation.ts'
export { type Distribution, endsOf, meanOf, quantileOf, samplerOf } from './distribution.ts'
export { type FactorShape, factorShapes, lineFactor, riskFactor } from './line-factor.ts'
export { type MeanShift, meanShift } from './mean-shift.ts'
export { type Simulation, type SimulationCase, simulate, type UncertainLine } from './simulate.ts'
export { evenNumbers, evenPoints } from './sobol.ts'
export {
  drawOptions,
  type OptionSpread,
  type OptionsCase,
  splitSamples,
  spreadsOf,
  type UncertainOption,
  type UncertainWorth,
} from './uncertain-options.ts'
