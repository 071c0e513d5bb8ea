export * from './found.ts'
export * from './search-words.ts'
