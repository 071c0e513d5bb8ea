import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Step } from '../pages/decisions.ts'
import { interviewsPath } from './interviewing.paths.ts'
import { interviewingOf } from './interviewing.store.ts'
import { shortlistedOf } from './read-shortlisted.ts'

/** Where the interviews of a round stand, as one step of its decisions. */
export async function interviewsStep(db: Database, { id, fund, slug, interviewsHeld }: RoundInFund): Promise<Step> {
  const { sealed, held, openedAt, closedAt } = await interviewingOf(db, id)
  const count = (await shortlistedOf(db, id)).length
  const standing = !sealed
    ? interviewsHeld
      ? 'Planned: the rules are not sealed'
      : 'None are planned'
    : !held
      ? 'None are held'
      : closedAt !== null
        ? 'Closed'
        : openedAt !== null
          ? 'Open'
          : count === 0
            ? 'After the shortlist is frozen'
            : `${count} to interview`
  return { text: 'Interviews', href: held ? interviewsPath(fund.slug, slug) : undefined, standing }
}
