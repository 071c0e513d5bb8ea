import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result } from '../../../core/result.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { ensurePerson, readEmail } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { recordSupport } from '../record-support.ts'
import { openSupplier } from './open-supplier.ts'
import { endSupplierPerson, insertSupplierPerson } from './people.store.ts'
import { supplierInvitation } from './suppliers.messages.ts'

type Asked = { readonly fund: string; readonly supplierId: string; readonly at: Date }

export type PersonProblem = { readonly code: 'email-missing' | 'email-malformed' }

/** Has somebody work for a supplier, and writes to them. @throws {NotFound} if this person does not run the fund */
export async function addSupplierPerson(
  services: Services,
  actor: Actor,
  { fund: slug, supplierId, email, at }: Asked & { readonly email: string },
): Promise<Result<null, PersonProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const asked = { fundSlug: slug, supplierId }
    const { actor: by, fund, supplier } = await openSupplier(tx, actor, 'support:run', asked)
    const read = readEmail(email)
    if (!read.ok) return read
    const { person } = await ensurePerson(tx, { id: services.newId(), email: read.value, at })
    await insertSupplierPerson(tx, supplier.id, person.id, { at, by: by.personId })
    const message = (say: Say) => say(supplierInvitation)(supplier.name, fund.name, originForMail(services.config))
    const about = { illustrative: fund.illustrative, fundId: fund.id }
    await queueAbout(tx, services, about, {
      kind: 'support.supplier-invited',
      recipient: read.value,
      personId: person.id,
      words: message,
    })
    const facts = { supplier: supplier.id, person: person.id }
    await recordSupport(tx, by, fund.id, { action: 'support.person-added', at, objectId: supplier.id, facts })
    return done(null)
  })
}

/** Has somebody no longer work for a supplier. What they did stays. @throws {NotFound} if this person does not run the fund */
export async function removeSupplierPerson(
  services: Services,
  actor: Actor,
  { fund: slug, supplierId, personId, at }: Asked & { readonly personId: string },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const asked = { fundSlug: slug, supplierId }
    const { actor: by, fund, supplier } = await openSupplier(tx, actor, 'support:run', asked)
    if (!(await endSupplierPerson(tx, supplier.id, personId, at))) return
    const facts = { supplier: supplier.id, person: personId }
    await recordSupport(tx, by, fund.id, { action: 'support.person-removed', at, objectId: supplier.id, facts })
  })
}
