export * from './found.ts'
export * from './plain-excerpt.ts'
export * from './search-words.ts'
