import { sql } from 'kysely'
import type { Role } from '../../src/core/permissions/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import { type TestServer, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** Ids of people, by what they are; the second programme team and funder are those of another fund. */
export const people = {
  administrator: '00000000-0000-7000-8000-000000000001',
  team: '00000000-0000-7000-8000-000000000002',
  lgaFunder: '00000000-0000-7000-8000-000000000003',
  solaceFunder: '00000000-0000-7000-8000-000000000004',
  auditor: '00000000-0000-7000-8000-000000000005',
  assessor: '00000000-0000-7000-8000-000000000006',
  nobody: '00000000-0000-7000-8000-000000000007',
  otherTeam: '00000000-0000-7000-8000-000000000008',
} as const

/** A form with one question. */
const definition = {
  id: 'example',
  title: 'Expression of interest',
  pages: [{ id: 'page', title: 'Page', questions: [{ type: 'short-text', id: 'why', label: 'Why?' }] }],
}

const fundId = '00000000-0000-7000-8000-0000000000f1'
const otherFundId = '00000000-0000-7000-8000-0000000000f2'
const formVersionId = '00000000-0000-7000-8000-0000000000e1'

/** The round that is being prepared. */
export const roundId = fundId

/** In the addresses: a fund with two funders and a round that is being prepared, ready but for its timetable. */
export const fundPath = '/manage/funds/example-fund'
export const roundPath = `${fundPath}/round-1`

/** Two that are in being, one in another region, one that has ended, one that is not formed yet and one made up. */
const organisations = [
  { id: 'LGA', name: 'Local Government Association', kind: 'membership-body' },
  { id: 'SOLACE', name: 'Society of Local Authority Chief Executives', kind: 'membership-body' },
  {
    id: 'HPL',
    gss: 'E06000001',
    name: 'Hartlepool',
    kind: 'unitary',
    region: 'North East',
    email: 'chief@hpl.example',
  },
  { id: 'MDB', gss: 'E06000002', name: 'Middlesbrough', kind: 'unitary', region: 'North East' },
  { id: 'DEV', gss: 'E10000008', name: 'Devon', kind: 'county', region: 'South West' },
  { id: 'OLD', name: 'Ended', kind: 'unitary', region: 'South West', to: '2023-03-31' },
  { id: 'NEW', name: 'Not formed yet', kind: 'unitary', region: 'South West', from: '2030-04-01' },
  { id: 'X-MADE-UP', name: 'Made up', kind: 'unitary', region: 'Illustrative', illustrative: true },
]

const roles: readonly { person: keyof typeof people; role: Role; fund: string | null; organisation?: string }[] = [
  { person: 'administrator', role: 'administrator', fund: null },
  { person: 'team', role: 'programme-team', fund: fundId },
  { person: 'lgaFunder', role: 'funder', fund: fundId, organisation: 'LGA' },
  { person: 'solaceFunder', role: 'funder', fund: fundId, organisation: 'SOLACE' },
  { person: 'auditor', role: 'auditor', fund: fundId },
  { person: 'assessor', role: 'assessor', fund: fundId },
  { person: 'otherTeam', role: 'programme-team', fund: otherFundId },
]

async function fill(db: Database, at: Date): Promise<void> {
  await sql`
    insert into organisation (id, gss_code, name, short_name, kind, region, in_being_from, in_being_to, contact_email,
      illustrative)
    select o.id, o.gss, o.name, o.name, o.kind, o.region, o."from"::date, o."to"::date, o.email,
      coalesce(o.illustrative, false)
    from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as o (id text, gss text, name text, kind text,
      region text, "from" text, "to" text, email text, illustrative boolean)`.execute(db)
  await sql`
    insert into person (id, email, name, created_at)
    select p.id::uuid, lower(p.name) || '@example.gov.uk', p.name, ${at}
    from jsonb_to_recordset(${JSON.stringify(Object.entries(people).map(([name, id]) => ({ name, id })))}::jsonb)
      as p (id text, name text)`.execute(db)
  await sql`
    insert into fund (id, slug, name, award_type, budget_pounds, places, cap_pounds, vat, senior_officer_name, created_at)
    values (${fundId}::uuid, 'example-fund', 'Example fund', 'support-in-kind', 1000000, 10, 100000, 'not-stated',
      'A. Officer', ${at}),
      (${otherFundId}::uuid, 'other-fund', 'Other fund', 'grant', 1000, 1, 1000, 'included', '', ${at})`.execute(db)
  await sql`
    insert into funder (fund_id, organisation_id, position, quote, quote_speaker)
    values (${fundId}::uuid, 'LGA', 1, 'A great chance.', 'The chair'), (${fundId}::uuid, 'SOLACE', 2, '', '')`.execute(
    db,
  )
  await sql`
    insert into form (id, fund_id, name, purpose, created_at)
    values (${formVersionId}::uuid, ${fundId}::uuid, 'Expression of interest', 'expression-of-interest', ${at})`.execute(
    db,
  )
  await sql`
    insert into form_version (id, form_id, number, definition, sha256, saved_at, published_at)
    values (${formVersionId}::uuid, ${formVersionId}::uuid, 1, ${JSON.stringify(definition)}::jsonb, 'f0', ${at}, ${at})`.execute(
    db,
  )
  await sql`
    insert into round (id, fund_id, slug, name, eligible_kinds, contact_email, form_version_id, created_at)
    values (${fundId}::uuid, ${fundId}::uuid, 'round-1', 'Round 1', array['unitary', 'county'],
      'fund@example.gov.uk', ${formVersionId}::uuid, ${at})`.execute(db)
  await sql`
    insert into role_assignment (id, person_id, fund_id, role, organisation_id, assigned_at)
    select gen_random_uuid(), r.person::uuid, r.fund::uuid, r.role, r.organisation, ${at}
    from jsonb_to_recordset(${JSON.stringify(roles.map((each) => ({ ...each, person: people[each.person] })))}::jsonb)
      as r (person text, fund text, role text, organisation text)`.execute(db)
}

/** The whole app with the example fund in it, at a time that the test sets. */
export async function exampleFund(
  lifetime: Lifetime,
  clock: () => Date,
  fresh: (lifetime: Lifetime) => Promise<OpenDatabase> = freshDatabase,
): Promise<TestServer> {
  const server = await testServer(lifetime, await fresh(lifetime), { clock })
  await fill(server.services.db, clock())
  return server
}

/** A timetable as the form sends it: opens on 7 January 2027, deadline at 5pm on 10 February. */
export const typedTimetable = {
  'opens-at-day': '7',
  'opens-at-month': '1',
  'opens-at-year': '2027',
  'opens-at-clock': '9am',
  'deadline-at-day': '10',
  'deadline-at-month': '2',
  'deadline-at-year': '2027',
  'deadline-at-clock': '5pm',
} as const
