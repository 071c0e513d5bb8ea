import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const listed = (place: Place) => ({ reference: place.listed })

/** Scoring is open, so that what is moderated is refused to those who may, and hidden from the others. */
async function whileScoring(place: Place, db: Database): Promise<Parts> {
  await sql`insert into assessment (round_id, opened_at)
    select round_id, now() from application where reference = ${place.listed}
    on conflict (round_id) do update set opened_at = now(), closed_at = null, closed_by = null`.execute(db)
  return { reference: place.listed }
}

/** Who may moderate, decide on the shortlist and read it. */
export const shortlistRows: Readonly<Record<string, Row>> = {
  // The shortlist. Where nothing is proposed, its page says why.
  'GET /manage/funds/:fund/:round/assessment/shortlist': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/assessment/shortlist/applications/:reference': { rule: 'moderates', parts: listed },
  'POST /manage/funds/:fund/:round/assessment/shortlist/applications/:reference': { rule: 'moderates', parts: listed },
  'GET /manage/funds/:fund/:round/assessment/shortlist/draw': { rule: 'moderates' },
  'POST /manage/funds/:fund/:round/assessment/shortlist/draw': { rule: 'moderates' },
  'GET /manage/funds/:fund/:round/assessment/shortlist/compare': { rule: 'moderates' },
  'POST /manage/funds/:fund/:round/assessment/shortlist/compare': { rule: 'moderates' },
  'GET /manage/funds/:fund/:round/assessment/shortlist/freeze': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/assessment/shortlist/freeze': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/assessment/shortlist.json': { rule: 'readsAssessment' },
  'GET /funds/:fund/:round/shortlist': { rule: 'anyone' },
  // The meeting. Before scoring has closed its page says so.
  'GET /manage/funds/:fund/:round/assessment/moderation': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/assessment/moderation/:reference': { rule: 'moderates', parts: listed },
  'POST /manage/funds/:fund/:round/assessment/moderation/:reference/settle': { rule: 'moderates', parts: listed },
  'POST /manage/funds/:fund/:round/assessment/moderation/:reference/extra': { rule: 'moderates', parts: listed },
  'POST /manage/funds/:fund/:round/assessment/moderation/:reference/scores': {
    rule: 'moderates',
    parts: whileScoring,
  },
  'POST /manage/funds/:fund/:round/assessment/moderation/:reference/set-aside': {
    rule: 'moderates',
    parts: whileScoring,
  },
  // Everything, to replay: those who may see what was sent in.
  'GET /manage/funds/:fund/:round/assessment/export': { rule: 'readsApplications' },
  'POST /manage/funds/:fund/:round/assessment/export': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/assessment/export/internal.json': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/assessment/export/published.json': { rule: 'readsApplications' },
}
