import { calculateAgreement } from './agreement.ts'
import { calculateAppraisal } from './appraise.ts'
import { calculateAssignment } from './assign.ts'
import type { Calculator, SolverCalculator } from './calculation.ts'
import { calculateCalibration } from './calibrate.ts'
import { calculateDiscount } from './discount.ts'
import { calculateForm } from './form.ts'
import { calculateMcda } from './mcda.ts'
import { calculatePortfolio } from './portfolio.ts'
import { calculateSimulation } from './simulate.ts'
import { calculateSmaa } from './smaa.ts'
import { calculateTimetable } from './timetable.ts'
import { calculateVerification } from './verify.ts'

/** Every calculator by its name, for the command line and the API. */
export const calculators = {
  agreement: calculateAgreement,
  appraise: calculateAppraisal,
  calibrate: calculateCalibration,
  discount: calculateDiscount,
  form: calculateForm,
  mcda: calculateMcda,
  simulate: calculateSimulation,
  smaa: calculateSmaa,
} as const satisfies { readonly [name: string]: Calculator }

/** Those that need a solver. */
export const solverCalculators = {
  assign: calculateAssignment,
  portfolio: calculatePortfolio,
  timetable: calculateTimetable,
  verify: calculateVerification,
} as const satisfies { readonly [name: string]: SolverCalculator }

export type SolverCalculatorName = keyof typeof solverCalculators

export type CalculatorName = keyof typeof calculators

/** Narrows a name that somebody gave. */
export const isCalculatorName = (name: string): name is CalculatorName => Object.hasOwn(calculators, name)

/** The same of those that need a solver. */
export const isSolverCalculatorName = (name: string): name is SolverCalculatorName =>
  Object.hasOwn(solverCalculators, name)
