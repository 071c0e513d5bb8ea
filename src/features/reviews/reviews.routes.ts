import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { sheetRoutes } from '../sheets/index.ts'
import { baselineRoutes } from './baseline/baseline.routes.ts'
import { budgetRoutes } from './budgeting/budget.routes.ts'
import { figuresRoutes } from './figures/figures.routes.ts'
import { filteringRoutes } from './filtering/filtering.routes.ts'
import { judgingRoutes } from './judging/judging.routes.ts'
import { amountsRoutes } from './money/amounts.routes.ts'
import { appraisalRoutes } from './money/appraisal.routes.ts'
import type { ReadForecastsOut } from './money/forecasts-out.ts'
import { reviewPeopleRoutes } from './people/people.routes.ts'
import { reportRoutes } from './reporting/report.routes.ts'
import { reviewSheets } from './sheets/review-sheets.ts'
import { uncertaintyRoutes } from './uncertainty/uncertainty.routes.ts'
import { whatIfRoutes } from './uncertainty/what-if.routes.ts'
import { versionRoutes } from './versions/versions.routes.ts'
import { givingRoutes } from './weighing/giving.routes.ts'
import { weighedRoutes } from './weighing/weighed.routes.ts'
import { weighingRoutes } from './weighing/weighing.routes.ts'
import { reviewRoutes } from './workspace/review.routes.ts'
import { reviewListRoutes } from './workspace/reviews.routes.ts'

/** Strategic reviews: every way in which a service could be delivered, compared. */
export const reviewsRoutes = (services: Services, forecastsOut: ReadForecastsOut): Route[] => [
  ...reviewListRoutes(services),
  ...reviewRoutes(services),
  ...reviewPeopleRoutes(services),
  ...sheetRoutes(services, reviewSheets),
  ...baselineRoutes(services),
  ...filteringRoutes(services),
  ...appraisalRoutes(services, forecastsOut),
  ...amountsRoutes(services),
  ...budgetRoutes(services),
  ...weighingRoutes(services),
  ...givingRoutes(services),
  ...weighedRoutes(services),
  ...whatIfRoutes(services),
  ...uncertaintyRoutes(services),
  ...judgingRoutes(services),
  ...reportRoutes(services),
  ...figuresRoutes(services),
  ...versionRoutes(services),
]
