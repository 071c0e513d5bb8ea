export * from './assessment-export.ts'
export { type Check, type Verification, verifyExport } from './verify-export.ts'
