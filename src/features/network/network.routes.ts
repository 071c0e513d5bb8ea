import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { eventsRoutes } from './events/events.routes.ts'
import { linkedEventRoutes } from './events/linked-event.routes.ts'
import { managedEventsRoutes } from './events/managed-events.routes.ts'
import { inboundRoutes } from './inbound/inbound.routes.ts'
import { libraryRoutes } from './library/library.routes.ts'
import { managedRoutes } from './members/managed.routes.ts'
import { membersRoutes } from './members/members.routes.ts'
import { measuresRoutes } from './moderating/measures.routes.ts'
import { moderatingRoutes } from './moderating/moderating.routes.ts'
import { networkHomeRoutes } from './network-home.routes.ts'
import { postsRoutes } from './posts/posts.routes.ts'
import { profilesRoutes } from './profiles/profiles.routes.ts'

/** The network of a fund: who is in it, and what they do there. */
export const networkRoutes = (services: Services): Route[] => [
  ...networkHomeRoutes(services),
  ...membersRoutes(services),
  ...profilesRoutes(services),
  ...postsRoutes(services),
  ...measuresRoutes(services),
  ...libraryRoutes(services),
  ...eventsRoutes(services),
  ...linkedEventRoutes(services),
  ...inboundRoutes(services),
  ...managedRoutes(services),
  ...managedEventsRoutes(services),
  ...moderatingRoutes(services),
]
