import { annexOf, publishedReportOf, type Report, type ReviewRecord, reportOf } from '../../../core/reviews/index.ts'

/**
 * For whom a report is: those who decide, with an annex of all that was written; the public; and the exempt appendix that the
 * public does not read.
 */
export const editions = ['whole', 'annex', 'public', 'appendix'] as const
export type Edition = (typeof editions)[number]

export const editionById = (id: string): Edition | undefined => editions.find((edition) => edition === id)

/** What an edition is called, and what stands under its title. */
export const editionWords: Readonly<Record<Edition, { readonly name: string; readonly note: string }>> = {
  whole: { name: 'Whole report', note: 'For those who decide. Not for publication where an exempt appendix is named.' },
  annex: { name: 'Annex', note: 'Everything that was written, page by page. For those who decide.' },
  public: { name: 'Public report', note: 'For publication. What is withheld says under which law.' },
  appendix: { name: 'Exempt appendix', note: 'Not for publication: schedule 12A of the Local Government Act 1972.' },
}

export function reportFor(edition: Edition, record: ReviewRecord): Report {
  if (edition === 'whole') return reportOf(record)
  if (edition === 'annex') return annexOf(record)
  const { open, appendix } = publishedReportOf(record)
  return edition === 'public' ? open : appendix
}
