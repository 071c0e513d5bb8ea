import { firstConduct } from '../../../core/network/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { isoDay } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { askedOf } from '../asked-of.routes.ts'
import { networkPath } from '../network.paths.ts'
import { networkCrumbs } from '../network-crumbs.ts'
import { openNetwork } from '../open-network.ts'
import { acceptConduct } from './accept-conduct.ts'
import { latestConduct } from './conduct.store.ts'
import { acceptProblemText, memberKindWords } from './members.messages.ts'
import { conductPath } from './members.paths.ts'
import { listMembers } from './members.store.ts'
import { conductPage } from './pages/conduct.ts'
import { membersPage } from './pages/members.ts'

/** Who is in a network, and the code of conduct that they accept. */
export const membersRoutes = (services: Services): Route[] => [
  get('/network/:fund/members', 'network:take-part', async (ask) => await showMembers(services, ask)),
  get('/network/:fund/conduct', 'network:take-part', async (ask) => await showConduct(services, ask, [])),
  post('/network/:fund/conduct', 'network:take-part', 'network.conduct-accepted', async (ask) => {
    const agreed = ask.form.has('agreed')
    const result = await acceptConduct(services, { ...askedOf(ask), number: ask.form.line('number'), agreed })
    if (!result.ok) return await showConduct(services, ask, result.problems.map(acceptProblemText))
    return seeOther(networkPath(param(ask, 'fund')), {
      flash: 'You have accepted the code of conduct. You can post now.',
    })
  }),
]

async function showMembers({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund } = await openNetwork(db, askedOf(ask))
  const members = await listMembers(db, fund.id, isoDay(ask.receivedAt))
  return show(
    membersPage({
      fund,
      crumbs: networkCrumbs(fund),
      rows: members.map(({ name, email, jobTitle, kinds, councils, note }) => ({
        name: name || email,
        email,
        jobTitle,
        as: [...kinds.map((kind) => memberKindWords[kind]), ...(note === '' ? [] : [note])].join(', '),
        councils: plainList(councils),
      })),
    }),
  )
}

async function showConduct({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, member } = await openNetwork(db, askedOf(ask))
  const text = (await latestConduct(db, fund.id))?.text ?? firstConduct
  return show(
    conductPage({
      fund,
      crumbs: networkCrumbs(fund),
      text,
      number: member.conduct,
      accepted: member.accepted,
      action: conductPath(fund.slug),
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
