export * from './phase.ts'
export * from './subjects.ts'
export * from './weighted-total.ts'
