import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { begunUpload, keptFile } from './file-rows.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const submitted = (place: Place) => ({ reference: place.submitted })

/** The first complaint about an application, by its lead: once, however often it is asked for. */
async function complaintAbout(reference: string, { leadPerson }: Place, db: Database): Promise<Parts> {
  const complaint = `${reference}-C1`
  await sql`
    insert into complaint (id, application_id, number, reference, organisation_id, grounds, words, wanted, made_at, made_by,
      acknowledge_by, reply_by)
    select gen_random_uuid(), id, 1, ${complaint}, lead_id, '{rule}', 'A rule was not followed', '', now(),
      ${leadPerson}::uuid, '2099-01-05', '2099-01-26'
    from application where reference = ${reference} on conflict do nothing`.execute(db)
  return { reference, complaint, number: '1', stage: 'first' }
}

const own = async (place: Place, db: Database): Promise<Parts> => await complaintAbout(place.submitted, place, db)

/** One of the round, which the decision-maker of our fund was named to look at, unless it was replied to already. */
async function named(place: Place, db: Database): Promise<Parts> {
  const parts = await complaintAbout(place.listed, place, db)
  await sql`
    insert into complaint_handler (complaint_id, stage, number, person_id, named_at, named_by)
    select id, 'first', 1, ${cast.decisionMaker.id}::uuid, now(), made_by from complaint c
    where reference = ${parts.complaint} and not exists (select from complaint_handler where complaint_id = c.id)`.execute(
    db,
  )
  return parts
}

/** The same, replied to. */
async function replied(place: Place, db: Database): Promise<Parts> {
  const parts = await named(place, db)
  await sql`
    insert into complaint_reply (complaint_id, stage, found, remedy, departure, replied_at, replied_by)
    select id, 'first', '[{"ground":"rule","finding":"not-upheld","reasons":"It was."}]', '', '', now(),
      ${cast.decisionMaker.id}::uuid
    from complaint c where reference = ${parts.complaint}
      and not exists (select from complaint_reply where complaint_id = c.id)`.execute(db)
  return parts
}

/** The same for its own people, as their application is the one of the round. */
async function ownReplied(place: Place, db: Database): Promise<Parts> {
  await replied({ ...place, listed: place.submitted }, db)
  return await own(place, db)
}

const evidence = async (parts: Parts, db: Database): Promise<Parts> => ({
  ...parts,
  ...(await keptFile(parts.reference ?? '', db, 'evidence', { type: 'complaint', id: parts.complaint ?? '' })),
})

/** An upload that its lead person has begun for it. */
async function uploadOf(place: Place, db: Database): Promise<Parts> {
  const parts = await own(place, db)
  return { ...parts, upload: await begunUpload(db, { type: 'complaint', id: parts.complaint ?? '' }, place.leadPerson) }
}

const managed = '/manage/funds/:fund/:round/decisions/complaints'
const about = '/applications/:reference/complaint'

/** Who may use the routes of complaints. */
export const complaintRows: Readonly<Record<string, Row>> = {
  [`GET ${managed}`]: { rule: 'readsApplications' },
  [`GET ${managed}/terms`]: { rule: 'runsFund' },
  [`POST ${managed}/terms`]: { rule: 'runsFund' },
  [`GET ${managed}/:complaint`]: { rule: 'readsComplaint', parts: named },
  [`GET ${managed}/:complaint/files/:file`]: {
    rule: 'readsComplaint',
    parts: async (place, db) => await evidence(await named(place, db), db),
  },
  [`GET ${managed}/:complaint/letters/:stage`]: { rule: 'readsComplaint', parts: replied },
  [`POST ${managed}/:complaint/handler`]: { rule: 'runsFund', parts: named },
  [`POST ${managed}/:complaint/messages`]: { rule: 'looksAtComplaint', parts: named },
  [`POST ${managed}/:complaint/reply`]: { rule: 'looksAtComplaint', parts: named },
  [`GET ${about}`]: { rule: 'leadOrAccepted', parts: submitted },
  [`POST ${about}`]: { rule: 'leadOrAccepted', parts: submitted },
  [`GET ${about}/:number`]: { rule: 'lead', parts: own },
  [`GET ${about}/:number/files/:file`]: {
    rule: 'lead',
    parts: async (place, db) => await evidence(await own(place, db), db),
  },
  [`GET ${about}/:number/letters/:stage`]: { rule: 'lead', parts: ownReplied },
  [`POST ${about}/:number/files`]: { rule: 'lead', parts: own },
  [`POST ${about}/:number/files/uploads`]: { rule: 'lead', parts: own },
  [`POST ${about}/:number/files/uploads/:upload`]: { rule: 'lead', parts: uploadOf },
  [`POST ${about}/:number/messages`]: { rule: 'lead', parts: own },
  [`POST ${about}/:number/review`]: { rule: 'lead', parts: own },
}
