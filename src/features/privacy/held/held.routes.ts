import { notFound } from '../../../core/errors.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, archive, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { yourDataPath } from '../../accounts/index.ts'
import { exportHeld } from './export-held.ts'
import { heldDocument } from './pages/held-document.ts'
import { yourDataPage } from './pages/your-data.ts'

/** What somebody finds of themselves. */
export const heldRoutes = (services: Services): Route[] => [
  get(yourDataPath, 'signed-in', async (ask) => show(yourDataPage({ action: yourDataPath, csrf: ask.csrf }))),
  post(yourDataPath, 'signed-in', 'person.data-exported', async (ask) => await sendHeld(services, ask, ownId(ask))),
]

function ownId({ actor }: Ask): string {
  if (actor.kind !== 'person') throw notFound('account')
  return actor.personId
}

/** Sends everything that is kept about somebody as an archive. Who may have it is the caller’s to ask. */
export async function sendHeld(services: Services, ask: Ask, personId: string): Promise<Answer> {
  const at = ask.receivedAt
  const { serviceName } = services.config
  const madeAt = ukTimeWithZone(at)
  const zip = await exportHeld({
    services,
    personId,
    byId: ownId(ask),
    at,
    document: (held, email) => heldDocument({ held, email, madeAt, serviceName }),
  })
  return archive({ name: `what-is-kept-${isoDay(at)}.zip`, bytes: zip.bytes, body: await zip.open() })
}
