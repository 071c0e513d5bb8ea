import type { Row } from './route-table.ts'

export const searchRows: Readonly<Record<string, Row>> = {
  'GET /search': { rule: 'anyone', query: 'q=round' },
}
