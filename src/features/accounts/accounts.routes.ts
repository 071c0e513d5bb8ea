import type { Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { accountRoutes } from './account.routes.ts'
import { bordersRoutes } from './borders/borders.routes.ts'
import type { BordersImported } from './borders/import-borders.ts'
import type { MemberConfirmed } from './decide-membership.ts'
import { identityRoutes } from './identity/identity.routes.ts'
import { peopleRoutes } from './people.routes.ts'
import { registerRoutes } from './register.routes.ts'
import { signInRoutes } from './sign-in.routes.ts'

/** Signing in, a person's account, who works for whom, who holds which role, and the register. */
export const accountsRoutes = (
  services: Services,
  { confirmed, imported }: { readonly confirmed: MemberConfirmed; readonly imported: BordersImported },
): Route[] => [
  ...signInRoutes(services),
  ...identityRoutes(services),
  ...accountRoutes(services),
  ...peopleRoutes(services, confirmed),
  ...registerRoutes(services),
  ...bordersRoutes(services, imported),
]
