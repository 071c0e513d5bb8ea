import { fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import { membershipRequestsPath, membersToConfirm, organisationPeoplePath } from '../accounts/index.ts'
import { asked, type FindWaiting } from './waiting-item.ts'

const people = (count: number): string => (count === 1 ? '1 person asks' : `${count} people ask`)

/** Who asks to act for somebody's organisations; of a programme team, for any: one statement. */
export const peopleWaiting: FindWaiting = async (db, actor) => {
  const runsFund = fundsWith(actor, 'fund:edit').length > 0
  const bodies = await membersToConfirm(db, runsFund ? 'all' : organisationsOf(actor))
  const [oldest] = bodies
  if (oldest === undefined) return []
  const common = { state: asked('To confirm'), asks: true }
  if (runsFund) {
    const count = bodies.reduce((sum, { waiting }) => sum + waiting, 0)
    const detail = `${people(count)}, since ${ukTime(oldest.since)}`
    return [{ href: membershipRequestsPath, title: 'People who ask to act for their organisations', detail, ...common }]
  }
  return bodies.map(({ organisationId, organisation, waiting, since }) => ({
    href: organisationPeoplePath(organisationId),
    title: `People who ask to act for ${organisation}`,
    detail: `${people(waiting)}, since ${ukTime(since)}`,
    ...common,
  }))
}
