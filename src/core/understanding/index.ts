export { flagLines } from './flag.ts'
export { fewestToCompare, type OwnPattern, type OwnTotal, ownPattern } from './own-pattern.ts'
export { type Progress, understand } from './understand.ts'
export * from './understanding-case.ts'
