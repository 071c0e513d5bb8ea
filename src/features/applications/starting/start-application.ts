import { notFound } from '../../../core/errors.ts'
import type { Answers } from '../../../core/forms/index.ts'
import { type Actor, actsFor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { makeReference } from '../../../core/text/reference.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukReading } from '../../../core/time/uk-time.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { organisationById } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { type FormVersion, formVersionById } from '../../forms/index.ts'
import { phaseOf, type RoundInFund } from '../../funds/index.ts'
import type { StartProblem } from '../applications.messages.ts'
import { applicationsOfLead, insertApplication, lockLead } from '../applications.store.ts'
import { answerFacts } from '../screening/answer-facts.ts'
import { saveApplicationScreening } from '../screening/save-application-screening.ts'
import { checkLead } from './check-lead.ts'

export type StartRequest = {
  readonly round: RoundInFund
  /** The organisation that is to lead; '' when none was chosen. */
  readonly leadId: string
  /** Chosen in full knowledge of the application that the lead has already. */
  readonly another: boolean
  /** What the screener was told before; undefined when nobody answered it. */
  readonly screening?: { readonly screener: FormVersion; readonly answers: Answers } | undefined
  readonly receivedAt: Date
}

/**
 * Starts an application for an organisation of this person's. When colleagues have one already it is named first, and a
 * second must be asked for.
 *
 * @throws {NotFound} if the organisation is not one of this person's
 */
export async function startApplication(
  services: Services,
  actor: Actor,
  request: StartRequest,
): Promise<Result<{ readonly reference: string }, StartProblem>> {
  const { round, leadId, receivedAt } = request
  if (actor.kind !== 'person') throw notFound('round')
  if (leadId === '') return refused({ code: 'lead-not-chosen' })
  if (!actsFor(actor, leadId)) throw notFound('organisation')
  const closed = whyNotOpen(round, receivedAt)
  if (closed !== undefined) return refused(closed)
  const { formVersionId } = round
  if (formVersionId === null) return refused({ code: 'round-has-no-form' })
  const lead = await organisationById(services.db, leadId)
  if (lead === undefined) throw notFound('organisation')
  const checked = checkLead(lead, round, isoDay(receivedAt))
  if (!checked.ok) return checked
  return await services.db.transaction().execute(async (tx) => {
    await lockLead(tx, round.id, leadId)
    const [there] = await applicationsOfLead(tx, round.id, [leadId])
    if (there !== undefined && !request.another) {
      return refused({ code: 'draft-there-already', reference: there.reference, lead: lead.shortName })
    }
    const reference = await addApplication(tx, services, {
      round,
      leadId,
      formVersionId,
      at: receivedAt,
      personId: actor.personId,
      mode: 'live',
    })
    if (request.screening !== undefined) {
      const screened = { reference, ...request.screening, at: receivedAt }
      await saveApplicationScreening(tx, actor, screened)
    }
    await recordEvent(tx, {
      action: 'application.started',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: reference,
      at: receivedAt,
      facts: { lead: leadId, round: round.id, another: request.another },
    })
    return done({ reference })
  })
}

/** Why nothing can be started or submitted now, if so. The instant of the deadline itself is in time. */
export function whyNotOpen(
  round: Pick<RoundInFund, 'publishedAt' | 'opensAt' | 'deadlineAt' | 'testOf'> &
    Partial<Pick<RoundInFund, 'cancelledAt'>>,
  receivedAt: Date,
): Extract<StartProblem, { readonly code: 'round-not-open' | 'round-closed' | 'round-cancelled' }> | undefined {
  // A test is tried at any time.
  if (round.testOf) return undefined
  const phase = phaseOf(round, receivedAt)
  if (phase === 'open') return undefined
  if (phase === 'cancelled') return { code: 'round-cancelled', cancelledAt: round.cancelledAt ?? receivedAt }
  if (phase === 'closed' && round.deadlineAt !== null) {
    return { code: 'round-closed', deadlineAt: round.deadlineAt, receivedAt }
  }
  return { code: 'round-not-open', opensAt: phase === 'announced' ? round.opensAt : null }
}

type NewApplication = {
  readonly round: RoundInFund
  readonly leadId: string
  readonly formVersionId: string
  readonly at: Date
  readonly personId: string
  readonly mode: 'live' | 'test'
}

/** There are 279,841 references for a fund and year, so a few draws always find a free one. */
const mostDraws = 50

/** Adds an application under a reference of its own; that of a test says that it is one. */
export async function addApplication(tx: Tx, services: Services, application: NewApplication): Promise<string> {
  const { round, leadId, formVersionId, at, personId, mode } = application
  const prefix = mode === 'test' ? 'TEST' : referencePrefix(round.fund.slug)
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const reference = makeReference(prefix, ukReading(at).year, services.randomBytes)
    const id = services.newId()
    const added = await insertApplication(tx, {
      id,
      reference,
      roundId: round.id,
      leadId,
      formVersionId,
      createdAt: at,
      createdBy: personId,
      illustrative: round.illustrative,
      mode,
    })
    if (!added) continue
    const version = await formVersionById(tx, formVersionId)
    if (version !== undefined) await answerFacts(tx, { form: version.definition, applicationId: id, personId, at })
    return reference
  }
  throw new Error('no free reference was found')
}

/**
 * What the references of a fund begin with: the initials of its slug, or its first letters when it has one word.
 *
 * @example referencePrefix('delivering-differently') // => 'DD'
 * @example referencePrefix('neighbourhoods') // => 'NEI'
 */
export function referencePrefix(slug: string): string {
  const words = slug
    .toUpperCase()
    .split('-')
    .map((word) => word.replace(/[^A-Z]/g, ''))
    .filter(Boolean)
  const initials = words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 8)
  if (initials.length >= 2) return initials
  const letters = words.join('').slice(0, 3)
  return letters.length >= 2 ? letters : `${letters}XX`.slice(0, 2)
}
