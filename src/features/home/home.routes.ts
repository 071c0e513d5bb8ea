import { sql } from 'kysely'
import { notFound, Unavailable } from '../../core/errors.ts'
import { show, text } from '../../platform/http/answer.ts'
import { get, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { accessibilityRoutes } from './accessibility/accessibility.routes.ts'
import { administrationRoutes } from './administration/administration.routes.ts'
import { frontPage } from './front-page.ts'
import { guidesRoutes } from './guides/guides.routes.ts'
import { fundsPage } from './pages/funds.ts'
import { cookiesPage, helpPage, privacyPage } from './pages/reading.ts'
import { yourWorkPage } from './pages/your-work.ts'
import { performanceRoutes } from './performance/performance.routes.ts'
import { readHelp } from './read-help.ts'
import { statusRoutes } from './status/status.routes.ts'
import { yourWork } from './your-work.ts'

/** When the words of the accessibility statement were last read through. */
const reviewedOn = '27 November 2026'

export const homeRoutes = (services: Services): Route[] => {
  const { serviceName, evaluation } = services.config
  const reading = { serviceName, evaluation }
  return [
    get('/', 'public', async (ask) => show(fundsPage(await frontPage(services, ask.receivedAt)))),
    get('/home', 'signed-in', async ({ actor, receivedAt }) => {
      if (actor.kind !== 'person') throw notFound('work')
      return show(yourWorkPage(await yourWork(services, actor, receivedAt)))
    }),
    ...guidesRoutes(),
    get('/help', 'public', async ({ actor, query, receivedAt }) => {
      const about = (query.get('about') ?? '').slice(0, 300)
      return show(helpPage({ ...reading, ...(await readHelp(services.db, actor, about, receivedAt)) }))
    }),
    ...administrationRoutes(),
    ...statusRoutes(services),
    ...performanceRoutes(services),
    ...accessibilityRoutes({ serviceName, reviewedOn }),
    get('/privacy', 'public', async () => show(privacyPage(reading))),
    get('/cookies', 'public', async () => show(cookiesPage(reading))),
    get('/healthz', 'public', async () => text('alive\n', 'text/plain; charset=utf-8')),
    get('/readyz', 'public', async () => {
      await sql`select 1`.execute(services.db).catch(() => {
        throw new Unavailable('the database does not answer')
      })
      return text('ready\n', 'text/plain; charset=utf-8')
    }),
    get('/.well-known/security.txt', 'public', async (ask) =>
      text(securityText(ask.origin, ask.receivedAt), 'text/plain; charset=utf-8'),
    ),
  ]
}

/** How to report a weakness. @see RFC 9116 */
function securityText(origin: string, now: Date): string {
  const expires = new Date(now.getTime() + 180 * 24 * 3_600_000)
  return `Contact: ${origin}/help\nExpires: ${expires.toISOString()}\nPreferred-Languages: en\nCanonical: ${origin}/.well-known/security.txt\n`
}
