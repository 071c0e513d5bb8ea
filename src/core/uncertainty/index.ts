export { type Correlation, triangleOf } from './correlation.ts'
export { type Distribution, meanOf, quantileOf, samplerOf } from './distribution.ts'
export { type Simulation, type SimulationCase, simulate, type UncertainLine } from './simulate.ts'
export { evenNumbers } from './sobol.ts'
