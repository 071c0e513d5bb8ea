import { runTogether } from './run-together.ts'

runTogether('other-features')
