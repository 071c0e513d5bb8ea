import { addDomains, ensurePerson, giveRole, saveMembership } from '../features/accounts/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'

/** Somebody made up, whom a newcomer can sign in as while the service is evaluated. */
type SeedPerson = {
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly organisationId?: string
}

/** All names are made up, and so are the organisations with an `X-` code. */
export const seedPeopleByRole = {
  lead: {
    email: 'priya.nair@exbridge.example',
    name: 'Priya Nair',
    jobTitle: 'Head of transformation',
    organisationId: 'X-EXBRIDGE',
  },
  colleague: {
    email: 'tom.okafor@exbridge.example',
    name: 'Tom Okafor',
    jobTitle: 'Policy officer',
    organisationId: 'X-EXBRIDGE',
  },
  partner: {
    email: 'hannah.lowe@tarnshire.example',
    name: 'Hannah Lowe',
    jobTitle: 'Commissioning manager',
    organisationId: 'X-TARNSHIRE',
  },
  finance: {
    email: 'nadia.rahman@exbridge.example',
    name: 'Nadia Rahman',
    jobTitle: 'Chief finance officer',
    organisationId: 'X-EXBRIDGE',
  },
  programme: { email: 'samira.khan@programme.example', name: 'Samira Khan', jobTitle: 'Programme manager' },
  funder: { email: 'george.whitfield@funder.example', name: 'George Whitfield', jobTitle: 'Policy adviser' },
  assessor: { email: 'mina.farrow@assessor.example', name: 'Mina Farrow', jobTitle: 'Independent assessor' },
  panel: { email: 'david.osei@panel.example', name: 'David Osei', jobTitle: 'Panel member' },
  decision: { email: 'margaret.hale@minister.example', name: 'Margaret Hale', jobTitle: 'Senior responsible owner' },
  auditor: { email: 'ruth.castell@audit.example', name: 'Ruth Castell', jobTitle: 'Internal auditor' },
  administrator: { email: 'alex.morgan@service.example', name: 'Alex Morgan', jobTitle: 'Service owner' },
} as const satisfies Record<string, SeedPerson>

export type SeedRole = keyof typeof seedPeopleByRole

/** Fills in the made-up people, the councils they work for and who looks after the service. */
export async function seedPeople(tx: Tx, services: Services, at: Date): Promise<void> {
  for (const person of Object.values<SeedPerson>(seedPeopleByRole)) {
    const id = services.newId()
    const made = await ensurePerson(tx, { ...person, id, at, illustrative: true })
    if (person.organisationId === undefined) continue
    const { organisationId } = person
    const personId = made.person.id
    await saveMembership(tx, {
      personId,
      organisationId,
      state: 'confirmed',
      requestedAt: at,
      decidedAt: at,
      decidedBy: null,
    })
    await addDomains(tx, organisationId, [person.email.split('@')[1] ?? ''])
  }
  const administrator = await ensurePerson(tx, { ...seedPeopleByRole.administrator, id: services.newId(), at })
  await giveRole(tx, services, { personId: administrator.person.id, role: 'administrator', fundId: null, by: null, at })
}

/** The id of a made-up person. */
export async function seedPersonId(tx: Tx, services: Services, role: SeedRole, at: Date): Promise<string> {
  const { person } = await ensurePerson(tx, { ...seedPeopleByRole[role], id: services.newId(), at, illustrative: true })
  return person.id
}
