import { notFound } from '../../../core/errors.ts'
import { type Actor, organisationsOf, type SignedIn } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { domainsOf, type Organisation, organisationsById } from '../../accounts/index.ts'
import { type FormVersion, formVersionById } from '../../forms/index.ts'
import { applicationByReference, type WithAnswers } from '../applications.store.ts'
import { authorityNames } from '../find-problems.ts'
import { keysInFor } from '../keying/key-for-applicant.ts'
import { valuesOf } from '../open-application.ts'
import { acceptedPartners } from '../partners/partners.store.ts'
import { actsInPlaceOf } from '../stand-in.ts'
import { readSignOffs, type SignOff, type SignOffs } from './read-sign-offs.ts'
import { signOffsOf } from './sign-offs.store.ts'

/**
 * What somebody is to a sign-off.
 * - `signer`: may sign it, or has
 * - `unconfirmed`: was asked by their address, and is not known to work for the organisation: may read nothing yet
 * - `lead`: of the lead, which looks how it stands
 */
export type SignOffRole = 'signer' | 'unconfirmed' | 'lead'

export type OpenedSignOff = {
  readonly application: WithAnswers
  readonly actor: SignedIn
  readonly role: SignOffRole
  /** Whether this person is of the lead or keys in for it, whatever else they are. */
  readonly ofLead: boolean
  readonly signOff: SignOff
  readonly all: SignOffs
  readonly version: FormVersion
  readonly lead: Organisation
}

type Asked = { readonly reference: string; readonly slot: string; readonly at: Date }

/**
 * A sign-off for somebody who may see it. A person whom the lead named may read the application and sign it when they
 * are a confirmed member of the organisation, or when their address, which they have proved by signing in, is of a domain
 * of the organisation. For a partner any of its confirmed members may.
 *
 * @throws {NotFound} if the application does not need it, or it is neither theirs to sign nor of their own application
 */
export async function openSignOff(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  actor: Actor,
  { reference, slot, at }: Asked,
): Promise<OpenedSignOff> {
  if (actor.kind !== 'person') throw notFound('sign-off')
  const application = await applicationByReference(db, reference, organisationsOf(actor), 'all')
  if (application === undefined) throw notFound('application')
  const { all, version, lead } = await signOffsNow(db, { sha256 }, application)
  const signOff = all.list.find((one) => one.slot === slot)
  if (signOff === undefined) throw notFound('sign-off')
  const isOfLead = await actsInPlaceOf(db, actor, application.leadId, at)
  // Whoever keys in asks and reminds as the lead would; by that alone they sign nothing.
  const ofLead = isOfLead || (await keysInFor(db, actor, reference)) !== undefined
  const role = (await roleIn(db, actor, isOfLead, signOff, at)) ?? (ofLead ? 'lead' : undefined)
  if (role === undefined) throw notFound('sign-off')
  return { application, actor, role, ofLead, signOff, all, version, lead }
}

/** All sign-offs of an application as they stand, with what that takes. */
export async function signOffsNow(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  application: WithAnswers,
): Promise<{ readonly all: SignOffs; readonly version: FormVersion; readonly lead: Organisation }> {
  const version = await formVersionById(db, application.formVersionId)
  const lead = (await organisationsById(db, [application.leadId])).get(application.leadId)
  if (version === undefined || lead === undefined) throw new Error(`application ${application.reference} lost its form`)
  const answers = valuesOf(application.answers)
  const all = readSignOffs(
    {
      asked: application.signOffs,
      lead: { id: lead.id, name: lead.name },
      partners: await acceptedPartners(db, application.id),
      form: version.definition,
      answers,
      nameOf: await authorityNames(db, version.definition, answers),
      rows: await signOffsOf(db, application.id),
    },
    sha256,
  )
  return { all, version, lead }
}

async function roleIn(
  db: Database | Tx,
  actor: SignedIn,
  ofLead: boolean,
  { kind, organisationId, kept }: SignOff,
  at: Date,
): Promise<SignOffRole | undefined> {
  if (kind === 'partner') {
    if (await actsInPlaceOf(db, actor, organisationId, at)) return 'signer'
    return ofLead ? 'lead' : undefined
  }
  if (kept !== undefined && kept.email === actor.email) {
    return ofLead || (await isOfItsDomain(db, actor.email, organisationId)) ? 'signer' : 'unconfirmed'
  }
  return ofLead ? 'lead' : undefined
}

/** Whether an address is of a domain that the register knows for the organisation. */
export async function isOfItsDomain(db: Database | Tx, email: string, organisationId: string): Promise<boolean> {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return (await domainsOf(db, organisationId)).includes(domain)
}
