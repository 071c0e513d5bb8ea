export { type McdaCase, type McdaResult, weigh } from './weigh.ts'
