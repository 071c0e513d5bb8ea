import { sql } from 'kysely'
import { reviewOf } from './review-rows.ts'
import type { Row } from './route-table.ts'

const whole: Row = {
  rule: 'worksOnReview',
  parts: async (place, db) => ({ ...(await reviewOf(place, db)), edition: 'whole' }),
}

/** A review whose business as usual has a line of money. */
const figures: Row = {
  rule: 'worksOnReview',
  parts: async (place, db) => {
    const parts = await reviewOf(place, db)
    const option = { title: 'As it is', model: 'in-house-as-is', description: 'Nothing changes.' }
    const line = { option: 'usual', title: 'Staff', kind: 'cost', bearer: 'council', nature: 'resource', basis: 'real' }
    for (const [sheet, entry, content] of [
      ['options', 'usual', option],
      ['lines', 'staff', { ...line, pounds: [{ row: 'year-0', amount: 1000 }] }],
    ] as const)
      await sql`
        insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
        select id, ${sheet}, ${entry}, 1, 9, ${JSON.stringify(content)}::jsonb, now(), ${place.leadPerson}::uuid
        from strategic_review where reference = ${parts.reference}
        on conflict do nothing`.execute(db)
    return parts
  },
}

/** Who may read the report of a review: its own people alone. */
export const reviewReportingRows: Readonly<Record<string, Row>> = {
  'GET /reviews/:reference/report/:edition': whole,
  'GET /reviews/:reference/report/:edition/report.pdf': whole,
  'GET /reviews/:reference/report/:edition/report.docx': whole,
  'GET /reviews/:reference/figures.xlsx': figures,
  'GET /reviews/:reference/figures.ods': figures,
}
