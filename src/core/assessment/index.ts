export * from './phase.ts'
export * from './subjects.ts'
