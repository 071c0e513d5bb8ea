import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { contentHash, type Json } from '../../src/core/canonical/index.ts'
import { checkDefinition, type Form } from '../../src/core/forms/index.ts'
import { type Actor, type SignedIn, visitor } from '../../src/core/permissions/index.ts'
import {
  ensurePerson,
  findActor,
  giveRole,
  insertSession,
  saveMembership,
  saveOrganisation,
} from '../../src/features/accounts/index.ts'
import { startApplication } from '../../src/features/applications/index.ts'
import { saveDraftRow } from '../../src/features/forms/forms.store.ts'
import { formVersionById, insertForm, publishFormVersion } from '../../src/features/forms/index.ts'
import { type RoundInFund, roundById } from '../../src/features/funds/index.ts'
import type { Services } from '../../src/platform/services.ts'
import { newToken } from '../../src/platform/sign-in/token.ts'
import { form as openForm } from './open-round-form.ts'

/** A round that takes applications, with councils, their people and those who run it. */
export type OpenRound = {
  readonly round: RoundInFund
  readonly deadlineAt: Date
  readonly people: Readonly<Record<PersonName, string>>
  /** Somebody as the server would see them. */
  readonly actor: (name: PersonName) => Promise<SignedIn>
  /** A new draft led by Alder, started by Ann. */
  readonly draft: () => Promise<string>
}

/** Ann and Adam work for Alder, Ben for Birch, Cai for Cedar county; Pam runs the fund, Oli audits it, Sid is on another. */
export type PersonName = 'ann' | 'adam' | 'ben' | 'cai' | 'pam' | 'oli' | 'sid' | 'nobody'

const organisations = [
  { id: 'T-ALDER', name: 'Alder District Council', shortName: 'Alder', kind: 'district' },
  { id: 'T-BIRCH', name: 'Birch City Council', shortName: 'Birch', kind: 'unitary' },
  { id: 'T-CEDAR', name: 'Cedar County Council', shortName: 'Cedar', kind: 'county' },
  { id: 'T-FIRE', name: 'Cedar Fire Authority', shortName: 'Cedar Fire', kind: 'fire-authority' },
  { id: 'T-OLD', name: 'Old Alder Rural District', shortName: 'Old Alder', kind: 'district' },
] as const

const work: Readonly<Record<PersonName, readonly string[]>> = {
  ann: ['T-ALDER'],
  adam: ['T-ALDER', 'T-FIRE'],
  ben: ['T-BIRCH'],
  cai: ['T-CEDAR'],
  pam: [],
  oli: [],
  sid: [],
  nobody: [],
}

/** Fills an empty, migrated database. The deadline is a week after the clock of the services. */
export async function openRound(services: Services, form: Form = openForm): Promise<OpenRound> {
  const { db, clock, newId } = services
  const at = clock()
  const opensAt = new Date(at.getTime() - 86_400_000)
  const deadlineAt = new Date(at.getTime() + 7 * 86_400_000)
  const [fundId, otherFundId, roundId] = [newId(), newId(), newId()]
  for (const organisation of organisations) await saveOrganisation(db, organisation)
  await sql`update organisation set in_being_to = '2020-03-31' where id = 'T-OLD'`.execute(db)
  await sql`insert into organisation_successor (predecessor_id, successor_id) values ('T-OLD', 'T-ALDER')`.execute(db)
  await sql`insert into fund (id, slug, name, award_type, budget_pounds, places, cap_pounds, vat, created_at)
    values (${fundId}::uuid, 'test-fund', 'Test fund', 'grant', 1000000, 10, 100000, 'included', ${at}),
      (${otherFundId}::uuid, 'other-fund', 'Other fund', 'grant', 1000000, 10, 100000, 'included', ${at})`.execute(db)
  const versionId = await publishForm(services, fundId, form)
  await sql`insert into round (id, fund_id, slug, name, published_at, opens_at, deadline_at, eligible_kinds, form_version_id, created_at)
    values (${roundId}::uuid, ${fundId}::uuid, 'first', 'First round', ${opensAt}, ${opensAt}, ${deadlineAt},
      '{district,unitary,county}', ${versionId}::uuid, ${at})`.execute(db)
  const people = await addPeople(services, { fundId, otherFundId })
  const round = await roundById(db, roundId)
  if (round === undefined) throw new Error('the round is not there')
  const actor = async (name: PersonName) => await actorOf(services, people[name])
  return {
    round,
    deadlineAt,
    people,
    actor,
    draft: async () => {
      const ann = await actor('ann')
      const started = await startApplication(services, ann, {
        round,
        leadId: 'T-ALDER',
        another: true,
        receivedAt: clock(),
      })
      if (!started.ok) throw new Error(JSON.stringify(started.problems))
      return started.value.reference
    },
  }
}

async function publishForm(services: Services, fundId: string, form: Form): Promise<string> {
  const { db, clock, newId, sha256 } = services
  const checked = checkDefinition(form)
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  const formId = newId()
  const at = clock()
  return await db.transaction().execute(async (tx) => {
    await insertForm(tx, { id: formId, fundId, name: form.title, purpose: 'expression-of-interest', createdAt: at })
    const hash = contentHash(checked.value as unknown as Json, sha256)
    const draft = { id: newId(), formId, definition: checked.value, sha256: hash, savedAt: at }
    await saveDraftRow(tx, draft)
    const published = await publishFormVersion(tx, services, { formId, changeNote: '', personId: null, at })
    if (!published.ok) throw new Error(JSON.stringify(published.problems))
    const version = await formVersionById(tx, published.value.id)
    return version?.id ?? ''
  })
}

async function addPeople(
  services: Services,
  funds: { readonly fundId: string; readonly otherFundId: string },
): Promise<Record<PersonName, string>> {
  const { db, clock, newId } = services
  const at = clock()
  const ids: Partial<Record<PersonName, string>> = {}
  for (const [name, leads] of Object.entries(work) as [PersonName, readonly string[]][]) {
    const capital = name.charAt(0).toUpperCase() + name.slice(1)
    const { person } = await ensurePerson(db, { id: newId(), email: `${name}@example.gov.uk`, name: capital, at })
    ids[name] = person.id
    for (const organisationId of leads) {
      const asked = { personId: person.id, organisationId, requestedAt: at, decidedAt: at, decidedBy: null }
      await saveMembership(db, { ...asked, state: 'confirmed' })
    }
  }
  const all = ids as Record<PersonName, string>
  await db.transaction().execute(async (tx) => {
    const role = { by: null, at }
    await giveRole(tx, services, { ...role, personId: all.pam, role: 'programme-team', fundId: funds.fundId })
    await giveRole(tx, services, { ...role, personId: all.oli, role: 'auditor', fundId: funds.fundId })
    await giveRole(tx, services, { ...role, personId: all.sid, role: 'programme-team', fundId: funds.otherFundId })
  })
  return all
}

/** Somebody as the server would see them, with the second step passed. */
export async function actorOf(services: Services, personId: string): Promise<SignedIn> {
  const at = services.clock()
  const token = newToken(randomBytes)
  const expiresAt = new Date(at.getTime() + 3_600_000)
  const session = { id: services.newId(), token, personId, at, expiresAt, browser: 'test', secondStepAt: at }
  await insertSession(services.db, session)
  const actor: Actor = (await findActor(services.db, token, at)) ?? visitor
  if (actor.kind !== 'person') throw new Error('nobody is signed in')
  return actor
}
