export * from './phase.ts'
