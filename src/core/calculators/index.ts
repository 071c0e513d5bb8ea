export type { Calculation, Calculator } from './calculation.ts'
export {
  type CalculatorName,
  calculators,
  isCalculatorName,
  isSolverCalculatorName,
  type SolverCalculatorName,
  solverCalculators,
} from './calculators.ts'
export { calculateForm } from './form.ts'
