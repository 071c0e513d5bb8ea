import { openHighs } from '../../src/platform/solver/highs-solver.ts'
import { measurePortfolios } from './decisions/measure-portfolios.ts'
import { measureTimetables } from './decisions/measure-timetables.ts'
import { report } from './targets.ts'

/** Measures the work of interviews and decisions beside its targets, and checks each answer in another way. */
const solve = await openHighs()
report('Decisions', [...measureTimetables(solve), ...measurePortfolios(solve)])
