export { type GroupWeight, groupWeights, type PersonalSwings } from './group-weights.ts'
export { acceptability, type KnownWeights, type Smaa, type SmaaCase } from './smaa.ts'
export { checkValueFunction, type ValueFunction, type ValueFunctionProblem, valueAt } from './value-function.ts'
export { type McdaCase, type McdaResult, weigh } from './weigh.ts'
