import { publishedResults } from './published-results.ts'
import type { Row } from './route-table.ts'

const api = '/api/v1'

const results = '/funds/:fund/:round/results'
const published: Row = { rule: 'anyoneOncePublished', parts: publishedResults }

/** What is expected of the routes that tell everyone. */
export const publishingRows: Readonly<Record<string, Row>> = {
  [`GET ${api}/funds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund`]: { rule: 'anyone' },
  [`GET ${api}/rounds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund/rounds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund/rounds/:round`]: { rule: 'anyone' },
  [`GET ${api}/awards`]: { rule: 'anyone' },
  [`POST ${api}/calculate/:calculator`]: { rule: 'anyone', parts: () => ({ calculator: 'discount' }) },
  [`GET ${api}/openapi.json`]: { rule: 'anyone' },
  'GET /developers': { rule: 'anyone' },
  [`GET ${results}`]: published,
  [`GET ${results}/versions/:number`]: published,
  [`GET ${results}/results.json`]: published,
  [`GET ${results}/awards.json`]: published,
  [`GET ${results}/awards.csv`]: published,
  [`GET ${results}/decision-record.json`]: published,
  'GET /manage/funds/:fund/:round/results': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/results': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/scheme.csv': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/awards.csv': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/records.ods': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/ggis/records.xlsx': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/report': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.csv': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.ods': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.xlsx': { rule: 'readsApplications' },
}
