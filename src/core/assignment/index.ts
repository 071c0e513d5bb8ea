export { type AssessorLoad, type Assignment, type AssignmentCase, assign } from './assign.ts'
export type { Cause } from './explain-impossible.ts'
