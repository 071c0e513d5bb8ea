export { pseudonymsOf } from './pseudonyms.ts'
