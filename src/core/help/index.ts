export * from './place-of-path.ts'
