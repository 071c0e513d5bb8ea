import type { ComplaintCounts } from '../../../../core/complaints/index.ts'
import { numberWords } from '../../../../core/forms/index.ts'
import { table } from '../../../../ui/components/index.ts'
import type { SafeHtml } from '../../../../ui/html.ts'
import { complaintLines } from '../reporting.messages.ts'

/** Complaints about how applications were dealt with, in numbers alone. */
export const complaintsTable = (counts: ComplaintCounts): SafeHtml =>
  table({
    caption: 'Complaints about how applications were dealt with',
    captionClasses: 'govuk-table__caption--l',
    head: [{ text: 'Complaints' }, { text: 'Number', format: 'numeric' }],
    rows: complaintLines(counts).map(({ text, count }) => [{ text }, { text: numberWords(count), format: 'numeric' }]),
  })
