import type { AssessmentTimes } from '../../../core/assessment/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import type { Step } from '../pages/assessment.ts'
import { exportPath } from './exporting.paths.ts'

/** The export as a step of the work, with where it stands; for those who may have it. */
export const exportStep = ({ fund, slug }: RoundInFund, times: AssessmentTimes): Step => ({
  text: 'Export and replay',
  href: exportPath(fund.slug, slug),
  standing: times.closedAt === null ? 'After scoring' : 'Ready',
})
