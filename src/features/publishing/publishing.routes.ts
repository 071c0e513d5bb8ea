import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { apiRoutes } from './api/api.routes.ts'
import { evidenceRoutes } from './evidence/evidence.routes.ts'
import { ggisRoutes } from './ggis/ggis.routes.ts'
import { reportingRoutes } from './reporting/reporting.routes.ts'
import { disclosuresRoutes } from './requests/disclosures.routes.ts'
import { requestRoutes } from './requests/request.routes.ts'
import { requestsRoutes } from './requests/requests.routes.ts'
import { resultsRoutes } from './results/results.routes.ts'
import { samplingRoutes } from './sampling/sampling.routes.ts'
import { webhooksRoutes } from './webhooks/webhooks.routes.ts'

/** What is told to everyone: results, open data, the API, and what those who run or audit a fund report from. */
export const publishingRoutes = (services: Services): Route[] => [
  ...apiRoutes(services),
  ...evidenceRoutes(services),
  ...ggisRoutes(services),
  ...reportingRoutes(services),
  ...requestsRoutes(services),
  ...requestRoutes(services),
  ...disclosuresRoutes(services),
  ...resultsRoutes(services),
  ...samplingRoutes(services),
  ...webhooksRoutes(services),
]
