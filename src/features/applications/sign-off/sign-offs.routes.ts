import { notFound } from '../../../core/errors.ts'
import { type Actor, actsFor } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { possessive } from '../applications.messages.ts'
import { applicationPath } from '../applications.paths.ts'
import { type Opened, openApplication } from '../open-application.ts'
import { askSignOff, remindSigner } from './ask-sign-off.ts'
import { describeStanding, linesAbout } from './describe-standing.ts'
import { openSignOff, signOffsNow } from './open-sign-off.ts'
import { askSignOffPage } from './pages/ask-sign-off.ts'
import { type SignOffInList, signOffsPage } from './pages/sign-offs.ts'
import type { SignOff } from './read-sign-offs.ts'
import {
  askedToSignText,
  changeInWords,
  kindInSentence,
  type SignOffProblem,
  signOffFields,
  signOffName,
  signOffProblemText,
} from './sign-offs.messages.ts'
import { askSignOffPath, remindSignOffPath, signOffPath, signOffsPath } from './sign-offs.paths.ts'

/** Who must sign an application off: for its lead, which asks and reminds, and for its partners to see. */
export const signOffListRoutes = (services: Services): Route[] => [
  get('/applications/:reference/sign-offs', 'application:write', async (ask) => await showList(services, ask, [])),
  get('/applications/:reference/sign-offs/:slot/ask', 'application:write', async (ask) => {
    return await showAsk(services, ask, [])
  }),
  post(
    '/applications/:reference/sign-offs/:slot/ask',
    'application:write',
    'application.sign-off-asked',
    async (ask) => {
      const { reference, slot } = slotIn(ask)
      const typed = typedIn(ask)
      const result = await askSignOff(services, ask.actor, { ...requestOf(ask), typed })
      if (!result.ok) return await showAsk(services, ask, result.problems)
      return seeOther(signOffsPath(reference, slot), { flash: askedToSignText(typed.name, result.value) })
    },
  ),
  post(
    '/applications/:reference/sign-offs/:slot/remind',
    'application:write',
    'application.sign-off-reminded',
    async (ask) => {
      const { reference, slot } = slotIn(ask)
      const result = await remindSigner(services, ask.actor, requestOf(ask))
      if (!result.ok) return await showList(services, ask, result.problems)
      return seeOther(signOffsPath(reference, slot), { flash: 'The reminder is on its way.' })
    },
  ),
]

const slotIn = (ask: Ask) => ({ reference: param(ask, 'reference'), slot: param(ask, 'slot') })
const requestOf = (ask: Ask) => ({ ...slotIn(ask), receivedAt: ask.receivedAt, origin: ask.origin })
const typedIn = ({ form }: Ask) => ({
  name: form.line('name'),
  jobTitle: form.line('jobTitle'),
  email: form.line('email'),
})

async function showList(services: Services, ask: Ask, problems: readonly SignOffProblem[]): Promise<Answer> {
  const { db } = services
  const reference = param(ask, 'reference')
  const opened = await openApplication(db, ask.actor, { reference, questions: 'all', need: 'read', at: ask.receivedAt })
  const { application } = opened
  const { all, lead } = await signOffsNow(db, services, application)
  return show(
    signOffsPage({
      reference,
      heading: `${possessive(lead.name)} application`,
      illustrative: application.illustrative,
      back: applicationPath(reference),
      csrf: ask.csrf,
      partnersSign: application.signOffs.includes('partner'),
      list: all.list.map((one) => inList(one, opened, ask.actor)),
      problems: problems.map((problem) => ({ text: signOffProblemText(problem) })),
      fixed: application.state === 'submitted',
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

function inList(one: SignOff, { application, access }: Opened, actor: Actor): SignOffInList {
  const { kind, slot, organisation, standing, changes } = one
  const { reference } = application
  const open = access === 'write' && application.state !== 'submitted'
  const own = kind === 'partner' && actsFor(actor, organisation.id)
  const named = kind !== 'partner' && open && !(one.onPaper && standing === 'signed')
  return {
    slot,
    name: signOffName(kind, organisation.name),
    standing: describeStanding(standing),
    lines: linesAbout(one),
    changes: changes.map(changeInWords),
    readHref: access === 'write' || own ? signOffPath(reference, slot) : undefined,
    readText: own ? 'Read and sign' : 'See what is signed',
    ask: named
      ? { href: askSignOffPath(reference, slot), text: standing === 'not-asked' ? 'Ask somebody' : 'Ask somebody else' }
      : undefined,
    remindAction:
      open &&
      (standing === 'asked' || standing === 'needs-signing-again' || (kind === 'partner' && standing === 'declined'))
        ? remindSignOffPath(reference, slot)
        : undefined,
  }
}

async function showAsk(services: Services, ask: Ask, problems: readonly SignOffProblem[]): Promise<Answer> {
  const { reference, slot } = slotIn(ask)
  const opened = await openSignOff(services.db, services, ask.actor, { reference, slot, at: ask.receivedAt })
  const { signOff, application, lead, ofLead } = opened
  if (!ofLead || signOff.kind === 'partner') throw notFound('sign-off')
  const { kept, kind, standing } = signOff
  // Somebody else than the one who was asked is typed from the start.
  const fresh = standing === 'signed' || standing === 'needs-signing-again' || kept === undefined
  return show(
    askSignOffPage({
      reference,
      illustrative: application.illustrative,
      signer: kindInSentence[kind],
      lead: lead.name,
      typed: problems.length > 0 ? typedIn(ask) : fresh ? { name: '', jobTitle: '', email: '' } : kept,
      signed: kept?.signature != null,
      problems: problems.map((problem) => ({
        text: signOffProblemText(problem),
        field: signOffFields[problem.code] ?? 'main-content',
      })),
      action: askSignOffPath(reference, slot),
      back: signOffsPath(reference, slot),
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}
