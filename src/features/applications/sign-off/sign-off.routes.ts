import { notFound } from '../../../core/errors.ts'
import type { MaterialChange } from '../../../core/forms/index.ts'
import { wordDiff } from '../../../core/text/word-diff.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { joinOrganisationPath, peopleById, personById } from '../../accounts/index.ts'
import { answerSummary } from '../../forms/index.ts'
import { applicationPath, yourWorkPath } from '../applications.paths.ts'
import { keyedInWords } from '../keying/keying.messages.ts'
import { shownContent } from '../submitting/shown-content.ts'
import { changesBeside } from './changes-beside.ts'
import { describeStanding, linesAbout } from './describe-standing.ts'
import { unfinishedIn } from './find-unfinished.ts'
import { type OpenedSignOff, openSignOff } from './open-sign-off.ts'
import { signOffPage, unconfirmedPage } from './pages/sign-off.ts'
import { contentOf, declineSignOff, signApplication } from './sign-application.ts'
import {
  type SignOffProblem,
  shownStatement,
  signOffFields,
  signOffFor,
  signOffProblemText,
} from './sign-offs.messages.ts'
import { signOffPath, signOffsPath, signOffWordPath } from './sign-offs.paths.ts'

const address = '/applications/:reference/sign-offs/:slot'
const signedEvents = 'application.signed-off or application.sign-off-declined'

/** Reading an application as it would be sent, and signing it or declining to. */
export const signOffRoutes = (services: Services): Route[] => [
  get(address, 'signed-in', async (ask) => await showSignOff(services, ask, [])),
  post(address, 'signed-in', signedEvents, async (ask) => {
    const decline = ask.form.line('answer') === 'decline'
    const of = { ...slotIn(ask), receivedAt: ask.receivedAt, origin: ask.origin }
    const result = decline
      ? await declineSignOff(services, ask.actor, { ...of, reason: ask.form.text('reason') })
      : await signApplication(services, ask.actor, {
          ...of,
          name: ask.form.line('name'),
          jobTitle: ask.form.line('jobTitle'),
          agreed: ask.form.line('agreed') === 'yes',
          asUnfinished: ask.form.line('asUnfinished') === 'yes',
          statement: ask.form.line('statement'),
          shownStatement,
          shown: { sha256: ask.form.line('content').slice(0, 64), parts: ask.form.line('parts') },
          materialSha256: ask.form.line('material'),
        })
    if (!result.ok) return await showSignOff(services, ask, result.problems)
    const { reference, slot } = slotIn(ask)
    return seeOther(signOffPath(reference, slot), {
      flash: decline
        ? 'You have declined. We have told the people who write the application.'
        : 'You have signed. Thank you.',
    })
  }),
]

const slotIn = (ask: Ask) => ({ reference: param(ask, 'reference'), slot: param(ask, 'slot') })

async function showSignOff(services: Services, ask: Ask, problems: readonly SignOffProblem[]): Promise<Answer> {
  const { db } = services
  const opened = await openSignOff(db, services, ask.actor, { ...slotIn(ask), at: ask.receivedAt })
  if (opened.role === 'unconfirmed') return await showUnconfirmed(services, opened)
  const { application, signOff, lead, role } = opened
  const { reference } = application
  const content = await contentOf(db, opened, ask.receivedAt)
  const signer = signOff.kept?.signature?.signedBy
  return show(
    signOffPage({
      reference,
      illustrative: application.illustrative,
      back: opened.ofLead
        ? { href: signOffsPath(reference, signOff.slot), text: 'Back to all sign-offs' }
        : { href: signOff.kind === 'partner' ? applicationPath(reference) : yourWorkPath, text: 'Back' },
      signsAs: signOffFor(signOff.kind, signOff.organisation.name),
      lead: lead.name,
      standing: describeStanding(signOff.standing),
      lines: linesAbout(signOff),
      justSigned: false,
      reopened: signOff.changes.map(reopenedRow),
      alsoChanged: await changesBeside(services, opened, content),
      facts: [
        { name: 'Fund and round', value: `${application.fundName}, ${application.roundName}` },
        { name: 'Lead authority', value: content.lead.name },
        ...(application.keyedFrom === null ? [] : [{ name: 'Keyed in', value: keyedInWords[application.keyedFrom] }]),
        { name: 'Partners', value: content.partners.map(({ name }) => name).join(', ') || 'None' },
        ...(application.deadlineAt === null
          ? []
          : [{ name: 'Deadline', value: ukTimeWithZone(application.deadlineAt) }]),
      ],
      pages: content.pages.map((page) => ({ title: page.title, summary: answerSummary(page) })),
      wordHref: signOffWordPath(reference, signOff.slot),
      sign: maySign(opened)
        ? {
            unfinished: await unfinishedIn(db, opened, ask.receivedAt),
            statement: shownStatement(signOff.kind, signOff.organisation.name, lead.name).statement,
            ...(await signerTyped(services, ask, opened)),
            shown: shownContent(content, application.answers, services.sha256),
            materialSha256: opened.all.materialSha256,
          }
        : undefined,
      decline:
        role === 'signer' && application.state !== 'submitted' && signOff.standing !== 'declined'
          ? {
              reason: ask.form.text('reason'),
              button: signer === undefined ? 'Decline to sign' : 'Take the signature back',
            }
          : undefined,
      problems: problems.map((problem) => ({
        text: signOffProblemText(problem),
        field: fieldOf(problem),
      })),
      action: signOffPath(reference, signOff.slot),
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

/** Where a problem is put right on the page of a signer. */
const fieldOf = (problem: SignOffProblem): string =>
  problem.code === 'one-person-twice' ? 'main-content' : (signOffFields[problem.code] ?? 'main-content')

const maySign = ({ role, application, signOff }: OpenedSignOff): boolean =>
  role === 'signer' && application.state !== 'submitted' && signOff.standing !== 'signed'

/** What the fields of the signer begin with: what was typed, or what is known of them. */
async function signerTyped({ db }: Services, ask: Ask, { actor, signOff }: OpenedSignOff) {
  if (ask.form.has('name')) return { name: ask.form.line('name'), jobTitle: ask.form.line('jobTitle') }
  const { kept, kind } = signOff
  const person = await personById(db, actor.personId)
  const named = kind === 'partner' ? undefined : kept
  return {
    name: actor.name || named?.name || '',
    jobTitle: person?.jobTitle || named?.jobTitle || '',
  }
}

/** What was and what is: text word by word, and sums and names whole, of which half a one says nothing. */
function reopenedRow({ kind, label, before, after }: MaterialChange) {
  if (kind === 'scope') return { label, changes: wordDiff(before.join('\n'), after.join('\n')).segments }
  const gone = before.filter((line) => !after.includes(line)).map((text) => ({ kind: 'removed' as const, text }))
  const come = after.filter((line) => !before.includes(line)).map((text) => ({ kind: 'added' as const, text }))
  const between = { kind: 'same' as const, text: '\n' }
  return { label, changes: [...gone, ...come].flatMap((line, index) => (index === 0 ? [line] : [between, line])) }
}

async function showUnconfirmed({ db }: Services, opened: OpenedSignOff): Promise<Answer> {
  const { application, signOff, actor, lead } = opened
  const asker = signOff.kept?.askedBy
  if (asker === undefined) throw notFound('sign-off')
  const person = (await peopleById(db, [asker])).get(asker)
  return show(
    unconfirmedPage({
      reference: application.reference,
      illustrative: application.illustrative,
      fund: application.fundName,
      signsAs: signOffFor(signOff.kind, signOff.organisation.name),
      organisation: signOff.organisation.name,
      askedBy: `${person?.name || person?.email || 'Somebody'} of ${lead.name}`,
      email: actor.email,
      organisationsHref: joinOrganisationPath(signOff.organisation.name),
      waits: actor.memberships.some(({ organisationId }) => organisationId === signOff.organisationId),
    }),
  )
}
