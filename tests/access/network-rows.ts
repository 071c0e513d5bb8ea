import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { sealedText } from '../../src/platform/sign-in/sealed-text.ts'
import { testConfig } from '../support/server.ts'
import { panelOf } from './expert-rows.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import { type Place, spare, teamOf } from './places.ts'
import type { Parts, Row } from './route-table.ts'
import { acceptedAward } from './supported-award.ts'

/** The network of a place, with an expert and with its lead person as somebody invited who has accepted the code of conduct. */
async function network(place: Place, db: Database): Promise<Parts> {
  const { fund, leadPerson } = place
  await panelOf(place, db)
  await sql`
    insert into network_guest (id, fund_id, email, note, invited_at, invited_by)
    select gen_random_uuid(), f.id, p.email, 'Adviser', now(), p.id from fund f, person p
    where f.slug = ${fund} and p.id = ${leadPerson}::uuid
    on conflict (fund_id, email) where ended_at is null do nothing`.execute(db)
  await sql`
    insert into network_conduct_acceptance (fund_id, person_id, number, accepted_at)
    select f.id, ${leadPerson}::uuid, 0, now() from fund f where f.slug = ${fund} on conflict do nothing`.execute(db)
  return {}
}

/** An invitation of its own for each who would end it. */
async function invited(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string }>`
    insert into network_guest (id, fund_id, email, note, invited_at, invited_by)
    select gen_random_uuid(), f.id, gen_random_uuid() || '@example.org', 'Adviser', now() - interval '1 minute', ${place.leadPerson}::uuid
    from fund f where f.slug = ${place.fund} returning id`.execute(db)
  return { guest: rows[0]?.id ?? '' }
}

/** A council of the network: the lead, with an award that it has accepted. */
async function council(place: Place, db: Database): Promise<Parts> {
  await acceptedAward(place, db)
  return { ...(await network(place, db)), organisation: place.lead }
}

/** An event of the place to which its lead person has a place, and which one more can come to. */
async function event(place: Place, db: Database): Promise<Parts> {
  const of = await network(place, db)
  const title = `Event of ${place.fund}`
  await sql`
    insert into network_event (id, fund_id, title, about, held, place, joining, starts_at, ends_at, capacity, made_at, made_by)
    select gen_random_uuid(), f.id, ${title}, 'About', 'online', 'Call', 'The link', now() + interval '9 days',
      now() + interval '10 days', 900, now(), ${place.leadPerson}::uuid
    from fund f where f.slug = ${place.fund} and not exists (select from network_event where title = ${title})`.execute(
    db,
  )
  const { rows } = await sql<{ id: string }>`
    update network_event set starts_at = now() + interval '9 days', ends_at = now() + interval '10 days',
      cancelled_at = null, cancelled_why = '' where title = ${title} returning id`.execute(db)
  const id = rows[0]?.id ?? ''
  await sql`insert into network_place (event_id, person_id, state, since)
    values (${id}::uuid, ${place.leadPerson}::uuid, 'going', now())
    on conflict on constraint network_place_pk do update set state = 'going'`.execute(db)
  return { ...of, event: id }
}

/** A file of that event. */
async function material(place: Place, db: Database): Promise<Parts> {
  const { event: id = '' } = await event(place, db)
  return { ...(await keptFile(place.draft, db, 'materials', { type: 'network-event', id })), event: id }
}

/** An upload that the programme team has begun for that event. */
async function materialUpload(place: Place, db: Database): Promise<Parts> {
  const parts = await event(place, db)
  return { ...parts, upload: await begunUpload(db, { type: 'network-event', id: parts.event ?? '' }, teamOf(place)) }
}

/** The link in the mail of that event to its lead person. */
async function eventLink(place: Place, db: Database): Promise<Parts> {
  const { event: id = '' } = await event(place, db)
  return { token: sealedText('network-event', `${id}.${place.leadPerson}`, testConfig().secretKey ?? '') }
}

/** A thread of its own, begun by the lead person of the place, with one post by somebody else that is not hidden. */
async function thread(place: Place, db: Database): Promise<Parts> {
  const of = await network(place, db)
  const { rows } = await sql<{ thread: string; post: string }>`
    with begun as (insert into network_thread (id, fund_id, topic, title, begun_at, begun_by)
        select gen_random_uuid(), f.id, 'legal', 'Which form?', now(), ${place.leadPerson}::uuid
        from fund f where f.slug = ${place.fund} returning id),
      posted as (insert into network_post (id, thread_id, author_id, via, posted_at)
        select gen_random_uuid(), id, ${spare.bystander}::uuid, 'page', now() from begun returning id, thread_id)
    insert into network_post_version (post_id, number, text, written_at) select id, 1, 'Ours', now() from posted
    returning post_id as post, (select thread_id from posted) as thread`.execute(db)
  return { ...of, ...rows[0] }
}

/** A post of the lead person of the place. */
async function ownPost(place: Place, db: Database): Promise<Parts> {
  const parts = await thread(place, db)
  await sql`update network_post set author_id = ${place.leadPerson}::uuid where id = ${parts.post}::uuid`.execute(db)
  return parts
}

/** A measure about the lead person of the place, against which they appealed where `appealed`. */
const measure =
  (appealed: boolean) =>
  async (place: Place, db: Database): Promise<Parts> => {
    const appeal = appealed ? 'No' : ''
    const { rows } = await sql<{ measure: string }>`
      insert into network_measure (id, fund_id, kind, person_id, reason, taken_at, taken_by, appeal, appealed_at)
      select gen_random_uuid(), f.id, 'warned', ${place.leadPerson}::uuid, 'Because', now(), ${spare.bystander}::uuid, ${appeal},
        case when ${appealed} then now() end
      from fund f where f.slug = ${place.fund} returning id as measure`.execute(db)
    return rows[0] ?? {}
  }

/** A resource of its own that the lead person of the place sent, in a state. */
const resource =
  (state: 'in-review' | 'public') =>
  async (place: Place, db: Database): Promise<Parts> => {
    const of = await network(place, db)
    const { rows } = await sql<{ resource: string }>`
      insert into network_resource (id, fund_id, kind, title, summary, text, author, licence, source_url, illustrative, state,
        sent_at, sent_by, reviewed_at, reviewed_by)
      select gen_random_uuid(), f.id, 'resource', 'Notes', 'What', 'Words', 'Ann', 'ogl-3', '', true, ${state}, now(),
        ${place.leadPerson}::uuid, case when ${state} = 'public' then now() end,
        case when ${state} = 'public' then ${spare.bystander}::uuid end
      from fund f where f.slug = ${place.fund} returning id as resource`.execute(db)
    return { ...of, ...rows[0] }
  }

/** Who may use the routes of the network of a fund. */
export const networkRows: Readonly<Record<string, Row>> = {
  'GET /network': { rule: 'anyoneSignedIn' },
  'GET /network/:fund': { rule: 'inNetwork', parts: network },
  'GET /network/:fund/members': { rule: 'inNetwork', parts: network },
  'GET /network/:fund/conduct': { rule: 'inNetwork', parts: network },
  'POST /network/:fund/conduct': { rule: 'inNetwork', parts: network },
  'GET /network/:fund/councils': { rule: 'inNetwork', parts: network },
  'GET /network/:fund/councils/:organisation': { rule: 'inNetwork', parts: council },
  'GET /network/:fund/councils/:organisation/edit': { rule: 'lead', parts: council },
  'POST /network/:fund/councils/:organisation/edit': { rule: 'lead', parts: council },
  'GET /network/:fund/questions': { rule: 'inNetwork', parts: thread },
  'GET /network/:fund/questions/new': { rule: 'inNetwork', parts: network },
  'POST /network/:fund/questions/new': { rule: 'inNetwork', parts: network },
  'GET /network/:fund/questions/:thread': { rule: 'inNetwork', parts: thread },
  'POST /network/:fund/questions/:thread/replies': { rule: 'inNetwork', parts: thread },
  'POST /network/:fund/questions/:thread/follow': { rule: 'inNetwork', parts: thread },
  'POST /network/:fund/topics': { rule: 'inNetwork', parts: network },
  'GET /network/:fund/posts/:post': { rule: 'inNetwork', parts: thread },
  'GET /network/:fund/posts/:post/edit': { rule: 'lead', parts: ownPost },
  'POST /network/:fund/posts/:post/edit': { rule: 'lead', parts: ownPost },
  'GET /network/:fund/posts/:post/report': { rule: 'inNetwork', parts: thread },
  'POST /network/:fund/posts/:post/report': { rule: 'inNetwork', parts: thread },
  'GET /network/:fund/measures/:measure': { rule: 'lead', parts: measure(false) },
  'POST /network/:fund/measures/:measure/appeal': { rule: 'lead', parts: measure(false) },
  'POST /inbound/mail': { rule: 'nobodyHere' },
  'GET /manage/funds/:fund/network/moderation': { rule: 'runsFund', parts: thread },
  'POST /manage/funds/:fund/network/moderation/members': {
    rule: 'runsFund',
    parts: network,
    fields: ({ leadPerson }) => ({ member: leadPerson, measure: 'warned', text: 'Because' }),
  },
  'GET /manage/funds/:fund/network/moderation/posts/:post': { rule: 'runsFund', parts: thread },
  'POST /manage/funds/:fund/network/moderation/posts/:post': { rule: 'runsFund', parts: thread },
  'POST /manage/funds/:fund/network/moderation/appeals/:measure': { rule: 'runsFund', parts: measure(true) },
  'GET /network/:fund/library': { rule: 'inNetwork', parts: resource('public') },
  'GET /network/:fund/library/new': { rule: 'inNetwork', parts: network },
  'POST /network/:fund/library/new': { rule: 'inNetwork', parts: network },
  'GET /network/:fund/library/:resource': { rule: 'inNetwork', parts: resource('public') },
  'GET /network/:fund/resources': { rule: 'anyone', parts: resource('public') },
  'GET /network/:fund/resources/:resource': { rule: 'anyone', parts: resource('public') },
  'GET /manage/funds/:fund/network/resources/:resource': { rule: 'runsFund', parts: resource('in-review') },
  'POST /manage/funds/:fund/network/resources/:resource': { rule: 'runsFund', parts: resource('in-review') },
  'GET /network/:fund/events': { rule: 'inNetwork', parts: event },
  'GET /network/:fund/events/:event': { rule: 'inNetwork', parts: event },
  'GET /network/:fund/events/:event/event.ics': { rule: 'lead', parts: event },
  'POST /network/:fund/events/:event/answer': { rule: 'inNetwork', parts: event },
  'GET /network/:fund/events/:event/materials/:file': { rule: 'inNetwork', parts: material },
  'GET /event-answers/:token': { rule: 'anyone', parts: eventLink },
  'POST /event-answers/:token': { rule: 'anyone', parts: eventLink },
  'GET /manage/funds/:fund/network/events/new': { rule: 'runsFund' },
  'POST /manage/funds/:fund/network/events/new': { rule: 'runsFund' },
  'GET /manage/funds/:fund/network/events/:event': { rule: 'runsFund', parts: event },
  'GET /manage/funds/:fund/network/events/:event/change': { rule: 'runsFund', parts: event },
  'POST /manage/funds/:fund/network/events/:event/change': { rule: 'runsFund', parts: event },
  'POST /manage/funds/:fund/network/events/:event/cancel': { rule: 'runsFund', parts: event },
  'POST /manage/funds/:fund/network/events/:event/attendance': { rule: 'runsFund', parts: event },
  'POST /manage/funds/:fund/network/events/:event/materials': { rule: 'runsFund', parts: event },
  'POST /manage/funds/:fund/network/events/:event/materials/uploads': { rule: 'runsFund', parts: event },
  'POST /manage/funds/:fund/network/events/:event/materials/uploads/:upload': {
    rule: 'runsFund',
    parts: materialUpload,
  },
  'GET /manage/funds/:fund/network': { rule: 'runsFund' },
  'POST /manage/funds/:fund/network/guests': { rule: 'runsFund' },
  'POST /manage/funds/:fund/network/guests/:guest/end': { rule: 'runsFund', parts: invited },
  'POST /manage/funds/:fund/network/conduct': { rule: 'runsFund' },
}
