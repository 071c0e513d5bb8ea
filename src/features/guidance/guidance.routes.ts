import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'

export const guidanceRoutes = (_: Services): Route[] => []
