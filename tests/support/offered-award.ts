import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from './assessed-round.ts'
import { seededPerson } from './browse-as.ts'
import type { Lifetime } from './template.ts'

/** A made-up round with an award that a council has not answered yet, and those who take it on from there, by their ids. */
export type OfferedAward = {
  readonly server: AssessedRound
  /** Of the application. */
  readonly reference: string
  /** Puts the clock of the service forward. */
  readonly later: (days: number) => void
  readonly lead: Known
  readonly senior: Known
  readonly finance: Known
  readonly team: Known
  readonly expert: Known
  readonly supplier: Known
}

export type Known = { readonly id: string; readonly email: string }

/** Opens it: `example-fund/finished-round` after its results, whose last award but one waits to be signed. */
export async function offeredAward(life: Lifetime): Promise<OfferedAward> {
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead)
  const server = await assessedRound(life, { stage: 'published', clock, work: true })
  const { db, newId } = server.services
  const known = async (id: string): Promise<Known> => {
    const { rows } = await sql<Known>`select id, email from person where id = ${id}::uuid`.execute(db)
    if (rows[0] === undefined) throw new Error(`nobody is ${id}`)
    return rows[0]
  }
  const added = async (email: string, name: string): Promise<Known> => {
    const id = newId()
    await sql`insert into person (id, email, name, created_at) values (${id}::uuid, ${email}, ${name}, now())`.execute(
      db,
    )
    return { id, email }
  }
  const { rows } = await sql<{ reference: string; lead: string; senior: string; finance: string }>`
    select a.reference, a.created_by as lead, senior.id as senior, finance.id as finance
    from award w
    join application a on a.id = w.application_id
    join membership ms on ms.organisation_id = w.organisation_id
    join person senior on senior.id = ms.person_id and senior.email like 'senior-officer@%'
    join membership mf on mf.organisation_id = w.organisation_id
    join person finance on finance.id = mf.person_id and finance.email like 'section-151@%'
    where w.state = 'offered'`.execute(db)
  const [offered] = rows
  if (offered === undefined) throw new Error('the made-up round has an award that is offered')
  return {
    server,
    reference: offered.reference,
    later: (days) => {
      ahead += days * 86_400_000
    },
    lead: await known(offered.lead),
    senior: await known(offered.senior),
    finance: await known(offered.finance),
    team: await known(await seededPerson(server, 'programme')),
    expert: await added('vera.expert@panel.example', 'Vera Expert'),
    supplier: await added('sam.supplier@advice.example', 'Sam Supplier'),
  }
}
