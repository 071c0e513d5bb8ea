import type { SignedIn } from '../../core/permissions/index.ts'
import { authenticatorPath } from '../accounts/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** What stands between somebody who holds a role and its work: the second step of signing in. No statement. */
export const secondStepWaiting: FindWaiting = async (_db, { secondStep }) => {
  const words = steps[secondStep]
  if (words === undefined) return []
  return [{ ...words, href: authenticatorPath, state: asked('Second step of signing in'), asks: true }]
}

const detail = 'You hold a role in this service. What waits for you in it is shown after this'

const steps: Readonly<Partial<Record<SignedIn['secondStep'], Pick<Waiting, 'title' | 'detail'>>>> = {
  'to-set-up': { title: 'Set up an authenticator app', detail },
  due: { title: 'Enter a code from your authenticator app', detail },
}
