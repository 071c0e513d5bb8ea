import { sql } from 'kysely'
import type { SignedIn } from '../../src/core/permissions/index.ts'
import { ensurePerson, giveRole } from '../../src/features/accounts/index.ts'
import type { Services } from '../../src/platform/services.ts'
import { actorOf } from './open-round.ts'
import { freshDatabase, type Lifetime } from './template.ts'
import { type RoundWithClock, roundWithClock } from './whole-application.ts'

/** A round that was called off while one application was written, in which an old mail was sent; two administrators. */
export type PrivacyRound = RoundWithClock & {
  readonly reference: string
  readonly ada: SignedIn
  readonly bea: SignedIn
  /** Sets the clock so many months after the round was called off. */
  readonly later: (months: number) => Date
}

const start = new Date('2026-11-02T12:00:00Z')

export async function privacyRound(lifetime: Lifetime): Promise<PrivacyRound> {
  const all = await roundWithClock(lifetime, await freshDatabase(lifetime), start)
  const { services, round } = all
  const { db } = services
  const reference = await round.draft()
  await sql`
    insert into application_contributor (application_id, email, state, invited_at, invited_by, expires_at)
    select id, 'helper@example.gov.uk', 'invited', ${start}, created_by, ${start} from application`.execute(db)
  await sql`
    insert into answer (application_id, question_id, value, version, saved_at, saved_by)
    select id, 'drivers', '"Ask Ann"', 1, ${start}, created_by from application`.execute(db)
  await sql`
    insert into message (id, kind, recipient, subject, body, created_at, state)
    values (gen_random_uuid(), 'test', 'ann@example.gov.uk', 'A subject', 'A body', ${start}, 'sent')`.execute(db)
  await sql`update round set cancelled_at = ${start}, cancelled_reason = 'No money', cancelled_by = ${round.people.pam}::uuid`.execute(
    db,
  )
  const later = (months: number): Date => {
    const at = new Date(start)
    at.setUTCMonth(at.getUTCMonth() + months)
    all.setClock(at)
    return at
  }
  const [ada, bea] = [await administrator(services, 'ada'), await administrator(services, 'bea')]
  return { ...all, reference, ada, bea, later }
}

async function administrator(services: Services, name: string): Promise<SignedIn> {
  const { db, newId, clock } = services
  const at = clock()
  const { person } = await ensurePerson(db, { id: newId(), email: `${name}@service.gov.uk`, at, name })
  const given = { personId: person.id, role: 'administrator', fundId: null, by: null, at } as const
  await db.transaction().execute(async (tx) => await giveRole(tx, services, given))
  return await actorOf(services, person.id)
}
