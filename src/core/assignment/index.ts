export { assign } from './assign.ts'
export * from './case.ts'
export { brokenRule } from './check-assignment.ts'
export { findObstacle } from './check-possible.ts'
export { chooseAnchors } from './choose-anchors.ts'
export { everyonePairs } from './everyone.ts'
export type { Cause, NameOf } from './explain-impossible.ts'
export { findLoads, type Reader } from './find-loads.ts'
export { type Linkage, linkageOf } from './linkage.ts'
export { type Bidding, type Match, matchOf, type Subject } from './match.ts'
export { orderPiles, type Placed } from './order-piles.ts'
export {
  brokenInRound,
  isForEveryone,
  type RoundInput,
  type RoundResult,
  roundCase,
  seeksFairness,
  solveRound,
  withAnotherAnchor,
} from './solve-round.ts'
export { findNextBest, type NextBest } from './swap-costs.ts'
