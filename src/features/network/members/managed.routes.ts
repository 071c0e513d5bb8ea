import { firstConduct } from '../../../core/network/index.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { findFund, fundCrumbs } from '../../funds/index.ts'
import { askedOf, askerId } from '../asked-of.routes.ts'
import { managedLinks } from '../managed-links.ts'
import { managedNetworkPath } from '../network.paths.ts'
import { latestConduct } from './conduct.store.ts'
import { guestsOf } from './guests.store.ts'
import { endGuest, inviteGuest } from './invite-guest.ts'
import { conductProblemText, guestProblemText } from './members.messages.ts'
import { endGuestPath, guestsPath, writeConductPath } from './members.paths.ts'
import { managedNetworkPage } from './pages/managed-network.ts'
import { writeConduct } from './write-conduct.ts'

const all = '/manage/funds/:fund/network'

/** Running a network: who is invited, and the code of conduct. */
export const managedRoutes = (services: Services): Route[] => [
  get(all, 'network:run', async (ask) => await showManaged(services, ask, [])),
  post(`${all}/guests`, 'network:run', 'network.guest-invited', async (ask) => {
    const { email, note } = typedIn(ask)
    const result = await inviteGuest(services, { ...askedOf(ask), personId: askerId(ask), email, note })
    if (!result.ok) return await showManaged(services, ask, result.problems.map(guestProblemText))
    return seeOther(managedNetworkPath(param(ask, 'fund')), { flash: `${result.value} is invited by email.` })
  }),
  post(`${all}/guests/:guest/end`, 'network:run', 'network.guest-ended', async (ask) => {
    await endGuest(services, { ...askedOf(ask), personId: askerId(ask), guest: param(ask, 'guest') })
    return seeOther(managedNetworkPath(param(ask, 'fund')), { flash: 'The invitation is ended.' })
  }),
  post(`${all}/conduct`, 'network:run', 'network.conduct-published', async (ask) => {
    const result = await writeConduct(services, {
      ...askedOf(ask),
      personId: askerId(ask),
      text: ask.form.text('text'),
    })
    if (!result.ok) return await showManaged(services, ask, result.problems.map(conductProblemText))
    return seeOther(managedNetworkPath(param(ask, 'fund')), { flash: 'The code of conduct is published.' })
  }),
]

const typedIn = ({ form }: Ask) => ({ email: form.line('email'), note: form.line('note'), conduct: form.text('text') })

async function showManaged({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'network:run', param(ask, 'fund'))
  const conduct = await latestConduct(db, fund.id)
  const typed = typedIn(ask)
  return show(
    managedNetworkPage({
      fund,
      crumbs: fundCrumbs(fund),
      links: await managedLinks(db, fund),
      guests: (await guestsOf(db, fund.id)).map(({ id, email, name, note, invitedAt }) => ({
        who: name === '' ? email : `${name} (${email})`,
        note,
        since: ukDate(invitedAt),
        endAction: endGuestPath(fund.slug, id),
      })),
      inviteAction: guestsPath(fund.slug),
      conductAction: writeConductPath(fund.slug),
      conductVersion:
        conduct === undefined
          ? 'The code that comes with the service is in force.'
          : `Version ${conduct.number} of ${ukDate(conduct.publishedAt)} is in force.`,
      typed: { ...typed, conduct: typed.conduct || (conduct?.text ?? firstConduct) },
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
