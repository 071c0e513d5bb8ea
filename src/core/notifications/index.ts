export * from './delivery.ts'
export * from './message-kinds.ts'
