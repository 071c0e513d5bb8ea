export type { Calculation, Calculator } from './calculation.ts'
export { type CalculatorName, calculators, isCalculatorName } from './calculators.ts'
export { calculateForm } from './form.ts'
