export * from './arrange-waiting.ts'
