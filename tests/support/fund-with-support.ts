import { sql } from 'kysely'
import { type AwardedFund, type AwardedSize, awardedFund } from './awarded-fund.ts'
import { type TestBrowser, type TestServer, type TestServerOptions, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** A fund with accepted awards, and somebody signed in for each side of the first of them. */
export type FundWithSupport = TestServer & {
  readonly fund: AwardedFund
  readonly team: TestBrowser
  readonly council: TestBrowser
  readonly supplier: TestBrowser
}

export async function fundWithSupport(
  life: Lifetime,
  size: AwardedSize,
  options: TestServerOptions = {},
): Promise<FundWithSupport> {
  const server = await testServer(life, await freshDatabase(life), options)
  const { db, newId } = server.services
  const fund = await awardedFund(db, size)
  const person = async (email: string): Promise<string> => {
    const id = newId()
    await sql`insert into person (id, email, name, created_at) values (${id}::uuid, ${email}, ${email}, now())`.execute(
      db,
    )
    return id
  }
  const [teamId, councilId] = [await person('team@fund.example'), await person('lead@council.example')]
  await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    values (${teamId}::uuid, ${teamId}::uuid, ${fund.fundId}::uuid, 'programme-team', now())`.execute(db)
  await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
    values (${councilId}::uuid, 'X-1', 'confirmed', now(), now())`.execute(db)
  await sql`insert into support_supplier_person (supplier_id, person_id, added_at)
    values (${fund.supplierId}::uuid, ${fund.personId}::uuid, now())`.execute(db)
  const [team, council] = [await server.signedIn(teamId), await server.signedIn(councilId)]
  return { ...server, fund, team, council, supplier: await server.signedIn(fund.personId) }
}
