export * from './phase.ts'
export * from './shortlist-size.ts'
export * from './subjects.ts'
export * from './weighted-total.ts'
