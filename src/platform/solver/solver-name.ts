import { readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.resolve('highs')), 'utf8'))

/** What solves, with its version: kept with what it found. */
export const solverName = `HiGHS (highs ${version})`
