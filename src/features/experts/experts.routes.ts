import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { askRoutes } from './asking/ask.routes.ts'
import { matchRoutes } from './asking/match.routes.ts'
import { panelRoutes } from './home/panel.routes.ts'
import { hoursRoutes } from './hours/hours.routes.ts'
import { directoryRoutes } from './people/directory.routes.ts'
import { ownRoutes } from './people/own.routes.ts'
import { answersRoutes } from './publishing/answers.routes.ts'
import { publishRoutes } from './publishing/publish.routes.ts'
import { requestRoutes } from './thread/request.routes.ts'
import { useRoutes } from './use/use.routes.ts'

/** Every route of expert panels. */
export const expertsRoutes = (services: Services): Route[] => [
  ...directoryRoutes(services),
  ...ownRoutes(services),
  ...panelRoutes(services),
  ...askRoutes(services),
  ...matchRoutes(services),
  ...requestRoutes(services),
  ...hoursRoutes(services),
  ...answersRoutes(services),
  ...publishRoutes(services),
  ...useRoutes(services),
]
