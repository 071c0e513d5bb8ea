import { sql } from 'kysely'
import { text } from '../../platform/http/answer.ts'
import { get, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { readPages } from './read-pages.routes.ts'

export const homeRoutes = (services: Services): Route[] => [
  get('/healthz', 'public', async () => text('alive\n', 'text/plain; charset=utf-8')),
  get('/readyz', 'public', async () => {
    await sql`select 1`.execute(services.db)
    return text('ready\n', 'text/plain; charset=utf-8')
  }),
]
