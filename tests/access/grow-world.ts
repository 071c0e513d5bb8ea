import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { places } from './places.ts'

/**
 * Adds so many of everything that a page of ours can list: people, memberships, roles, funders, funds, rounds, versions of
 * pages, questions, invitations, applications with partners and answers, submissions, messages, sessions, successors.
 */
export async function growWorld(db: Database, count: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ start: number }>`
      select count(*) as start from organisation where id like 'GROWN-%'`.execute(tx)
    const more = sql`generate_series(${(rows[0]?.start ?? 0) + 1}::int, ${(rows[0]?.start ?? 0) + count}::int) as n`
    await sql`select set_config('test.round', (select round.id::text from round join fund on fund.id = fund_id
      where fund.slug = ${places.ours.fund} and round.slug = ${places.ours.round}), true)`.execute(tx)
    await sql`select set_config('test.application',
      (select id::text from application where reference = ${places.ours.draft}), true)`.execute(tx)
    await growPeople(tx, more)
    await growFunds(tx, more)
    await growPages(tx, more)
    await growApplications(tx, more)
  })
}

type Numbers = ReturnType<typeof sql>

const round = sql`current_setting('test.round')::uuid`
const fund = sql`(select fund_id from round where id = ${round})`
const application = sql`current_setting('test.application')::uuid`
const { lead } = places.ours

async function growPeople(db: Database, more: Numbers): Promise<void> {
  await sql`insert into organisation (id, name, short_name, kind, illustrative, contact_email)
    select 'GROWN-' || n, 'Grown council ' || n, 'Grown ' || n, 'district', true, 'chief@grown.example'
    from ${more}`.execute(db)
  await sql`insert into organisation_successor (predecessor_id, successor_id)
    select 'GROWN-' || n, ${lead} from ${more}`.execute(db)
  await sql`insert into person (id, email, name, created_at, illustrative)
    select gen_random_uuid(), 'grown.' || n || '@grown.example', 'Grown person ' || n, now(), true from ${more}
    `.execute(db)
  await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
    select person.id, ${lead}, state, now(), case when state = 'confirmed' then now() end
    from ${more} join person on email = 'grown.' || n || '@grown.example',
      lateral (values (case when n % 3 = 0 then 'requested' else 'confirmed' end)) as s (state)`.execute(db)
  await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
    select person, 'GROWN-' || n, 'confirmed', now(), now()
    from ${more}, unnest(${[cast.member.id, cast.stranger.id, cast.team.id]}::uuid[]) as person`.execute(db)
  await sql`insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
    select gen_random_uuid(), gen_random_uuid()::text, person, now(), now(), now() + interval '1 day'
    from ${more}, unnest(${[cast.member.id, cast.stranger.id, cast.team.id]}::uuid[]) as person`.execute(db)
  await sql`insert into message (id, kind, recipient, subject, body, created_at)
    select gen_random_uuid(), 'test', 'grown@grown.example', 'Grown message ' || n, 'Text', now() from ${more}`.execute(
    db,
  )
}

async function growFunds(db: Database, more: Numbers): Promise<void> {
  await sql`insert into fund (id, slug, name, award_type, budget_pounds, places, cap_pounds, vat, created_at)
    select gen_random_uuid(), 'grown-' || n, 'Grown fund ' || n, 'grant', 1000, 1, 1000, 'included', now() from ${more}
    `.execute(db)
  await sql`insert into round (id, fund_id, slug, name, published_at, opens_at, deadline_at, eligible_kinds,
      form_version_id, created_at)
    select gen_random_uuid(), in_fund, 'grown-' || n, 'Grown round ' || n, now() - interval '1 day',
      now() - interval '1 day', now() + interval '9 days', old.eligible_kinds, old.form_version_id, now()
    from ${more} join fund on fund.slug = 'grown-' || n join round old on old.id = ${round},
      unnest(array[fund.id, old.fund_id]) as in_fund`.execute(db)
  await sql`insert into funder (fund_id, organisation_id, position, quote, quote_speaker)
    select ${fund}, 'GROWN-' || n, 50 + n, 'A great chance.', 'The leader' from ${more}`.execute(db)
  await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    select gen_random_uuid(), ${cast.team.id}::uuid, id, 'programme-team', now()
    from ${more} join fund on slug = 'grown-' || n`.execute(db)
  await sql`insert into role_assignment (id, person_id, fund_id, role, assigned_at)
    select gen_random_uuid(), person.id, ${fund}, 'assessor', now()
    from ${more} join person on email = 'grown.' || n || '@grown.example'`.execute(db)
  await sql`insert into invitation (round_id, organisation_id, email, invited_at)
    select ${round}, 'GROWN-' || n, case when n % 2 = 0 then 'chief@grown.example' else '' end, now()
    from ${more}`.execute(db)
}

async function growPages(db: Database, more: Numbers): Promise<void> {
  await sql`insert into public_page_version (page_id, number, title, body, published_at, saved_at, change_note)
    select page.id, 100 + n, 'Grown', 'Version ' || n || ' of the text.', now(), now(), 'Grown change ' || n
    from ${more}, public_page page where round_id = ${round}`.execute(db)
  await sql`insert into clarification (id, round_id, asked_by, asked_at, question, published_question, answer, number,
      published_at)
    select gen_random_uuid(), ${round}, ${cast.member.id}::uuid, now(), 'Grown question ' || n, 'Grown question ' || n,
      'Answer', 100 + n, now() from ${more}`.execute(db)
  await sql`insert into clarification (id, round_id, asked_by, asked_at, question)
    select gen_random_uuid(), ${round}, person.id, now(), 'Open question ' || n
    from ${more} join person on email = 'grown.' || n || '@grown.example'`.execute(db)
}

async function growApplications(db: Database, more: Numbers): Promise<void> {
  await sql`insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by,
      submitted_at, illustrative)
    select gen_random_uuid(), 'GROWN-' || state || '-' || n, round.id, case state when 'submitted' then 'GROWN-' || n
      else ${lead} end, form_version_id, state, now(), ${cast.member.id}::uuid,
      case when state = 'submitted' then now() end, true
    from ${more}, round, unnest(array['draft', 'submitted']) as state where round.id = ${round}`.execute(db)
  await sql`insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
    select gen_random_uuid(), application.id, 1, now(), created_by, old.content, old.sha256, 'pass'
    from ${more} join application on reference = 'GROWN-submitted-' || n,
      (select content, sha256 from submission limit 1) as old`.execute(db)
  await sql`insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
    select ${application}, 'GROWN-' || n, 'accepted', now(), ${cast.member.id}::uuid, now() from ${more}`.execute(db)
  await sql`insert into application_partner (application_id, organisation_id, state, asked_at, asked_by)
    select application.id, 'X-TARNSHIRE', 'asked', now(), ${cast.member.id}::uuid
    from ${more} join application on reference = 'GROWN-draft-' || n`.execute(db)
  await sql`insert into answer (application_id, question_id, value, version, saved_at, saved_by)
    select ${application}, 'grown-' || n, '"text"', 1, now(), person.id
    from ${more} join person on email = 'grown.' || n || '@grown.example'`.execute(db)
  // What other people last wrote is shown with their names.
  await sql`insert into answer (application_id, question_id, value, version, saved_at, saved_by)
    select ${application}, question, '"text"', 1, now(), person.id
    from unnest(array['lead-name', 'service-name', 'drivers', 'outcomes', 'resource', 'milestones', 'scope',
      'engage-staff', 'models-why']) with ordinality as q (question, n)
    join person on email = 'grown.' || n || '@grown.example'
    on conflict do nothing`.execute(db)
  await sql`insert into question_assignment (application_id, question_id, person_id, given_at, given_by)
    select ${application}, question, person.id, now(), person.id
    from unnest(array['lead-name', 'service-name', 'drivers', 'outcomes', 'resource', 'milestones', 'scope',
      'engage-staff', 'models-why']) with ordinality as q (question, n)
    join person on email = 'grown.' || n || '@grown.example'
    on conflict do nothing`.execute(db)
}
