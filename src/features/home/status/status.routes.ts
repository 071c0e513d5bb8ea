import { readFileSync } from 'node:fs'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { administrationCrumb, troubledPath } from '../../notifications/index.ts'
import { adminStatusPath, statusPath } from '../home.paths.ts'
import { type ShownPart, statusPage } from './pages/status.ts'
import { currentStatus, historyDays, type Status } from './read-status.ts'
import { measureLines, partNames, stateTags } from './status.messages.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** How the service stands: for everybody in words, and for those who look after it with what was measured. */
export const statusRoutes = (services: Services): Route[] => [
  get(statusPath, 'public', async (ask) => await showStatus(services, ask, false)),
  get(adminStatusPath, 'service:administer', async (ask) => await showStatus(services, ask, true)),
]

async function showStatus(services: Services, ask: Ask, measured: boolean): Promise<Answer> {
  const status = await currentStatus(services, ask.receivedAt)
  const page = statusPage({
    at: ukTime(status?.at ?? ask.receivedAt, { seconds: true }),
    version,
    parts: partsOf(status),
    breadcrumbs: measured ? [administrationCrumb, { text: 'Status of the service' }] : undefined,
    measures: measured && status !== undefined ? measureLines(status.measures, ask.receivedAt) : [],
    troubledHref: measured ? troubledPath : undefined,
    historyDays,
    notices: (status?.notices ?? []).map(({ text, startsAt, endsAt, takenDownAt }) => ({
      text,
      times: `${ukTime(startsAt)} to ${ukTime(takenDownAt !== null && takenDownAt < endsAt ? takenDownAt : endsAt)}`,
    })),
  })
  return show(page, { status: status === undefined ? 503 : 200 })
}

function partsOf(status: Status | undefined): readonly ShownPart[] {
  const database = { name: partNames.database, tag: stateTags[status === undefined ? 'not-working' : 'working'] }
  if (status === undefined) return [database]
  const names = ['jobs', 'mail', 'audit', 'disk'] as const
  return [database, ...names.map((name) => ({ name: partNames[name], tag: stateTags[status.parts[name]] }))]
}
