import type { SignedIn } from '../../core/permissions/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import type { Services } from '../../platform/services.ts'
import { approvalsAsked } from '../funds/index.ts'
import { asked, type Waiting } from './waiting-item.ts'

/** What funders are asked to approve, for those who speak for them: a fixed number of statements, and none for others. */
export async function approvalsWaiting(services: Services, actor: SignedIn, now: Date): Promise<readonly Waiting[]> {
  const funds = await approvalsAsked(services, actor, now)
  return funds.map(({ fundName, href, documents }) => ({
    href,
    title: `Approve for a funder of ${fundName}`,
    detail: plainList(documents.map((document) => `the ${document}`)),
    state: asked('Waits for your approval'),
    asks: true,
  }))
}
