import { show } from '../../../platform/http/answer.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { testedPages } from './read-tested.ts'
import { stateAccessibility } from './state-accessibility.ts'

/** How accessible the service is, for everybody. */
export const accessibilityRoutes = (of: { readonly serviceName: string; readonly reviewedOn: string }): Route[] => [
  get('/accessibility', 'public', async () =>
    show(accessibilityPage({ ...of, ...stateAccessibility(await testedPages()) })),
  ),
]
