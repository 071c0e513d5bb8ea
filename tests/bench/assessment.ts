import { openHighs } from '../../src/platform/solver/highs-solver.ts'
import { measureAssessment } from './assessment/measure-assessment.ts'
import { report } from './targets.ts'

/** Measures the work of an assessment beside its targets, and checks each answer in another way. */
report('Assessment', measureAssessment(await openHighs()))
