import { isOpen } from '../../../core/complaints/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Step } from '../pages/decisions.ts'
import { complaintsPath } from './complaints.paths.ts'
import { complaintsOfRound, progressOf } from './complaints.store.ts'

/** How many complaints of a round are looked at, as one step of its decisions; a link for those who may list them. */
export async function complaintsStep(db: Database, { id, fund, slug }: RoundInFund, mayList: boolean): Promise<Step> {
  const complaints = await complaintsOfRound(db, id)
  const open = complaints.filter((complaint) => isOpen(progressOf(complaint))).length
  const standing = complaints.length === 0 ? 'None' : `${open} of ${complaints.length} to reply to`
  return { text: 'Complaints', href: mayList ? complaintsPath(fund.slug, slug) : undefined, standing }
}
