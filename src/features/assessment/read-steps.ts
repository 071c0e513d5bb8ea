import type { Database } from '../../platform/database/database.ts'
import type { RoundInFund } from '../funds/index.ts'
import { assessorsPath } from './assessors/assessors.paths.ts'
import { assessorsOf } from './assessors/assessors.store.ts'
import { assignmentPath } from './assigning/assigning.paths.ts'
import { liveAssignmentsOf } from './assigning/assignments.store.ts'
import type { Step } from './pages/assessment.ts'
import { siftStandingWords } from './sifting/describe-sift.ts'
import { receivedOf } from './sifting/sift.store.ts'
import { siftPath } from './sifting/sifting.paths.ts'

/** The steps of assessing a round, with where each stands. */
export async function readSteps(db: Database, { id, fund, slug }: RoundInFund): Promise<readonly Step[]> {
  const assessors = await assessorsOf(db, id)
  const live = (await liveAssignmentsOf(db, id)).filter(({ why }) => why !== 'practice')
  const accepted = assessors.filter(({ state }) => state === 'accepted').length
  const waiting = assessors.filter(({ state }) => state === 'invited').length
  return [
    { text: 'Sift', href: siftPath(fund.slug, slug), standing: siftStandingWords(await receivedOf(db, id)) },
    {
      text: 'Assessors',
      href: assessorsPath(fund.slug, slug),
      standing: assessors.length === 0 ? 'Nobody asked yet' : `${accepted} accepted, ${waiting} to answer`,
    },
    {
      text: 'Assignment',
      href: assignmentPath(fund.slug, slug),
      standing: live.length === 0 ? 'Not assigned yet' : `${live.length} assigned`,
    },
  ]
}
