import type { Place } from './places.ts'
import type { Row } from './route-table.ts'

const listed = (place: Place) => ({ reference: place.listed })
const submitted = (place: Place) => ({ reference: place.submitted })
const feedback = '/manage/funds/:fund/:round/decisions/feedback'

const debriefs = '/manage/funds/:fund/:round/decisions/debriefs'

/** Who may use the routes of feedback and debriefs. The rounds of this world have no shortlist, which the pages say. */
export const feedbackRows: Readonly<Record<string, Row>> = {
  [`GET ${feedback}`]: { rule: 'readsAssessment' },
  [`POST ${feedback}/open`]: { rule: 'runsFund' },
  [`POST ${feedback}/release`]: { rule: 'runsFund' },
  [`GET ${feedback}/applications/:reference`]: { rule: 'readsAssessment', parts: listed },
  [`POST ${feedback}/applications/:reference`]: { rule: 'runsFund', parts: listed },
  [`POST ${feedback}/applications/:reference/approve`]: { rule: 'moderates', parts: listed },
  [`POST ${feedback}/applications/:reference/reopen`]: { rule: 'runsFund', parts: listed },
  'GET /applications/:reference/feedback': { rule: 'leadOrPartner', parts: submitted },
  [`GET ${debriefs}`]: { rule: 'readsApplications' },
  [`POST ${debriefs}/window`]: { rule: 'runsFund' },
  [`GET ${debriefs}/applications/:reference`]: { rule: 'readsApplications', parts: listed },
  [`POST ${debriefs}/applications/:reference/time`]: { rule: 'runsFund', parts: listed },
  [`POST ${debriefs}/applications/:reference/answer`]: { rule: 'runsFund', parts: listed },
  [`POST ${debriefs}/applications/:reference/note`]: { rule: 'runsFund', parts: listed },
  [`POST ${debriefs}/applications/:reference/close`]: { rule: 'runsFund', parts: listed },
  'GET /applications/:reference/debrief': { rule: 'leadOrPartner', parts: submitted },
  'GET /applications/:reference/debrief.ics': { rule: 'nobodyUntilBidding', parts: submitted },
  'POST /applications/:reference/debrief': { rule: 'lead', parts: submitted },
  'POST /applications/:reference/debrief/withdraw': { rule: 'lead', parts: submitted },
  'GET /applications/:reference/feedback/file': { rule: 'nobodyUntilBidding', parts: submitted },
}
