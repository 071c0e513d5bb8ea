import type { Row } from './route-table.ts'

/** Who may see what stands before and beside all work: the front, help, guides, the status and how the service performs. */
export const homeRows: Readonly<Record<string, Row>> = {
  'GET /': { rule: 'anyone' },
  'GET /home': { rule: 'anyoneSignedIn' },
  'GET /guides': { rule: 'anyone' },
  'GET /guides/:guide': { rule: 'anyone', parts: () => ({ guide: 'applicant' }) },
  'GET /help': { rule: 'anyone', query: 'about=/funds/delivering-differently/open-round' },
  'GET /status': { rule: 'anyone' },
  'GET /admin': { rule: 'looksAfterService' },
  'GET /admin/status': { rule: 'looksAfterService' },
  'GET /accessibility': { rule: 'anyone' },
  'GET /privacy': { rule: 'anyone' },
  'GET /cookies': { rule: 'anyone' },
  'GET /healthz': { rule: 'anyone' },
  'GET /readyz': { rule: 'anyone' },
  'GET /.well-known/security.txt': { rule: 'anyone' },
  'GET /performance': { rule: 'anyone' },
  'GET /performance.csv': { rule: 'anyone' },
  'GET /performance.json': { rule: 'anyone' },
  'GET /feedback': { rule: 'anyone' },
  'GET /feedback/sent': { rule: 'anyone' },
  'POST /feedback': { rule: 'anyone' },
  'GET /manage/funds/:fund/costs': { rule: 'runsFund' },
  'POST /manage/funds/:fund/costs': { rule: 'runsFund' },
}
