import { usualWindow, waitsTooLong } from '../../../core/debriefs/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Step } from '../pages/decisions.ts'
import { debriefsPath } from './debriefs.paths.ts'
import { debriefsOf, windowSet } from './debriefs.store.ts'

/** Where debriefs stand, as one step of the decisions of a round: how many wait for the team, and how many too long. */
export async function debriefsStep(db: Database, { id, fund, slug }: RoundInFund, at: Date): Promise<Step> {
  const window = (await windowSet(db, id)) ?? usualWindow
  const all = await debriefsOf(db, id)
  const waiting = all.filter(({ state }) => state === 'asked')
  const late = waiting.filter(({ askedAt }) => waitsTooLong(askedAt, at, window)).length
  return {
    text: 'Debriefs',
    href: debriefsPath(fund.slug, slug),
    standing: standingWords(all.length, waiting.length, late),
  }
}

function standingWords(all: number, waiting: number, late: number): string {
  if (all === 0) return 'None asked for'
  if (waiting === 0) return 'None wait'
  return late === 0 ? `${waiting} wait` : `${waiting} wait, ${late} too long`
}
