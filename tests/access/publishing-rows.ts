import type { Row } from './route-table.ts'

const api = '/api/v1'

/** What is expected of the routes that tell everyone. */
export const publishingRows: Readonly<Record<string, Row>> = {
  [`GET ${api}/funds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund`]: { rule: 'anyone' },
  [`GET ${api}/rounds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund/rounds`]: { rule: 'anyone' },
  [`GET ${api}/funds/:fund/rounds/:round`]: { rule: 'anyone' },
  [`POST ${api}/calculate/:calculator`]: { rule: 'anyone', parts: () => ({ calculator: 'discount' }) },
  [`GET ${api}/openapi.json`]: { rule: 'anyone' },
  'GET /developers': { rule: 'anyone' },
  'GET /manage/funds/:fund/:round/report': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.csv': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.ods': { rule: 'readsApplications' },
  'GET /manage/funds/:fund/:round/report.xlsx': { rule: 'readsApplications' },
}
