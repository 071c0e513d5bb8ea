import { changedTerms, isLive, signerRoles } from '../../../core/awards/index.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { personById } from '../../accounts/index.ts'
import { applicationPath, askedToSignText } from '../../applications/index.ts'
import type { AfterAward } from './after-award.ts'
import { declineAward, nameSigner, signAgreement } from './answer-award.ts'
import {
  type SigningProblem,
  shownStatement,
  signerNames,
  signingField,
  signingText,
  stateTag,
} from './awarding.messages.ts'
import { agreementPath, awardPath, declinePath, declineTermsPath, signersPath, signPath } from './awarding.paths.ts'
import { agreementPdf } from './awards.routes.ts'
import type { KeptAgreement, KeptAward } from './awards.store.ts'
import { declineTerms } from './decline-terms.ts'
import { agreementNow, changeLines, linesOf, signerLines, versionLines } from './describe-award.ts'
import { type OpenedAward, openAward } from './open-award.ts'
import { awardPage } from './pages/award.ts'
import type { Signer } from './signers.store.ts'

const address = '/applications/:reference/award'

/** The award of an application, for the people of its council and those who sign for it. */
export const awardRoutes = (services: Services, after: AfterAward): Route[] => [
  get(address, 'signed-in', async (ask) => await showAward(services, ask, [], after.links)),
  get(`${address}/agreements/:number`, 'signed-in', async (ask) => {
    const { agreements } = await openAward(services.db, ask.actor, of(ask))
    return await agreementPdf(services, ask, agreements)
  }),
  post(`${address}/signers`, 'signed-in', 'award.signer-named', async (ask) => {
    const result = await nameSigner(services, ask.actor, { ...of(ask), typed: signerTyped(ask) })
    if (!result.ok) return await showAward(services, ask, result.problems)
    return seeOther(awardPath(param(ask, 'reference')), {
      flash: askedToSignText(result.value.name, result.value),
    })
  }),
  post(`${address}/sign`, 'signed-in', 'award.signed', async (ask) => {
    const { form } = ask
    const request = {
      ...of(ask),
      name: form.line('name'),
      jobTitle: form.line('job-title'),
      agreed: form.line('agreed') === 'yes',
      statement: form.line('statement'),
      shownStatement,
      sha256: form.line('shown'),
    }
    const result = await signAgreement(services, ask.actor, request, after.orderedPence)
    if (!result.ok) return await showAward(services, ask, result.problems)
    const flash = result.value.accepted ? 'You have signed, and the award is accepted.' : 'You have signed. Thank you.'
    return seeOther(awardPath(param(ask, 'reference')), { flash })
  }),
  post(`${address}/decline-terms`, 'signed-in', 'award.terms-declined', async (ask) => {
    const typed = { reason: ask.form.text('terms-reason'), sha256: ask.form.line('shown') }
    const result = await declineTerms(services, ask.actor, { ...of(ask), ...typed })
    if (!result.ok) return await showAward(services, ask, result.problems)
    const flash = 'You have declined the change. What was agreed still applies. We have told the programme team.'
    return seeOther(awardPath(param(ask, 'reference')), { flash })
  }),
  post(`${address}/decline`, 'signed-in', 'award.declined', async (ask) => {
    const result = await declineAward(services, ask.actor, { ...of(ask), reason: ask.form.text('reason') })
    if (!result.ok) return await showAward(services, ask, result.problems)
    return seeOther(awardPath(param(ask, 'reference')), {
      flash: 'You have declined the award. We have told the programme team.',
    })
  }),
]

const of = (ask: Ask) => ({ reference: param(ask, 'reference'), at: ask.receivedAt })

const signerTyped = ({ form }: Ask) => ({
  role: form.line('role'),
  name: form.line('name'),
  jobTitle: form.line('job-title'),
  email: form.line('email'),
})

async function showAward(
  services: Services,
  ask: Ask,
  problems: readonly SigningProblem[],
  after: AfterAward['links'] = () => [],
): Promise<Answer> {
  const opened = await openAward(services.db, ask.actor, of(ask))
  const { award, agreements, illustrative, ofLead } = opened
  const [latest] = agreements
  const reference = param(ask, 'reference')
  return show(
    awardPage({
      illustrative,
      reference,
      back: ofLead
        ? { href: applicationPath(reference), text: 'Back to the application' }
        : { href: '/', text: 'Back' },
      award: award && latest && (await shown(services, ask, opened, award, latest)),
      next: ofLead && award?.state === 'accepted' ? after(reference) : [],
      problems: problems.map((problem) => ({ text: signingText(problem), field: fieldOn(ask, problem) })),
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

/** The name and job title of whoever is named have fields of their own beside those of whoever signs. */
const fieldOn = ({ form }: Ask, problem: SigningProblem): string => {
  const field = signingField(problem)
  return form.has('email') && ['name', 'job-title'].includes(field) ? `signer-${field}` : field
}

async function shown(
  { db }: Services,
  ask: Ask,
  { actor, ofLead, role, known, signers, agreements }: OpenedAward,
  award: KeptAward,
  latest: KeptAgreement,
) {
  const { reference, organisation } = award
  const open = isLive(award) && latest.declined === null
  const terms = changedTerms(award, { ...latest, declined: latest.declined !== null }, ask.receivedAt)
  const waits = signerRoles.filter((each) => !latest.signatures.some((signature) => signature.role === each))
  const now = agreementNow(award, latest, agreements)
  const signs = open && role !== undefined && waits.includes(role) ? role : undefined
  return {
    heading: `Award to ${organisation}`,
    state: stateTag[award.state],
    lines: [...linesOf(award), ...changeLines(award, latest)],
    agreement: now.document,
    signers: signerLines(signers, now),
    versions: versionLines(agreements, award.version, (number) => agreementPath(reference, number)),
    unknown: signs !== undefined && !known ? signingText({ code: 'address-not-known', email: actor.email }) : '',
    sign:
      signs !== undefined && known
        ? {
            action: signPath(reference),
            ...(await signerNow(db, ask, actor, signers)),
            statement: shownStatement(signs, organisation, latest.number).statement,
            sha256: latest.sha256,
          }
        : undefined,
    nameSigner:
      open && ofLead && waits.length > 0
        ? {
            action: signersPath(reference),
            roles: waits.map((value) => ({ value, text: signerNames[value] })),
            typed: ask.form.has('email') ? signerTyped(ask) : { role: '', name: '', jobTitle: '', email: '' },
            first: waits.some((role) => !signers.some((each) => each.role === role)),
          }
        : undefined,
    declineTerms:
      terms?.mayDecline === true && known
        ? {
            action: declineTermsPath(reference),
            sha256: latest.sha256,
            until: dayInWords(terms.until),
            reason: ask.form.text('terms-reason'),
          }
        : undefined,
    decline:
      award.state === 'offered' && known
        ? { action: declinePath(reference), reason: ask.form.text('reason') }
        : undefined,
  }
}

/** Who signs, as typed, as their account has it, or as whoever named them wrote it. */
async function signerNow(db: Services['db'], { form }: Ask, actor: SignedIn, signers: readonly Signer[]) {
  if (form.has('statement')) return { name: form.line('name'), jobTitle: form.line('job-title') }
  const person = await personById(db, actor.personId)
  const named = signers.find(({ email }) => email === actor.email)
  return { name: actor.name || (named?.name ?? ''), jobTitle: person?.jobTitle || (named?.jobTitle ?? '') }
}
