import { notFound } from '../../../core/errors.ts'
import type { Form } from '../../../core/forms/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById } from '../../accounts/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { applicationPath, colleaguesPath, joinPath, removeColleaguePath } from '../applications.paths.ts'
import { openApplication } from '../open-application.ts'
import { readPart } from '../read-part.ts'
import { type ColleagueProblem, colleagueProblemText } from './colleagues.messages.ts'
import { type Contributor, contributorsOf, invitationFor } from './colleagues.store.ts'
import { inviteColleague, joinApplication, removeColleague } from './invite-colleague.ts'
import { colleaguesPage } from './pages/colleagues.ts'
import { joinPage } from './pages/join.ts'

/** People invited by their addresses to write with the lead. */
export const colleagueRoutes = (services: Services): Route[] => [
  get('/applications/:reference/colleagues', 'application:write', async (ask) => await showAll(services, ask, [])),
  post('/applications/:reference/colleagues', 'application:write', 'application.contributor-invited', async (ask) => {
    const { form, origin } = ask
    const request = { ...requestOf(ask), email: form.line('email'), pages: readPart(form), origin }
    const result = await inviteColleague(services, ask.actor, request)
    if (!result.ok) return await showAll(services, ask, result.problems)
    return seeOther(colleaguesPath(request.reference), { flash: `${result.value} has been invited.` })
  }),
  post(
    '/applications/:reference/colleagues/remove',
    'application:write',
    'application.contributor-removed',
    async (ask) => {
      const request = { ...requestOf(ask), email: ask.form.line('email') }
      const result = await removeColleague(services, ask.actor, request)
      if (!result.ok) return await showAll(services, ask, result.problems)
      return seeOther(colleaguesPath(request.reference), {
        flash: `${result.value} can no longer write this application.`,
      })
    },
  ),
  get('/applications/:reference/join', 'application:write', async (ask) => await showInvitation(services, ask)),
  post('/applications/:reference/join', 'application:write', 'application.contributor-joined', async (ask) => {
    await joinApplication(services, ask.actor, requestOf(ask))
    return seeOther(applicationPath(param(ask, 'reference')), { flash: 'You have joined. Your part is marked below.' })
  }),
]

const requestOf = (ask: Ask) => ({ reference: param(ask, 'reference'), receivedAt: ask.receivedAt })

const fieldOf = ({ code }: ColleagueProblem): string => (code === 'part-not-chosen' ? '#part' : '#email')

async function formOf(services: Services, id: string): Promise<Form> {
  const version = await formVersionById(services.db, id)
  if (version === undefined) throw notFound('form')
  return version.definition
}

const factsOf = ({ state, pages, expiresAt }: Contributor, form: Form): string => {
  const part =
    pages === null
      ? 'Writes all of it'
      : `Writes: ${form.pages.flatMap(({ id, title }) => (pages.includes(id) ? [title] : [])).join(', ')}`
  return state === 'joined' ? `${part}. Has joined` : `${part}. Invited, until ${ukTime(expiresAt)}`
}

async function showAll(services: Services, ask: Ask, problems: readonly ColleagueProblem[]): Promise<Answer> {
  const { db } = services
  const reference = param(ask, 'reference')
  const { application } = await openApplication(db, ask.actor, {
    reference,
    questions: [],
    need: 'write',
    at: ask.receivedAt,
  })
  const form = await formOf(services, application.formVersionId)
  const refused = problems.length > 0
  return show(
    colleaguesPage({
      reference,
      illustrative: application.illustrative,
      lead: (await organisationById(db, application.leadId))?.name ?? application.leadId,
      colleagues: (await contributorsOf(db, application.id)).map((one) => ({
        email: one.email,
        name: one.name,
        facts: factsOf(one, form),
      })),
      pages: form.pages.map(({ id, title }) => ({ id, title })),
      typed: refused
        ? { email: ask.form.line('email'), part: ask.form.line('part'), pages: ask.form.all('pages') }
        : { email: '', part: 'all', pages: [] },
      problems: problems.map((problem) => ({ text: colleagueProblemText(problem), href: fieldOf(problem) })),
      fixed: application.state === 'submitted',
      action: colleaguesPath(reference),
      removeAction: removeColleaguePath(reference),
      back: applicationPath(reference),
      csrf: ask.csrf,
    }),
    { status: refused ? 400 : 200 },
  )
}

async function showInvitation(services: Services, ask: Ask): Promise<Answer> {
  const { db } = services
  const { actor } = ask
  const reference = param(ask, 'reference')
  const invitation = actor.kind === 'person' ? await invitationFor(db, reference, actor.email) : undefined
  if (invitation === undefined) throw notFound('application')
  if (invitation.state === 'joined') return seeOther(applicationPath(reference))
  const { pages } = invitation
  const form = await formOf(services, invitation.formVersionId)
  return show(
    joinPage({
      reference,
      illustrative: invitation.illustrative,
      by: invitation.invitedBy,
      lead: invitation.leadName,
      fund: invitation.fundName,
      round: invitation.roundName,
      pages: pages && form.pages.filter(({ id }) => pages.includes(id)).map(({ title }) => title),
      ended: invitation.expiresAt <= ask.receivedAt,
      action: joinPath(reference),
      csrf: ask.csrf,
    }),
  )
}
