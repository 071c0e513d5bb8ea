import { measureAppraisal } from './appraisal/measure-appraisal.ts'
import { report } from './targets.ts'

/** Measures the arithmetic of an options appraisal beside its targets, and NumPy's where there is one. */
report('Appraisal', await measureAppraisal())
