export * from './parts-status.ts'
