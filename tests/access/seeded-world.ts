import { sql } from 'kysely'
import { openOn } from '../../src/open-services.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { makeLog } from '../../src/platform/log/log.ts'
import { hashToken } from '../../src/platform/sign-in/token.ts'
import { seedFinishedRound } from '../../src/seeds/finished-round.ts'
import { seed } from '../../src/seeds/seed.ts'
import { testConfig } from '../support/server.ts'
import type { Template } from '../support/template.ts'
import { parts } from './cast.ts'
import { type Place, places, prepared, spare } from './places.ts'

/** What a newcomer finds, the cast, and one of everything that an address can name, in either of two funds. */
export const seededWorld: Template = {
  name: 'seeded_world',
  fill: async (open) => {
    const { services, close } = await openOn(open, testConfig(), makeLog('silent'), {
      work: false,
      closeDatabase: false,
    })
    try {
      await seed(services)
      await seedFinishedRound(services)
      await open.db.transaction().execute(async (tx) => {
        await addCast(tx)
        await sql`update round set sign_offs = '{sponsor,section-151,partner}' where slug = ${places.ours.round}`.execute(
          tx,
        )
        await addPreparedRound(tx)
        for (const place of [places.ours, places.theirs]) {
          await addVersions(tx, place.fund, place.round)
          await addFormDraft(tx, place.fund)
          await addApplications(tx, place)
          await addCorrespondence(tx, place)
        }
        await sql`update application set reference = ${places.theirs.listed}
          where round_id = ${roundOf(places.theirs)} and lead_id = ${places.theirs.lead}`.execute(tx)
      })
    } finally {
      await close()
    }
  },
}

const roundOf = (place: { readonly fund: string; readonly round: string }) =>
  sql`(select round.id from round join fund on fund.id = fund_id where fund.slug = ${place.fund} and round.slug = ${place.round})`

async function addCast(db: Database): Promise<void> {
  for (const { id, name, membership, role } of [...parts, ...spare.people]) {
    await sql`insert into person (id, email, name, created_at)
      values (${id}::uuid, ${`${name.toLowerCase()}@cast.example`}, ${name}, now())`.execute(db)
    if (membership !== undefined)
      await sql`insert into membership (person_id, organisation_id, state, requested_at, decided_at)
        values (${id}::uuid, ${membership[0]}, ${membership[1]}, now(),
          case when ${membership[1]} = 'confirmed' then now() end)`.execute(db)
    if (role !== undefined)
      await sql`insert into role_assignment (id, person_id, fund_id, role, organisation_id, assigned_at, ended_at)
        values (${id}::uuid, ${id}::uuid, (select id from fund where slug = ${role.fund ? places[role.fund].fund : null}),
          ${role.name}, ${role.organisation ?? null}, now(), case when ${role.ended === true} then now() end)`.execute(
        db,
      )
  }
  await sql`insert into funder (fund_id, organisation_id, position)
    select id, 'lga', 9 from fund where slug = ${places.theirs.fund}`.execute(db)
  await sql`insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
    select id, 'of a bystander', id, now(), now(), now() + interval '1 day' from person
    where id = ${spare.bystander}::uuid`.execute(db)
  await sql`update person set illustrative = true where id = ${spare.illustrative}::uuid`.execute(db)
}

/** A round that is not before the public, in our fund, with two versions of its pages. */
async function addPreparedRound(db: Database): Promise<void> {
  await sql`insert into round (id, fund_id, slug, name, eligible_kinds, contact_email, form_version_id,
      screener_version_id, created_at)
    select ${spare.preparedRound}::uuid, fund_id, ${prepared.round}, 'Prepared', eligible_kinds, contact_email,
      form_version_id, screener_version_id, now() from round where id = ${roundOf(places.ours)}`.execute(db)
  await sql`insert into public_page (id, round_id, slug, position)
    select gen_random_uuid(), ${spare.preparedRound}::uuid, slug, 1
    from unnest(array['announcement', 'how-to-apply']) as slug`.execute(db)
  await sql`insert into public_page_version (page_id, number, title, body, published_at, saved_at)
    select id, 1, 'Not yet said', 'Not yet said', now(), now() from public_page
    where round_id = ${spare.preparedRound}::uuid`.execute(db)
  await sql`insert into sealed_rules (round_id, version, document, sha256, previous_sha256, reason, sealed_at)
    select ${spare.preparedRound}::uuid, 1, document, sha256, null, reason, sealed_at from sealed_rules
    where round_id = ${roundOf(places.ours)} and version = 1`.execute(db)
  await addVersions(db, prepared.fund, prepared.round)
}

/** One more version of every page of a round that is not the latest of several. */
async function addVersions(db: Database, fund: string, round: string): Promise<void> {
  await sql`insert into public_page_version (page_id, number, title, body, published_at, saved_at, change_note)
    select page.id, 2, version.title, version.body || ' And more.', now(), now(), 'Said more.'
    from public_page page join public_page_version version on version.page_id = page.id and number = 1
    where round_id = ${roundOf({ fund, round })}
    on conflict do nothing`.execute(db)
}

/** The next version of a form of the fund, as a draft that has everything that can be edited: a section, a group, a rule. */
async function addFormDraft(db: Database, fund: string): Promise<void> {
  await sql`insert into form_version (id, form_id, number, definition, sha256, saved_at)
    select gen_random_uuid(), form.id, number + 1, definition || jsonb_build_object(
      'pages', (definition -> 'pages') || '[{"id":"added","title":"Added","questions":[{"type":"repeating-group",
        "id":"crew","label":"Crew","questions":[{"type":"short-text","id":"crew-member","label":"Member"}]}]}]'::jsonb,
      'sections', jsonb_build_array(jsonb_build_object('id', 'first', 'title', 'First', 'pages', (
        select jsonb_agg(page -> 'id') || '["added"]' from jsonb_array_elements(definition -> 'pages') page))),
      'rules', '[{"id":"with-others","clause":"Q&A 2","when":{"question":"drivers","answered":true},
        "outcome":"caveat","text":"Noted"}]'::jsonb), sha256, now()
    from form_version version join form on form.id = version.form_id join fund on fund.id = form.fund_id
    where fund.slug = ${fund} and form.purpose <> 'eligibility'
    order by form.name, number desc limit 1`.execute(db)
}

/** A draft and a submitted application of the place's lead, each with partners in every state; both in our round. */
async function addApplications(db: Database, place: Place): Promise<void> {
  const partners = JSON.stringify(place.partners)
  for (const [reference, state] of [
    [place.draft, 'draft'],
    [place.submitted, 'submitted'],
  ] as const) {
    await sql`
      with made as (
        insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by,
          submitted_at, illustrative)
        select gen_random_uuid(), ${reference}, round.id, ${place.lead}, form_version_id, ${state}, now(),
          ${place.leadPerson}::uuid, case when ${state} = 'submitted' then now() end, true
        from round where id = ${roundOf(places.ours)} returning id),
      asked as (
        insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
        select made.id, partner.organisation, partner.state, now(), ${place.leadPerson}::uuid,
          case when partner.state <> 'asked' then now() end
        from made, jsonb_to_recordset(${partners}::jsonb) as partner (organisation text, state text))
      insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
      select gen_random_uuid(), made.id, 1, now(), ${place.leadPerson}::uuid, frozen.content, frozen.sha256, frozen.outcome
      from made, (select content, sha256, outcome from submission limit 1) as frozen
      where ${state} = 'submitted'`.execute(db)
  }
}

/** A question, an invitation, a subscription, a link to sign in by and a message. */
async function addCorrespondence(db: Database, place: Place): Promise<void> {
  await sql`insert into clarification (id, round_id, asked_by, asked_at, question)
    values (${place.question}::uuid, ${roundOf(place)}, ${place.leadPerson}::uuid, now(), 'May we?')`.execute(db)
  await sql`insert into invitation (round_id, organisation_id, email, invited_at, sent_at, token_hash)
    values (${roundOf(place)}, ${place.lead}, 'chief@lead.example', now(), now(), ${hashToken(place.invitation)})
    `.execute(db)
  await sql`insert into subscription (id, round_id, email, kinds, asked_at, confirmed_at)
    values (${place.subscriptionId}::uuid, ${roundOf(place)}, 'reader@example.org', array['deadline'], now(), now())
    `.execute(db)
  await sql`insert into sign_in_request
      (id, email, token_hash, code_hash, browser_hash, created_at, expires_at)
    values (gen_random_uuid(), ${`link.${place.fund}@cast.example`}, ${hashToken(place.link)}, 'none', 'none', now(),
      now() + interval '1 day')`.execute(db)
  await sql`insert into message (id, kind, recipient, subject, body, created_at)
    values (${place.message}::uuid, 'test', 'reader@example.org', 'A message', 'Text of it', now())`.execute(db)
}
