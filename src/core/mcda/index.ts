export { acceptability, type KnownWeights, type Smaa, type SmaaCase } from './smaa.ts'
export { type McdaCase, type McdaResult, weigh } from './weigh.ts'
