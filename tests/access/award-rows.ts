import type { Place } from './places.ts'
import type { Row } from './route-table.ts'

const listed = (place: Place) => ({ reference: place.listed })
const submitted = (place: Place) => ({ reference: place.submitted })
const first = (place: Place) => ({ reference: place.submitted, number: '1' })

const ofAwards = () => ({ outcome: 'award' })

/** Who may use the routes of awards and of what is told. Nothing is awarded, which the pages say and a file is not. */
export const awardRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/decisions/awards': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/decisions/awards/reserve': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/decisions/awards/:reference': { rule: 'readsAssessment', parts: listed },
  'POST /manage/funds/:fund/:round/decisions/awards/:reference': { rule: 'runsFund', parts: listed },
  'POST /manage/funds/:fund/:round/decisions/awards/:reference/withdraw': { rule: 'runsFund', parts: listed },
  'GET /manage/funds/:fund/:round/decisions/awards/:reference/agreements/:number': {
    rule: 'nothingForStaff',
    parts: first,
  },
  'GET /manage/funds/:fund/:round/decisions/telling': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/decisions/telling.json': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/decisions/telling/funders': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/decisions/telling/funders': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/decisions/telling/letters/:outcome': { rule: 'readsAssessment', parts: ofAwards },
  'POST /manage/funds/:fund/:round/decisions/telling/letters/:outcome': { rule: 'runsFund', parts: ofAwards },
  'GET /applications/:reference/award': { rule: 'lead', parts: submitted },
  'GET /applications/:reference/award/agreements/:number': { rule: 'nobodyUntilBidding', parts: first },
  'POST /applications/:reference/award/signers': { rule: 'lead', parts: submitted },
  'POST /applications/:reference/award/sign': { rule: 'lead', parts: submitted },
  'POST /applications/:reference/award/decline-terms': { rule: 'lead', parts: submitted },
  'POST /applications/:reference/award/decline': { rule: 'lead', parts: submitted },
  'GET /applications/:reference/outcome': { rule: 'leadOrPartner', parts: submitted },
  'GET /applications/:reference/outcome/letter': { rule: 'nobodyUntilBidding', parts: submitted },
}
