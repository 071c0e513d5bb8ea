import { notFound } from '../../core/errors.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { isIsoDay } from '../../core/time/day.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { domainsOf, organisationById, saveOrganisationDetails } from './organisations.store.ts'
import { readEmail } from './read-email.ts'

export type OrganisationProblem =
  | { readonly code: 'contact-email-malformed' }
  | { readonly code: 'shadow-day-not-real' }
  | { readonly code: 'shadow-day-too-late'; readonly formedOn: string }
  | { readonly code: 'shadow-without-forming' }
  | { readonly code: 'domain-malformed'; readonly domain: string }
  | { readonly code: 'domain-of-anybody'; readonly domain: string }

export type OrganisationChange = {
  readonly organisationId: string
  readonly contactEmail: string
  /** As typed; all empty for none. */
  readonly shadowFrom: { readonly day: string; readonly month: string; readonly year: string }
  /** As typed: divided by spaces, commas or lines. */
  readonly domains: string
  readonly by: string
  readonly at: Date
}

/** Where anybody gets an address: a person of one of these works nowhere in particular. */
const domainsOfAnybody: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.co.uk live.com yahoo.com yahoo.co.uk icloud.com me.com aol.com btinternet.com sky.com proton.me protonmail.com gmx.com gov.uk nhs.uk co.uk org.uk'.split(
    ' ',
  ),
)

/**
 * Changes what an administrator keeps of a body besides the facts of the register.
 *
 * @throws {NotFound} if there is no such body
 */
export async function changeOrganisation(
  services: Services,
  change: OrganisationChange,
): Promise<Result<undefined, OrganisationProblem>> {
  const { organisationId, by, at } = change
  const organisation = await organisationById(services.db, organisationId)
  if (organisation === undefined) throw notFound('organisation')
  const problems: OrganisationProblem[] = []
  const email = change.contactEmail === '' ? undefined : readEmail(change.contactEmail)
  if (email?.ok === false) problems.push({ code: 'contact-email-malformed' })
  const shadowFrom = dayOf(change.shadowFrom)
  problems.push(...shadowProblems(shadowFrom, organisation.inBeingFrom))
  const domains = [
    ...new Set(
      change.domains
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((each) => each.replace(/^@/, '')),
    ),
  ].filter(Boolean)
  problems.push(...domains.flatMap(domainProblems))
  if (problems.length > 0) return refused(...problems)

  const details = { contactEmail: email?.ok ? email.value : null, shadowFrom, domains }
  await services.db.transaction().execute(async (tx) => {
    const before = {
      contactEmail: organisation.contactEmail,
      shadowFrom: organisation.shadowFrom,
      domains: await domainsOf(tx, organisationId),
    }
    await saveOrganisationDetails(tx, organisationId, details)
    const event = { actorId: by, objectType: 'organisation', objectId: organisationId, at }
    await recordEvent(tx, { action: 'organisation.changed', ...event, facts: { from: before, to: details } })
  })
  return done(undefined)
}

/** @returns null when nothing was typed; something that is no day when what was typed is none */
function dayOf({ day, month, year }: OrganisationChange['shadowFrom']): string | null {
  if (day === '' && month === '' && year === '') return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function shadowProblems(shadowFrom: string | null, formedOn: string | null): readonly OrganisationProblem[] {
  if (shadowFrom === null) return []
  if (!isIsoDay(shadowFrom)) return [{ code: 'shadow-day-not-real' }]
  if (formedOn === null) return [{ code: 'shadow-without-forming' }]
  return shadowFrom < formedOn ? [] : [{ code: 'shadow-day-too-late', formedOn }]
}

function domainProblems(domain: string): readonly OrganisationProblem[] {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) return [{ code: 'domain-malformed', domain }]
  return domainsOfAnybody.has(domain) ? [{ code: 'domain-of-anybody', domain }] : []
}
