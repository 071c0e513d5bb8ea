export * from './guide-of-path.ts'
export * from './place-of-path.ts'
