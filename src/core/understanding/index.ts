export { flagLines } from './flag.ts'
export { type Progress, understand } from './understand.ts'
export * from './understanding-case.ts'
