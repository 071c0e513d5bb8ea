import { show } from '../../../platform/http/answer.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { adminPeoplePath, registerPath } from '../../accounts/index.ts'
import { serviceSetsPath } from '../../forms/index.ts'
import { managePath, noticesPath } from '../../funds/index.ts'
import { administrationPath, troubledPath } from '../../notifications/index.ts'
import { retentionPath } from '../../privacy/index.ts'
import { adminStatusPath } from '../home.paths.ts'
import { administrationPage } from './pages/administration.ts'

/** The way to everything that those look after who look after the service. */
export const administrationRoutes = (): Route[] => [
  get(administrationPath, 'service:administer', async () =>
    show(
      administrationPage([
        { text: 'Register of authorities', href: registerPath, about: 'Councils and other bodies, and their borders.' },
        { text: 'People', href: adminPeoplePath, about: 'Find somebody, and reset their authenticator app.' },
        { text: 'Funds', href: managePath(), about: 'Set one up, and give people their roles on it.' },
        { text: 'Question sets', href: serviceSetsPath, about: 'Questions that every fund can take into its forms.' },
        { text: 'Personal data', href: retentionPath, about: 'Retention, holds and requests of people.' },
        { text: 'Mail', href: troubledPath, about: 'Messages that did not go out.' },
        {
          text: 'Service notices',
          href: noticesPath(),
          about: 'What stands on every page while something does not work.',
        },
        { text: 'Status of the service', href: adminStatusPath, about: 'Queue, mail, sealing and disk, as measured.' },
      ]),
    ),
  ),
]
