export { commitmentOf, nonceOf, type Withheld } from './commitments.ts'
export { pseudonymsOf } from './pseudonyms.ts'
