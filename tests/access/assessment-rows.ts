import type { Place } from './places.ts'
import type { Row } from './route-table.ts'
import { scoringRows } from './scoring-rows.ts'

const submitted = (place: Place) => ({ reference: place.submitted })
const listed = (place: Place) => ({ reference: place.listed })

/** Who may use the routes of assessment. */
export const assessmentRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/assessment': { rule: 'readsAssessment' },
  ...scoringRows,
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
  'GET /applications/:reference/outcome': { rule: 'leadOrPartner', parts: submitted },
}
