import type { AssessmentTimes } from '../../../core/assessment/index.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import type { Step } from '../pages/assessment.ts'
import { practicePath, progressPath } from './scoring.paths.ts'

/** Practice and scoring as steps of the work, with where they stand. */
export const scoringSteps = ({ fund, slug }: RoundInFund, times: AssessmentTimes): readonly Step[] => [
  {
    text: 'Agree practice scores',
    href: practicePath(fund.slug, slug),
    standing: times.openedAt === null ? 'Optional' : 'Fixed',
  },
  {
    text: 'Score',
    href: progressPath(fund.slug, slug),
    standing: times.openedAt === null ? 'Not open' : times.closedAt === null ? 'Open' : 'Closed',
  },
]
