import { calculateAgreement } from './agreement.ts'
import type { Calculator } from './calculation.ts'
import { calculateCalibration } from './calibrate.ts'
import { calculateForm } from './form.ts'

/** Every calculator by its name, for the command line and the API. */
export const calculators = {
  agreement: calculateAgreement,
  calibrate: calculateCalibration,
  form: calculateForm,
} as const satisfies { readonly [name: string]: Calculator }

export type CalculatorName = keyof typeof calculators

/** Narrows a name that somebody gave. */
export const isCalculatorName = (name: string): name is CalculatorName => Object.hasOwn(calculators, name)
