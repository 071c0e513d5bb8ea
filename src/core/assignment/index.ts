export { assign } from './assign.ts'
export * from './case.ts'
export { brokenRule } from './check-assignment.ts'
export type { Cause, NameOf } from './explain-impossible.ts'
